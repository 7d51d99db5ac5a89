package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Terms;
import club.vafa.rewards.Booklet;
import club.vafa.rewards.Issued;
import club.vafa.rewards.Stamped;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Carries decided effects into the books and tells what was given. */
final class Effects {
  private Effects() {}

  /** What a decision is carried out for: whose wallets, by which document, at which time. */
  record For(MemberId member, Cause.Kind kind, UUID document, Instant at) {
    Booklet.To to() {
      return new Booklet.To(member, Cause.of(kind, document), at);
    }
  }

  /** What was given, and what became of the member's stamp cards. */
  record Carried(List<Given> given, List<Stamped> stamped) {
    static final Carried NOTHING = new Carried(List.of(), List.of());
  }

  static Carried carryOut(Round round, Program program, Decision decision, For what) {
    Club club = round.club;
    Books books = round.books;
    List<Given> given = new ArrayList<>(decision.effects().size());
    Spans spans = new Spans(program, round, what.at());
    Map<String, Long> before =
        round.booklet.hasCards() ? round.booklet.stamps(books, what.member(), what.at()) : Map.of();
    for (Effect effect : decision.effects()) {
      given.add(
          switch (effect) {
            case Effect.Earn earn -> earn(round, earn, spans, what);
            case Effect.Discount discount -> discount(discount);
            case Effect.Gift gift -> gift(gift);
            case Effect.Voucher voucher -> voucher(round.booklet, voucher, what);
          });
    }
    for (Unit unit : club.units()) {
      if (unit.expiry() instanceof Unit.Expiry.WhileActive || !unit.byTier().isEmpty()) {
        books.touch(what.member(), unit, what.at());
      }
    }
    List<Stamped> stamped =
        round.booklet.hasCards() ? round.booklet.stamp(books, before, what.to()) : List.of();
    return new Carried(given, stamped);
  }

  private static Given earn(Round round, Effect.Earn earn, Spans spans, For what) {
    Source source = earn.source();
    Books books = round.books;
    Unit unit = books.unit(what.member(), round.club.unit(earn.unit()).orElseThrow());
    Terms terms = onCard(round, unit, spans.of(unit, source), what);
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
        null,
        null);
  }

  /** Stamps end with the card they are on, when that is sooner. */
  private static Terms onCard(Round round, Unit unit, Terms terms, For what) {
    Instant end =
        round.booklet.hasCards()
            ? round.booklet.end(round.books, what.member(), unit, what.at())
            : null;
    return end == null || (terms.expiresAt() != null && terms.expiresAt().isBefore(end))
        ? terms
        : new Terms(terms.availableAt(), terms.awaits(), end);
  }

  /** Vouchers for a reward that is not live, or whose codes have run out, are wanted in vain. */
  private static Given voucher(Booklet booklet, Effect.Voucher voucher, For what) {
    Source source = voucher.source();
    List<Issued> issued = booklet.issue(voucher.reward(), voucher.count(), what.to());
    return new Given(
        Given.Type.VOUCHER,
        source.campaign(),
        source.version(),
        source.rule(),
        null,
        voucher.count(),
        issued.size(),
        null,
        null,
        null,
        null,
        voucher.reward(),
        null,
        issued);
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
        gift.name(),
        null);
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
