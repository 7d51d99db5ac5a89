package club.vafa.earning;

import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.Coupons;
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
import club.vafa.memberships.Memberships;
import club.vafa.rewards.Vouchers;
import club.vafa.rules.Facts.Standing;
import club.vafa.tiers.TierBook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Begins rehearsals with the deciders of the main act. */
@Component
class Rehearsals {
  private final Clubs clubs;
  private final PurchaseDecider purchases;
  private final ReturnDecider returns;
  private final EventDecider events;
  private final Ledger ledger;
  private final Vouchers vouchers;
  private final Standings standings;
  private final Coupons coupons;
  private final Memberships memberships;

  Rehearsals(
      Clubs clubs,
      PurchaseDecider purchases,
      ReturnDecider returns,
      EventDecider events,
      Ledger ledger,
      Vouchers vouchers,
      Standings standings,
      Coupons coupons,
      Memberships memberships) {
    this.clubs = clubs;
    this.purchases = purchases;
    this.returns = returns;
    this.events = events;
    this.ledger = ledger;
    this.vouchers = vouchers;
    this.standings = standings;
    this.coupons = coupons;
    this.memberships = memberships;
  }

  Rehearsal begin(Rehearsal.Stage stage, Buyer member, Consumer<Entry> told) {
    MemberId id = member.id();
    Standing standing = stage.standings().get(id);
    Books books = ledger.rehearse(stage.club(), id, stage.until(), told);
    Round.Fetched nothing =
        new Round.Fetched(
            stage.club(),
            Instant.EPOCH,
            stage.program(),
            books,
            vouchers.rehearse(stage.club()),
            GiftDesk.empty(stage.club()),
            (unit, at) -> worth(stage, unit, at),
            tiers(stage, member),
            Map.of(),
            Map.of(),
            Map.of(),
            standing == null ? Map.of() : Map.of(id, standing),
            Perks.rehearsed(),
            Map.of(),
            Map.of());
    Round round = Round.rehearsed(nothing, stage);
    return new Rehearsal(this, stage, member, round);
  }

  Rehearsal.Memberships memberships(Club club) {
    return new Rehearsal.Memberships(memberships.past(club));
  }

  Map<MemberId, Standing> standings(Club club, long program, Set<MemberId> members) {
    return standings.of(club, program, members);
  }

  /**
   * Looks up codes that were not handed in before. None of them was used then, and one that is
   * cancelled now was good: whatever a till refused for that is not handed in again.
   */
  void lookUp(Rehearsal.Stage stage, Set<String> plain) {
    Rehearsal.Codes codes = stage.codes();
    Set<String> fresh = new HashSet<>(plain);
    fresh.removeIf(code -> codes.known().containsKey(code) || codes.unknown().contains(code));
    if (!fresh.isEmpty()) {
      Map<String, CouponCode> found = coupons.look(stage.club().id(), fresh);
      found.forEach((code, one) -> codes.known().putIfAbsent(code, one.unused()));
      fresh.removeAll(found.keySet());
      codes.unknown().addAll(fresh);
    }
  }

  private static TierBook tiers(Rehearsal.Stage stage, Buyer member) {
    Club club = stage.club();
    LocalDate last = club.day(stage.until().minusNanos(1));
    TierBook.Trial trial = new TierBook.Trial(stage.tiers(), last);
    return TierBook.rehearsed(club, trial, member.id(), member.joined());
  }

  /** What a unit was worth that day, or what the program makes of it; payments as they were. */
  private Worth worth(Rehearsal.Stage stage, Unit unit, Instant at) {
    Club club = stage.club();
    Worth own = stage.worths().get(unit.code());
    if (own != null) {
      return own.unbounded();
    }
    Rate now = clubs.get(club.id()).unit(unit.code()).map(Unit::worth).orElse(null);
    return Objects.equals(now, unit.worth())
        ? clubs.worth(club.id(), unit, at).unbounded()
        : Worth.of(unit.worth());
  }

  PurchaseDecider purchases() {
    return purchases;
  }

  EventDecider events() {
    return events;
  }

  ReturnDecider returns() {
    return returns;
  }
}
