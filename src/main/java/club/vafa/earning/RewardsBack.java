package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.earning.ReturnDecider.Asked;
import club.vafa.earning.ReturnedRewards.CardBack;
import club.vafa.earning.ReturnedRewards.VoucherBack;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import club.vafa.rewards.Booklet;
import club.vafa.rewards.Handed;
import club.vafa.rewards.Issued;
import club.vafa.rewards.Stamped;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Undoes what a sale did with vouchers and stamp cards, as far as nothing of it was used meanwhile.
 * A voucher that was handed in counts again when all the goods it was for are back. A card that
 * would not have been filled without these goods is emptied again: its voucher goes, its stamps
 * come back to the lots they were from.
 */
final class RewardsBack {
  private final Round round;
  private final Asked asked;
  private final Detail sold;
  private final Set<UUID> done = new HashSet<>();
  private final List<VoucherBack> vouchers = new ArrayList<>();
  private final List<CardBack> cards = new ArrayList<>();

  RewardsBack(Round round, Asked asked, Detail sold) {
    this.round = round;
    this.asked = asked;
    this.sold = sold;
    for (ReturnedRewards before : earlier(asked)) {
      before.vouchers().forEach(one -> done.add(one.voucher()));
    }
  }

  private static List<ReturnedRewards> earlier(Asked asked) {
    List<ReturnedRewards> earlier = new ArrayList<>();
    asked
        .sold()
        .before()
        .forEach(back -> {
          ReturnedRewards rewards = ReturnDetail.of(back.detail()).rewards();
          if (rewards != null) {
            earlier.add(rewards);
          }
        });
    return earlier;
  }

  /** The vouchers a return may touch, so that they can be locked first. */
  static Vouchers.Asked asked(Set<String> given, Asked asked) {
    Detail sold = Detail.of(asked.sold().purchase().detail());
    Set<UUID> ids = new HashSet<>();
    sold.rewards().handed().forEach(one -> ids.add(one.voucher()));
    sold.rewards().stamped().forEach(card -> card.vouchers().forEach(v -> ids.add(v.voucher())));
    for (Given one : sold.given()) {
      if (one.vouchers() != null) {
        one.vouchers().forEach(voucher -> ids.add(voucher.voucher()));
      }
    }
    return new Vouchers.Asked(Set.of(), ids, given, 1);
  }

  /**
   * @param after what is left of each line
   * @param without what the sale would have given without the goods; null when nothing is left of
   *     it
   */
  ReturnedRewards undo(List<Long> after, @Nullable Decision without) {
    for (Handed handed : sold.rewards().handed()) {
      boolean allBack = handed.byLine().keySet().stream().allMatch(line -> after.get(line) == 0);
      if (handed.refused() == null && allBack && done.add(handed.voucher())) {
        Booklet.Back state = round.booklet.giveBack(handed, asked.id(), asked.at());
        vouchers.add(new VoucherBack(handed.voucher(), handed.code(), state));
      }
    }
    sold.rewards().stamped().forEach(card -> empty(card, without));
    sold.given().stream()
        .filter(given -> given.type() == Given.Type.VOUCHER)
        .forEach(given -> takeBack(given, without));
    return vouchers.isEmpty() && cards.isEmpty()
        ? ReturnedRewards.NOTHING
        : new ReturnedRewards(vouchers, cards, List.of());
  }

  private void empty(Stamped card, @Nullable Decision without) {
    if (card.completed() == 0) {
      return;
    }
    long still = Math.min(card.completed(), (card.before() + earned(card, without)) / card.of());
    long before =
        earlier(asked).stream()
            .flatMap(back -> back.cards().stream())
            .filter(back -> back.card().equals(card.card()))
            .mapToLong(CardBack::undone)
            .sum();
    long wanted = card.completed() - still - before;
    if (wanted <= 0) {
      return;
    }
    long undone = 0;
    for (Issued voucher : card.vouchers().reversed()) {
      if (undone < wanted && cancel(voucher)) {
        undone++;
      }
    }
    Books.Reversed stamps = giveBack(card, before, undone);
    cards.add(
        new CardBack(
            card.card(),
            card.unit(),
            undone,
            wanted - undone,
            stamps.usable() + stamps.settled(),
            stamps.expired()));
  }

  /** Stamps of the card that the sale still earns. */
  private static long earned(Stamped card, @Nullable Decision without) {
    long earned = 0;
    for (Effect effect : without == null ? List.<Effect>of() : without.effects()) {
      if (effect instanceof Effect.Earn earn && earn.unit().equals(card.unit())) {
        earned = Math.addExact(earned, earn.granted());
      }
    }
    return earned;
  }

  private Books.Reversed giveBack(Stamped card, long before, long undone) {
    if (undone == 0) {
      return new Books.Reversed(0, 0, 0, 0);
    }
    // Stamps beyond the last hole that went with the card come back with the first filling undone.
    long beyond = before == 0 ? card.spent() - card.completed() * card.of() : 0;
    Unit unit = round.club.unit(card.unit()).orElseThrow();
    UUID purchase = asked.sold().purchase().id();
    Cause cause = Cause.returned(asked.id(), purchase).because(asked.wanted().actor(), card.card());
    Books.Reversed back =
        round.books.reverseSpend(
            asked.bought(), unit, purchase, undone * card.of() + beyond, cause, asked.at());
    if (asked.buyer() != null) {
      PaidBack.handOver(
          round, asked, new Ledger.Part(asked.buyer().id(), unit.code(), back.usable()), cause);
    }
    return back;
  }

  /** Takes back vouchers that a rule would not have given, as far as they are not used. */
  private void takeBack(Given given, @Nullable Decision without) {
    List<Issued> issued = given.vouchers() == null ? List.of() : given.vouchers();
    long still = 0;
    for (Effect effect : without == null ? List.<Effect>of() : without.effects()) {
      if (effect instanceof Effect.Voucher(var source, String reward, long count)
          && source.campaign().equals(given.campaign())
          && source.rule().equals(given.rule())
          && reward.equals(given.sku())) {
        still += count;
      }
    }
    for (Issued voucher : issued.subList((int) Math.min(still, issued.size()), issued.size())) {
      cancel(voucher);
    }
  }

  /** Whether the voucher is gone now; one that is used stays, and that is told once. */
  private boolean cancel(Issued voucher) {
    if (done.contains(voucher.voucher())) {
      return false;
    }
    done.add(voucher.voucher());
    boolean unused = round.booklet.isUnused(voucher.voucher());
    if (unused) {
      round.booklet.cancel(voucher.voucher(), asked.id(), asked.at());
    }
    vouchers.add(
        new VoucherBack(
            voucher.voucher(),
            voucher.code(),
            unused ? Booklet.Back.CANCELLED : Booklet.Back.USED));
    return unused;
  }
}
