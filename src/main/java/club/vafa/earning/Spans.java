package club.vafa.earning;

import club.vafa.clubs.Lifetimes;
import club.vafa.clubs.Unit;
import club.vafa.ledger.Terms;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Lifetime;
import club.vafa.rules.Program;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long the awards of one activity live. The rules of one activity mostly award the same unit at
 * the same instant, and asking the calendar takes longer than booking: the last answer is kept.
 */
final class Spans {
  private final Program program;
  private final Round round;
  private final Instant at;
  private int last;
  private Terms lastTerms = Terms.NONE;

  Spans(Program program, Round round, Instant at) {
    this.program = program;
    this.round = round;
    this.at = at;
  }

  /** What the rule says of its award's life, and where it says nothing, what the unit says. */
  Terms of(Unit unit, Source source) {
    Lifetime own = program.lifetime(source, unit.code());
    if (own.expires() == null && own.pending() == null) {
      if (unit.number() != last) {
        lastTerms = round.terms(unit, at);
        last = unit.number();
      }
      return lastTerms;
    }
    Terms waiting = Terms.of(round.club, pending(unit, own.pending()), at);
    Lifetime.Expires expires = own.expires();
    if (waiting.awaits() != null && expires == null) {
      return waiting;
    }
    Instant usable = waiting.availableAt() == null ? at : waiting.availableAt();
    Unit.Expiry expiry = expires == null ? unit.expiry() : expiry(expires);
    return new Terms(
        waiting.availableAt(),
        waiting.awaits(),
        Lifetimes.end(expiry, round.club, usable).orElse(null));
  }

  private static Unit pending(Unit unit, Lifetime.@Nullable Pending pending) {
    return pending == null
        ? unit
        : unit.waiting(
            switch (pending) {
              case Lifetime.Pending.None() -> new Unit.Waiting.None();
              case Lifetime.Pending.Days(int days) -> new Unit.Waiting.Days(days);
              case Lifetime.Pending.Event(String type) -> new Unit.Waiting.Event(type);
              case Lifetime.Pending.NextVisit() -> new Unit.Waiting.NextVisit();
            });
  }

  private static Unit.Expiry expiry(Lifetime.Expires expires) {
    return switch (expires) {
      case Lifetime.Expires.Never() -> new Unit.Expiry.Never();
      case Lifetime.Expires.After(int months, int days, Lifetime.EndOf endOf) ->
          new Unit.Expiry.Rolling(months, days, Unit.EndOf.valueOf(endOf.name()));
      case Lifetime.Expires.AtEndOf(Lifetime.EndOf endOf, int later) ->
          new Unit.Expiry.AtEndOf(Unit.EndOf.valueOf(endOf.name()), later);
    };
  }
}
