package club.vafa.earning;

import club.vafa.activity.Event;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Cause;
import club.vafa.rules.Decision;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides one event on a round: awards that waited for it wake up, then the rules have a look. */
@Component
class EventDecider {
  private final Campaigns campaigns;

  EventDecider(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** How an event was decided. */
  record Judged(Detail detail, Decision decision) {}

  Recorded<Event> decide(Round round, NewEvent event, Buyer buyer, UUID id) {
    Judged judged = judge(round, event, buyer, id);
    Event recorded = recorded(round, event, new Told(id, buyer.id(), judged.detail()));
    round.newEvents.add(recorded);
    round.events.put(recorded.key(), recorded);
    if (event.idempotencyKey() != null) {
      round.newKeys.add(new KeyStore.Key(event.idempotencyKey(), event.hash(), id, round.now));
    }
    return new Recorded<>(recorded, judged.detail(), judged.decision().notApplied(), false);
  }

  /** Touches counters, books and standings, and tells all that was decided. */
  Judged judge(Round round, NewEvent event, Buyer buyer, UUID id) {
    Cause cause = Cause.of(Cause.Kind.EVENT, id);
    if (event.trigger() == TriggerKind.EVENT) {
      round.books.activate(buyer.id(), event.type(), null, cause, event.occurredAt());
    }
    Person person = PurchaseDecider.person(round, buyer, event.occurredAt());
    Program program = campaigns.program(round.club, round.programNumber, event.occurredAt());
    Reads reads = new Reads(program, counter -> round.used(buyer.id(), counter));
    Decision decision = program.decide(facts(round.club, event, person, reads));
    List<Detail.Counted> counted = PurchaseDecider.count(round, buyer.id(), decision, reads);
    Effects.Carried carried =
        Effects.carryOut(
            round,
            program,
            decision,
            new Effects.For(buyer.id(), Cause.Kind.EVENT, id, event.occurredAt()));
    TierCounts.Done done = new TierCounts.Done(id, event.occurredAt(), 0, 0, carried.given());
    Detail detail =
        new Detail(
            person,
            null,
            null,
            null,
            null,
            null,
            counted,
            carried.given(),
            Effects.held(round.club, round.books, buyer.id()),
            round.perks.count(round.club, campaigns, buyer.id(), decision),
            Rewarded.of(List.of(), carried.stamped()),
            TierCounts.count(round, buyer, done),
            decision.assigned(),
            null,
            null,
            null);
    return new Judged(detail, decision);
  }

  /** What is recorded of an event besides what was reported. */
  private record Told(UUID id, MemberId member, Detail detail) {}

  private static Event recorded(Round round, NewEvent event, Told told) {
    return new Event(
        told.id(),
        told.member(),
        event.type(),
        event.key(),
        event.hash(),
        event.occurredAt(),
        round.now,
        round.programNumber,
        event.json(),
        told.detail().json());
  }

  static Facts facts(Club club, NewEvent event, Person person, Usage used) {
    Happened what =
        new Happened(
            event.trigger(), event.type(), event.occurredAt(), event.attributes(), event.sale());
    return facts(club, what, person, used);
  }

  /** What the rules see of an event, whether it was just reported or recorded long ago. */
  record Happened(
      TriggerKind trigger,
      String type,
      Instant at,
      Map<String, Object> attributes,
      @Nullable Sale sale) {}

  static Facts facts(Club club, Happened what, @Nullable Person person, Usage used) {
    return new Facts(
        what.trigger(),
        what.trigger() == TriggerKind.EVENT ? what.type() : "",
        what.at(),
        club.zone(),
        club.calendar(),
        what.sale(),
        what.attributes(),
        person,
        used);
  }
}
