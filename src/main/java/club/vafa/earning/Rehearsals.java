package club.vafa.earning;

import club.vafa.cards.gifts.GiftDesk;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Rate;
import club.vafa.ledger.Books;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Ledger;
import club.vafa.rewards.Vouchers;
import club.vafa.tiers.TierBook;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Begins rehearsals with the deciders of the main act. */
@Component
class Rehearsals {
  private final Clubs clubs;
  private final PurchaseDecider purchases;
  private final ReturnDecider returns;
  private final Ledger ledger;
  private final Vouchers vouchers;

  Rehearsals(
      Clubs clubs,
      PurchaseDecider purchases,
      ReturnDecider returns,
      Ledger ledger,
      Vouchers vouchers) {
    this.clubs = clubs;
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
            GiftDesk.empty(stage.club()),
            (unit, at) -> worth(stage.club(), unit, at),
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

  /** What a unit was worth that day, or what the program makes of it; payments as they were. */
  private Worth worth(Club club, Unit unit, Instant at) {
    Rate now = clubs.get(club.id()).unit(unit.code()).map(Unit::worth).orElse(null);
    return Objects.equals(now, unit.worth())
        ? clubs.worth(club.id(), unit, at).unbounded()
        : Worth.of(unit.worth());
  }

  PurchaseDecider purchases() {
    return purchases;
  }

  ReturnDecider returns() {
    return returns;
  }
}
