package club.vafa.earning;

import club.vafa.kernel.MemberId;
import club.vafa.ledger.Books;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Ledger;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Begins rehearsals with the deciders of the main act. */
@Component
class Rehearsals {
  private final PurchaseDecider purchases;
  private final ReturnDecider returns;
  private final Ledger ledger;

  Rehearsals(PurchaseDecider purchases, ReturnDecider returns, Ledger ledger) {
    this.purchases = purchases;
    this.returns = returns;
    this.ledger = ledger;
  }

  Rehearsal begin(Rehearsal.Stage stage, Buyer member, Consumer<Entry> told) {
    MemberId id = member.id();
    Books books = ledger.rehearse(stage.club(), id, stage.until(), told);
    Round round = new Round(stage.club(), stage.program(), books, stage.shared());
    return new Rehearsal(this, stage, member, round);
  }

  PurchaseDecider purchases() {
    return purchases;
  }

  ReturnDecider returns() {
    return returns;
  }
}
