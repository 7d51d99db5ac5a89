package club.vafa.earning;

import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Lifetimes;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Terms;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Lifetime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries decided effects into the books and tells what was given. */
@Component
class Effects {
  private final Campaigns campaigns;

  Effects(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** What a decision is carried out for: whose wallets, by which document, at which time. */
  record For(MemberId member, Cause.Kind kind, UUID document, Instant at) {}

  List<Given> carryOut(Club club, Books books, Decision decision, For what) {
    List<Given> given = new ArrayList<>();
    for (Effect effect : decision.effects()) {
      given.add(
          switch (effect) {
            case Effect.Earn earn -> earn(club, books, earn, what);
            case Effect.Discount discount -> discount(discount);
            case Effect.Gift gift -> gift(gift);
          });
    }
    for (Unit unit : club.units()) {
      books.touch(what.member(), unit, what.at());
    }
    return given;
  }

  private Given earn(Club club, Books books, Effect.Earn earn, For what) {
    Source source = earn.source();
    Unit unit = club.unit(earn.unit()).orElseThrow();
    Terms terms = terms(club, unit, source, what.at());
    if (earn.granted() > 0) {
      Cause cause =
          Cause.of(what.kind(), what.document())
              .by(new Cause.Rule(source.campaign(), source.version(), source.rule()));
      books.earn(what.member(), unit, earn.granted(), terms, cause, what.at());
    }
    return new Given(
        Given.Type.EARN,
        source.campaign(),
        source.version(),
        source.rule(),
        unit.code(),
        earn.wanted(),
        earn.granted(),
        terms.availableAt(),
        terms.awaits(),
        terms.expiresAt(),
        null,
        null,
        null);
  }

  private static Given discount(Effect.Discount discount) {
    Source source = discount.source();
    return new Given(
        Given.Type.DISCOUNT,
        source.campaign(),
        source.version(),
        source.rule(),
        null,
        discount.wanted(),
        discount.granted(),
        null,
        null,
        null,
        discount.byLine(),
        null,
        null);
  }

  private static Given gift(Effect.Gift gift) {
    Source source = gift.source();
    return new Given(
        Given.Type.GIFT,
        source.campaign(),
        source.version(),
        source.rule(),
        null,
        gift.quantity(),
        gift.quantity(),
        null,
        null,
        null,
        null,
        gift.sku(),
        gift.name());
  }

  /** What the rule says of its award's life, and where it says nothing, what the unit says. */
  private Terms terms(Club club, Unit unit, Source source, Instant at) {
    Lifetime own =
        campaigns
            .definition(club, source.campaign(), source.version())
            .lifetime(source.rule(), unit.code());
    if (own.expires() == null && own.pending() == null) {
      return Terms.of(club, unit, at);
    }
    Terms waiting = Terms.of(club, pending(unit, own.pending()), at);
    Lifetime.Expires expires = own.expires();
    if (waiting.awaits() != null && expires == null) {
      return waiting;
    }
    Instant usable = waiting.availableAt() == null ? at : waiting.availableAt();
    Unit.Expiry expiry = expires == null ? unit.expiry() : expiry(expires);
    return new Terms(
        waiting.availableAt(), waiting.awaits(), Lifetimes.end(expiry, club, usable).orElse(null));
  }

  private static Unit pending(Unit unit, Lifetime.@Nullable Pending pending) {
    return pending == null
        ? unit
        : unit.waiting(
            switch (pending) {
              case Lifetime.Pending.None() -> new Unit.Waiting.None();
              case Lifetime.Pending.Days(int days) -> new Unit.Waiting.Days(days);
              case Lifetime.Pending.Event(String type) -> new Unit.Waiting.Event(type);
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

  /** What the member's wallets hold now, in the order of the club's units. */
  static List<Detail.Held> held(Club club, Books books, MemberId member) {
    List<Detail.Held> held = new ArrayList<>();
    for (Unit unit : club.units()) {
      Balance balance = books.balance(member, unit);
      held.add(new Detail.Held(unit.code(), balance.active(), balance.pending(), balance.owed()));
    }
    return held;
  }
}
