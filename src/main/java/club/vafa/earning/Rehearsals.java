package club.vafa.earning;

import club.vafa.kernel.MemberId;
import club.vafa.ledger.Books;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Ledger;
import club.vafa.rewards.Vouchers;
import club.vafa.tiers.TierBook;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Begins rehearsals with the deciders of the main act. */
@Component
class Rehearsals {
  private final PurchaseDecider purchases;
  private final ReturnDecider returns;
  private final Ledger ledger;
  private final Vouchers vouchers;

  Rehearsals(PurchaseDecider purchases, ReturnDecider returns, Ledger ledger, Vouchers vouchers) {
    this.purchases = purchases;
    this.returns = returns;
    this.ledger = ledger;
    this.vouchers = vouchers;
  }

  Rehearsal begin(Rehearsal.Stage stage, Buyer member, Consumer<Entry> told) {
    MemberId id = member.id();
    Books books = ledger.rehearse(stage.club(), id, stage.until(), told);
    Round.Fetched nothing =
        new Round.Fetched(
            stage.club(),
            Instant.EPOCH,
            stage.program(),
            books,
            vouchers.rehearse(stage.club()),
            TierBook.none(stage.club()),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            new Perks(Map.of()),
            Map.of(),
            Map.of());
    Round round = Round.rehearsed(nothing, stage.shared());
    return new Rehearsal(this, stage, member, round);
  }

  PurchaseDecider purchases() {
    return purchases;
  }

  ReturnDecider returns() {
    return returns;
  }
}
