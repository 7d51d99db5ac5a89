package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.rewards.VoucherStore.Step;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A working copy of the vouchers that some sales use, give or take back, written at once by {@link
 * Vouchers#write}. Each sale sees what the ones before it did. It is not safe for threads.
 */
public final class Booklet {
  private final Club club;
  private final Shelf shelf;
  private final Shelf.Live live;
  private Map<Integer, StampCard> cards;
  private final Ids ids;
  private final SecureRandom chance;
  private final Use use;
  private final Map<VoucherId, Voucher> vouchers = new LinkedHashMap<>();
  private final Map<String, VoucherId> codes = new HashMap<>();
  private final Map<RewardId, Deque<Voucher>> pools = new HashMap<>();
  private final Set<VoucherId> fresh = new HashSet<>();
  private final Set<VoucherId> changed = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  /** Goods as vouchers see them: thousandths of a piece, and what all of the line costs. */
  public record Piece(String sku, long quantity, long amount) {}

  /** Who brings vouchers to which goods, and when. */
  public record Bringing(@Nullable MemberId member, List<Piece> goods, Instant at) {}

  /** For whom and by which activity something is given. */
  public record To(MemberId member, Cause cause, Instant at) {}

  /** What a booklet is for. */
  enum Use {
    /** What comes of it is written. */
    BINDING,
    /** It is only tried what would come of it. */
    LOOKED_AT,
    /** A past is lived through once more. */
    REHEARSED
  }

  /** What became of a voucher that a return took back or gave back. */
  public enum Back {
    /** It was handed in and counts again. */
    RETURNED,
    /** It was handed in and has ended meanwhile. */
    EXPIRED,
    /** It was given and is gone. */
    CANCELLED,
    /** It was given and is used already, so it stays. */
    USED
  }

  Booklet(Club club, Shelf shelf, Ids ids, SecureRandom chance, Use use) {
    this.club = club;
    this.shelf = shelf;
    this.live = shelf.live(club.id());
    this.cards = live.cards();
    this.ids = ids;
    this.chance = chance;
    this.use = use;
  }

  void add(Voucher voucher) {
    vouchers.put(voucher.id(), voucher);
    codes.put(voucher.code(), voucher.id());
  }

  void pool(RewardId reward, List<Voucher> free) {
    pools.put(reward, new ArrayDeque<>(free));
  }

  /**
   * Fills the cards of these units alone, whose stamps were read; a card that was laid out
   * meanwhile is filled with the next sale.
   */
  public void fill(Set<Integer> units) {
    cards = new HashMap<>(live.cards());
    cards.keySet().retainAll(units);
  }

  /** Whether stamps of some unit fill cards in this club. */
  public boolean hasCards() {
    return !cards.isEmpty();
  }

  Map<Integer, StampCard> cards() {
    return cards;
  }

  Club club() {
    return club;
  }

  /** Whether a code handed in with a sale is that of a voucher. */
  public boolean knows(String code) {
    return codes.containsKey(CodePattern.plain(code));
  }

  /**
   * What each voucher would take off: goods first, then money, then per cent, each off what the
   * ones before left. Nothing changes yet, because the sale may still be refused.
   */
  public List<Handed> tryOn(Set<String> brought, Bringing bringing) {
    List<Voucher> found = new ArrayList<>();
    for (String code : brought) {
      VoucherId id = codes.get(CodePattern.plain(code));
      Voucher voucher = id == null ? null : vouchers.get(id);
      if (voucher != null && !found.contains(voucher)) {
        found.add(voucher);
      }
    }
    return found.isEmpty() ? List.of() : new TryOn(this, bringing).all(found);
  }

  /** Uses what was tried on, for a sale that happens. */
  public void use(List<Handed> handed, UUID purchase, Instant at) {
    for (Handed one : handed) {
      Voucher voucher = vouchers.get(new VoucherId(one.voucher()));
      if (one.refused() == null && voucher != null) {
        long left = voucher.left() - one.taken();
        Voucher.State next = left > 0 ? Voucher.State.PARTIALLY_REDEEMED : Voucher.State.REDEEMED;
        change(voucher.with(next, left, purchase), "redeemed", one.off(), new When(purchase, at));
      }
    }
  }

  /** Gives vouchers for a reward; fewer than wanted when it is not live or no codes are left. */
  public List<Issued> issue(String reward, long count, To to) {
    Optional<Reward> found = live.reward(reward);
    Optional<VoucherTerms> terms = found.flatMap(Reward::vouchers);
    List<Issued> issued = new ArrayList<>();
    if (found.isEmpty() || terms.isEmpty()) {
      return issued;
    }
    for (long given = 0; given < count; given++) {
      Voucher next = next(found.get(), terms.get(), to);
      if (next == null) {
        break;
      }
      change(next, "given", 0, new When(to.cause().id(), to.at()));
      issued.add(
          new Issued(next.id().value(), use == Use.BINDING ? next.shown() : "", next.expiresAt()));
    }
    return issued;
  }

  private @Nullable Voucher next(Reward reward, VoucherTerms terms, To to) {
    Voucher.Owner owner = new Voucher.Owner(to.member(), null, to.cause().id(), to.at());
    Instant ends = terms.end(club, to.at());
    if (use == Use.REHEARSED) {
      Voucher nameless = Making.nameless(reward, terms, new VoucherId(ids.next()));
      fresh.add(nameless.id());
      return nameless.handedTo(owner, ends);
    }
    if (terms.pattern() == null) {
      Deque<Voucher> pool = pools.get(reward.id());
      Voucher free = pool == null ? null : pool.poll();
      return free == null ? null : free.handedTo(owner, ends);
    }
    Voucher made = Making.one(reward, terms, new VoucherId(ids.next()), chance);
    fresh.add(made.id());
    return made.handedTo(owner, ends);
  }

  /** Gives back what a sale had used of a voucher. */
  public Back giveBack(Handed handed, UUID document, Instant at) {
    Voucher voucher = get(handed.voucher());
    long left = voucher.left() + handed.taken();
    boolean open =
        voucher.state() == Voucher.State.REDEEMED
            || voucher.state() == Voucher.State.PARTIALLY_REDEEMED;
    Voucher.State next = voucher.state();
    if (open) {
      next =
          voucher.endedBy(at)
              ? Voucher.State.EXPIRED
              : left < terms(voucher).whole()
                  ? Voucher.State.PARTIALLY_REDEEMED
                  : Voucher.State.ACTIVE;
    }
    change(voucher.with(next, left, null), "given back", handed.off(), new When(document, at));
    return next == Voucher.State.ACTIVE || next == Voucher.State.PARTIALLY_REDEEMED
        ? Back.RETURNED
        : Back.EXPIRED;
  }

  /** Whether a voucher that was given could be taken back: nothing of it was used. */
  public boolean isUnused(UUID voucher) {
    return switch (get(voucher).state()) {
      case ACTIVE, RESERVED, EXPIRED -> true;
      case ISSUED, PARTIALLY_REDEEMED, REDEEMED, CANCELLED, BLOCKED -> false;
    };
  }

  /** Takes back a voucher that was given and not used. */
  public void cancel(UUID voucher, UUID document, Instant at) {
    change(get(voucher).in(Voucher.State.CANCELLED), "taken back", 0, new When(document, at));
  }

  private record When(UUID document, Instant at) {}

  private void change(Voucher next, String what, long amount, When when) {
    add(next);
    changed.add(next.id());
    steps.add(
        new Step(next.id(), ids.next(), what, amount, when.document(), when.at(), null, null));
  }

  /** Fills the member's cards with the stamps there are; full ones become rewards at once. */
  public List<Stamped> stamp(Books books, Map<String, Long> before, To to) {
    return new Stamping(this, books, to).fill(before);
  }

  /** Usable stamps of each unit that fills cards. */
  public Map<String, Long> stamps(Books books, MemberId member, Instant at) {
    return Stamping.usable(this, books, member, at);
  }

  /** When stamps of this unit end that are earned now; null when the card does not say. */
  public @Nullable Instant end(Books books, MemberId member, Unit unit, Instant at) {
    return Stamping.end(this, books, new Stamping.Whose(member, unit, at));
  }

  private Voucher get(UUID id) {
    Voucher voucher = vouchers.get(new VoucherId(id));
    if (voucher == null) {
      throw new IllegalStateException("the booklet was opened without the voucher " + id);
    }
    return voucher;
  }

  VoucherTerms terms(Voucher voucher) {
    VoucherTerms terms = shelf.terms(club.id(), voucher.reward(), voucher.version()).voucher();
    if (terms == null) {
      throw new IllegalStateException("a voucher of a reward that gives none: " + voucher.id());
    }
    return terms;
  }

  List<Voucher> fresh() {
    return changed.stream().filter(fresh::contains).map(vouchers::get).toList();
  }

  List<Voucher> changed() {
    return changed.stream().filter(id -> !fresh.contains(id)).map(vouchers::get).toList();
  }

  List<Step> steps() {
    return steps;
  }
}
