package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Dispute.Decision;
import club.vafa.settlement.Dispute.State;
import club.vafa.settlement.Movement.Spot;
import club.vafa.settlement.MovementStore.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entries behind a statement, and what partners do not accept of them. */
@Component
public class Movements {
  private final MovementStore store;
  private final DisputeStore disputes;
  private final TermsStore terms;
  private final Clubs clubs;
  private final Clock clock;
  private final Ids ids;

  Movements(
      MovementStore store,
      DisputeStore disputes,
      TermsStore terms,
      Clubs clubs,
      Clock clock,
      Ids ids) {
    this.store = store;
    this.disputes = disputes;
    this.terms = terms;
    this.clubs = clubs;
    this.clock = clock;
    this.ids = ids;
  }

  /** Which entries: a partner's of one kind and unit, on the account of these days. */
  public record Asked(String partner, int unit, What what, LocalDate first, LocalDate last) {}

  /** Where a list goes on: behind this entry. */
  public record After(String place, LocalDate day, UUID id) {}

  /** The entries, place by place and within a place by day. */
  public List<Moved> list(Club club, Asked asked, @Nullable After after, int limit) {
    Agreements agreements = terms.agreements(club.id());
    List<Moved> found = new ArrayList<>();
    for (Place place : places(agreements, asked.partner())) {
      int passed = after == null ? 1 : place.text().compareTo(after.place());
      Days days = Days.of(asked.first(), asked.last());
      if (passed == 0 && after != null) {
        days = new Days(after.day(), after.id(), asked.last());
      }
      boolean more = passed >= 0;
      while (more && found.size() < limit) {
        List<Movement> rows =
            store.list(club.id(), new Spot(place, asked.unit(), asked.what()), days, limit);
        for (Movement row : rows) {
          Optional<Partner> whose = agreements.of(place, row.priceDay());
          if (found.size() < limit
              && whose.filter(one -> one.code().equals(asked.partner())).isPresent()) {
            found.add(moved(club, agreements, row));
          }
        }
        more = rows.size() == limit;
        days = more ? new Days(rows.getLast().day(), rows.getLast().id(), asked.last()) : days;
      }
    }
    return found;
  }

  /** Every place the partner ever had. */
  private static List<Place> places(Agreements agreements, String partner) {
    return agreements.versions(partner).stream()
        .flatMap(version -> version.places().stream())
        .map(Place::text)
        .distinct()
        .sorted()
        .map(Place::new)
        .toList();
  }

  private Moved moved(Club club, Agreements agreements, Movement one) {
    What what = one.spot().what();
    Rate rate =
        agreements
            .of(one.spot().place(), one.priceDay())
            .flatMap(partner ->
                agreements.price(partner, club.unit(one.spot().unit()).code(), one.priceDay()))
            .map(price -> price.rate(what))
            .orElse(null);
    return new Moved(
        one.id(),
        what,
        one.spot().unit(),
        one.spot().place().text(),
        agreements.of(one.counter(), one.priceDay()).map(Partner::code).orElse(""),
        one.member(),
        one.document(),
        one.day(),
        one.priceDay(),
        one.at(),
        one.amount(),
        rate,
        rate == null ? 0 : Price.money(what, rate, one.amount()),
        one.corrects());
  }

  public Optional<Moved> find(Club club, UUID id) {
    return store.find(club.id(), id).map(one -> moved(club, terms.agreements(club.id()), one));
  }

  /** A partner does not accept a movement on its account. */
  @Transactional
  public Outcome<Dispute> dispute(Club club, UUID movement, String reason, String actor) {
    terms.lock(club.id());
    Optional<Movement> found = store.find(club.id(), movement);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(SettlementCode.MOVEMENT_NOT_FOUND));
    }
    Optional<Partner> whose =
        terms.agreements(club.id()).of(found.get().spot().place(), found.get().priceDay());
    if (whose.isEmpty()) {
      return Outcome.refused(Refusal.of(SettlementCode.MOVEMENT_OF_NOBODY));
    }
    if (disputes.about(club.id(), movement).isPresent()) {
      return Outcome.refused(Refusal.of(SettlementCode.MOVEMENT_DISPUTED));
    }
    Dispute dispute =
        new Dispute(
            new DisputeId(ids.next()),
            movement,
            whose.get().code(),
            reason,
            clock.instant(),
            actor,
            State.OPEN,
            null);
    disputes.insert(club.id(), dispute);
    return Outcome.done(dispute);
  }

  /** An answer to a dispute. */
  public record Answer(State state, @Nullable String branch, String answer, String actor) {}

  /**
   * Decides a dispute. An accepted one takes the movement off the partner's account at the price it
   * had there, in the running period, and puts it where it belongs when a branch is named.
   */
  @Transactional
  public Outcome<Dispute> decide(Club club, DisputeId id, Answer answer) {
    terms.lock(club.id());
    Optional<Dispute> found = disputes.find(club.id(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(SettlementCode.DISPUTE_NOT_FOUND));
    }
    if (found.get().state() != State.OPEN) {
      return Outcome.refused(Refusal.of(SettlementCode.DISPUTE_DECIDED));
    }
    String branch = answer.branch();
    if (branch != null && !clubs.has(club.id(), branch, "")) {
      return Outcome.refused(
          Refusal.at("/branch", SettlementCode.PARTNER_BRANCH_UNKNOWN, Map.of("value", branch)));
    }
    Instant now = clock.instant();
    if (answer.state() == State.ACCEPTED) {
      Movement wrong = store.find(club.id(), found.get().movement()).orElseThrow();
      store.lock(club.id());
      store.add(club.id(), corrections(club, wrong, branch, now));
    }
    Dispute decided =
        found
            .get()
            .decided(answer.state(), new Decision(branch, answer.answer(), now, answer.actor()));
    disputes.decide(club.id(), decided);
    return Outcome.done(decided);
  }

  private List<Movement> corrections(
      Club club, Movement wrong, @Nullable String branch, Instant now) {
    List<Movement> corrections = new ArrayList<>();
    Movement today = wrong.on(club.day(now), now);
    corrections.add(today.correction(ids.next(), wrong.spot().place(), -wrong.amount()));
    if (branch != null) {
      corrections.add(today.correction(ids.next(), Place.branch(branch), wrong.amount()));
    }
    return corrections;
  }

  public Optional<Dispute> dispute(ClubId club, DisputeId id) {
    return disputes.find(club, id);
  }

  /** Disputes, newest first, of a state or of all, those before the given one. */
  public List<Dispute> disputes(
      ClubId club, @Nullable State state, @Nullable UUID before, int limit) {
    return disputes.list(club, state, before, limit);
  }
}
