package club.vafa.earning;

import club.vafa.clubs.Unit;
import club.vafa.earning.ReturnDecider.Asked;
import club.vafa.earning.ReturnedRewards.CardBack;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import club.vafa.rewards.Handed;
import club.vafa.rewards.Issued;
import club.vafa.rewards.Stamped;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import java.util.ArrayList;
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
  private final VouchersBack vouchers;
  private final List<CardBack> cards = new ArrayList<>();

  RewardsBack(Round round, Asked asked, Detail sold) {
    this.round = round;
    this.asked = asked;
    this.sold = sold;
    this.vouchers = new VouchersBack(round.booklet, asked.id(), asked.at(), earlier(asked));
  }

  private static List<ReturnedRewards> earlier(Asked asked) {
    List<ReturnedRewards> earlier = new ArrayList<>();
    asked
        .sold()
        .earlier()
        .forEach(back -> {
          ReturnedRewards rewards = back.rewards();
          if (rewards != null) {
            earlier.add(rewards);
          }
        });
    return earlier;
  }

  /** The vouchers a return may touch, so that they can be locked first. */
  static Vouchers.Asked asked(Set<String> given, Asked asked) {
    Detail sold = asked.sold().how();
    Set<UUID> ids = VouchersBack.given(sold);
    sold.rewards().handed().forEach(one -> ids.add(one.voucher()));
    sold.rewards().stamped().forEach(card -> card.vouchers().forEach(v -> ids.add(v.voucher())));
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
      if (handed.refused() == null && allBack) {
        vouchers.giveBack(handed);
      }
    }
    sold.rewards().stamped().forEach(card -> empty(card, without));
    vouchers.takeBack(sold, without);
    return vouchers.all().isEmpty() && cards.isEmpty()
        ? ReturnedRewards.NOTHING
        : new ReturnedRewards(vouchers.all(), cards, List.of());
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
      if (undone < wanted && vouchers.cancel(voucher)) {
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
}
