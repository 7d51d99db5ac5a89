package club.vafa.cards.gifts;

import club.vafa.clubs.Club;
import club.vafa.clubs.Lifetimes;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gift cards laid open: fetched and locked, changed in memory, written at once by {@link
 * GiftCards#write}. Each operation sees what the ones before it left, so two sales of one commit
 * cannot both spend the same money. It is not safe for threads.
 */
public final class GiftDesk {
  private final Club club;
  private final Map<GiftCardId, GiftCard> cards = new HashMap<>();
  private final Map<String, GiftCardId> byHash = new HashMap<>();
  private final Set<GiftCardId> changed = new LinkedHashSet<>();
  private final List<GiftEntry> entries = new ArrayList<>();

  /** Why and when something is done. */
  record Why(GiftEntry.Cause cause, Instant at) {}

  GiftDesk(Club club, Collection<GiftStore.Found> found) {
    this.club = club;
    for (GiftStore.Found one : found) {
      cards.put(one.card().id(), one.card());
      byHash.put(one.hash(), one.card().id());
    }
  }

  /** A desk without cards, for what only rehearses sales. */
  public static GiftDesk empty(Club club) {
    return new GiftDesk(club, List.of());
  }

  /** The card of a code that can be spent at this instant; whatever else it is stays unsaid. */
  public Optional<GiftCard> usable(String code, Instant at) {
    return byCode(code).filter(card -> card.usable(at));
  }

  /** The card of a code that money can be put on. */
  public Optional<GiftCard> sellable(String code, Instant at) {
    return byCode(code).filter(card -> card.sellable(at));
  }

  private Optional<GiftCard> byCode(String code) {
    GiftCardId id = byHash.get(GiftPattern.hash(club.id(), CodePattern.plain(code)));
    return Optional.ofNullable(id == null ? null : cards.get(id));
  }

  /** The card of this id, or the one that took its place. */
  public GiftCard card(UUID id) {
    GiftCard card = known(new GiftCardId(id));
    GiftCardId next = card.replacedBy();
    return next == null ? card : card(next.value());
  }

  Optional<GiftCard> find(GiftCardId id) {
    return Optional.ofNullable(cards.get(id));
  }

  private GiftCard known(GiftCardId id) {
    GiftCard card = cards.get(id);
    if (card == null) {
      throw new IllegalStateException("the desk was laid without the gift card " + id);
    }
    return card;
  }

  /** The card a replacement led to and which is not here yet. */
  Set<UUID> missing() {
    Set<UUID> missing = new LinkedHashSet<>();
    for (GiftCard card : cards.values()) {
      GiftCardId next = card.replacedBy();
      if (next != null && !cards.containsKey(next)) {
        missing.add(next.value());
      }
    }
    return missing;
  }

  /** Why this much cannot be taken from a card; nothing when it can. */
  public Optional<Refusal> lacking(UUID id, long amount, String pointer) {
    GiftCard card = card(id);
    return card.balance() >= amount
        ? Optional.empty()
        : Optional.of(
            Refusal.at(
                pointer,
                GiftCardCode.GIFT_CARD_INSUFFICIENT,
                Map.of(
                    "balance",
                    new Money(card.balance(), club.currency()).amount(),
                    "wanted",
                    new Money(amount, club.currency()).amount(),
                    "currency",
                    club.currency().getCurrencyCode())));
  }

  /** Takes money that was checked to be there. */
  public void spend(UUID id, long amount, GiftEntry.Cause cause, Instant at) {
    move(GiftEntry.Kind.SPENDING, card(id), amount, new Why(cause, at));
  }

  /**
   * Gives money back to the card it was spent from, and on to the one that took its place; what
   * comes to a card that has ended ends at once.
   */
  public GiftCard refund(UUID id, long amount, GiftEntry.Cause cause, Instant at) {
    GiftCard card =
        move(GiftEntry.Kind.REFUND, known(new GiftCardId(id)), amount, new Why(cause, at));
    GiftCardId next = card.replacedBy();
    while (next != null) {
      move(GiftEntry.Kind.TRANSFER_OUT, card, amount, new Why(cause, at));
      card = move(GiftEntry.Kind.TRANSFER_IN, known(next), amount, new Why(cause, at));
      next = card.replacedBy();
    }
    boolean ended =
        card.state() == GiftCard.State.EXPIRED
            || (card.state() == GiftCard.State.ACTIVE && !card.usable(at));
    return ended ? end(card, cause, at) : card;
  }

  /** Pays money in: the card's face when it was never active and has one, else this amount. */
  public long fund(UUID id, long amount, GiftEntry.Cause cause, Instant at) {
    GiftCard card = card(id);
    if (card.state() != GiftCard.State.ISSUED) {
      move(GiftEntry.Kind.TOP_UP, card, amount, new Why(cause, at));
      return amount;
    }
    long worth = worth(card, amount);
    put(card.activated(at, end(card, at)));
    move(GiftEntry.Kind.ACTIVATION, card(id), worth, new Why(cause, at));
    return worth;
  }

  /** What paying this much in puts on the card. */
  public static long worth(GiftCard card, long amount) {
    return card.state() == GiftCard.State.ISSUED && card.face() > 0 ? card.face() : amount;
  }

  private @Nullable Instant end(GiftCard card, Instant at) {
    Integer months = card.validMonths();
    return months == null
        ? null
        : Lifetimes.end(new Unit.Expiry.Rolling(months, 0, Unit.EndOf.DAY), club, at).orElse(null);
  }

  /** Pays out again what was paid in by a sale that is undone. */
  public void withdraw(UUID id, long amount, GiftEntry.Cause cause, Instant at) {
    move(GiftEntry.Kind.WITHDRAWAL, card(id), amount, new Why(cause, at));
  }

  Outcome<GiftCard> transfer(GiftCard from, GiftCard to, long amount, Why why) {
    Optional<Refusal> lacking = lacking(from.id().value(), amount, "/amount");
    if (lacking.isPresent()) {
      return Outcome.refused(lacking.get());
    }
    GiftCard left = move(GiftEntry.Kind.TRANSFER_OUT, from, amount, why);
    move(GiftEntry.Kind.TRANSFER_IN, known(to.id()), amount, why);
    return Outcome.done(left);
  }

  /** Moves all that is on a card to the one that takes its place. */
  void takeOver(GiftCard old, GiftCard fresh, Why why) {
    if (old.balance() > 0) {
      move(GiftEntry.Kind.TRANSFER_OUT, old, old.balance(), why);
      move(GiftEntry.Kind.TRANSFER_IN, fresh, old.balance(), why);
    }
    put(known(old.id()).replaced(fresh.id()));
  }

  /** Ends a card that has come to its end; what is on it expires. */
  GiftCard end(GiftCard card, GiftEntry.Cause cause, Instant at) {
    if (card.balance() > 0) {
      move(GiftEntry.Kind.EXPIRATION, card, card.balance(), new Why(cause, at));
    }
    return put(known(card.id()).in(GiftCard.State.EXPIRED));
  }

  GiftCard put(GiftCard card) {
    cards.put(card.id(), card);
    changed.add(card.id());
    return card;
  }

  private GiftCard move(GiftEntry.Kind kind, GiftCard card, long amount, Why why) {
    GiftCard after = card.moved(kind, amount);
    if (after.balance() < 0 || after.balance() > after.funded()) {
      throw new IllegalStateException("a gift card would not hold what it must: " + after);
    }
    entries.add(
        new GiftEntry(
            card.id(), after.entries(), kind, amount, after.balance(), why.cause(), why.at()));
    return put(after);
  }

  /** A card that was just made. */
  void add(GiftCard card) {
    cards.put(card.id(), card);
  }

  ClubId club() {
    return club.id();
  }

  List<GiftEntry> entries() {
    return entries;
  }

  List<GiftCard> changed() {
    return changed.stream().map(this::known).toList();
  }

  boolean untouched() {
    return changed.isEmpty();
  }
}
