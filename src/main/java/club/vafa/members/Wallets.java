package club.vafa.members;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.LedgerCode;
import club.vafa.ledger.Scope;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.Line;
import club.vafa.ledger.Statements.WalletView;
import club.vafa.ledger.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member's part of the books: read, and put right by hand. */
@Component
public class Wallets {
  private static final int LONGEST_REASON = 500;

  private final MemberStore members;
  private final Statements statements;
  private final Ledger ledger;
  private final Conversions conversions;
  private final ConversionsDue due;
  private final Ids ids;
  private final Clock clock;

  Wallets(
      MemberStore members,
      Statements statements,
      Ledger ledger,
      Conversions conversions,
      ConversionsDue due,
      Ids ids,
      Clock clock) {
    this.members = members;
    this.statements = statements;
    this.ledger = ledger;
    this.conversions = conversions;
    this.due = due;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A correction by hand.
   *
   * @param amount signed, in whole units
   */
  public record Correction(
      @Nullable String unit, @Nullable BigDecimal amount, @Nullable String reason) {}

  /** Units to turn into others; the amount in whole units. */
  public record Turning(@Nullable String from, @Nullable String to, @Nullable BigDecimal amount) {}

  /** A conversion that was made; amounts in minor units. */
  public record Converted(
      UUID id, long amount, long got, @Nullable Instant availableAt, @Nullable Instant expiresAt) {}

  /**
   * Credit a member gets in place of money.
   *
   * @param unit of kind credit; null for the club's first one
   * @param amount in whole units
   * @param expiresOn its last day; null for the unit's own end
   */
  public record StoreCredit(
      @Nullable String unit,
      @Nullable BigDecimal amount,
      @Nullable String reason,
      @Nullable LocalDate expiresOn) {}

  public List<WalletView> of(ClubId club, MemberId member) {
    return statements.wallets(club, member);
  }

  /** Entries, newest first; of one unit when it is named. */
  public Page<Line> statement(ClubId club, MemberId member, @Nullable Integer unit, Paging paging) {
    return Page.of(
        statements.statement(
            club, new Statements.Wanted(member, unit, paging.after(), paging.limit() + 1)),
        paging.limit(),
        line -> Cursor.of(line.entry().id()));
  }

  /** Corrects a balance; blocked members too, because mistakes do not wait. */
  @Transactional
  public Outcome<List<WalletView>> adjust(
      Club club, MemberId member, String actor, Correction correction) {
    Input input = new Input();
    String reason = input.text("/reason", correction.reason(), LONGEST_REASON);
    Optional<Unit> unit = unit(input, club, correction.unit());
    long amount = input.minor("/amount", correction.amount(), unit.map(Unit::decimals).orElse(0));
    if (input.faulty() || unit.isEmpty()) {
      return Outcome.refused(input.refusals());
    }
    if (amount == 0) {
      return Outcome.refused(Refusal.at("/amount", LedgerCode.AMOUNT_ZERO));
    }
    MemberRow row = members.lock(club.id(), List.of(member)).get(member);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    if (row.state() == MemberState.ERASED || row.state() == MemberState.MERGED) {
      return Outcome.refused(row.refusal().orElseThrow());
    }
    return ledger
        .adjust(club, new Ledger.Part(member, unit.get().code(), amount), actor, reason)
        .map(_ -> statements.wallets(club.id(), member));
  }

  /** Turns one unit into another as the club's conversion says. */
  @Transactional
  public Outcome<Converted> convert(Club club, MemberId member, String actor, Turning wanted) {
    MemberRow row = members.lock(club.id(), List.of(member)).get(member);
    Optional<Refusal> unfit =
        row == null ? Optional.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND)) : row.refusal();
    return unfit
        .<Outcome<Converted>>map(Outcome::refused)
        .orElseGet(() -> conversions.convert(club, member, actor, wanted));
  }

  /** Undoes a conversion while the member still has as much as it gave. */
  @Transactional
  public Outcome<List<WalletView>> undoConversion(
      Club club, MemberId member, String actor, UUID conversion) {
    return members.lock(club.id(), List.of(member)).containsKey(member)
        ? conversions
            .undo(club, member, actor, conversion)
            .map(_ -> statements.wallets(club.id(), member))
        : Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
  }

  /**
   * Turns by itself what some members have, and answers with the last of them; nothing when all
   * were looked at. What happens on a day goes on from where it was, for each member once.
   *
   * @param after the member it goes on from when it happens at any time
   */
  @Transactional
  public Optional<MemberId> convertSome(
      Club club, Conversion conversion, @Nullable MemberId after) {
    return due.convertSome(club, conversion, after);
  }

  /** Gives credit in place of money, as an award with an end of its own. */
  @Transactional
  public Outcome<List<WalletView>> giveCredit(
      Club club, MemberId member, String actor, StoreCredit wanted) {
    Input input = new Input();
    String reason = input.text("/reason", wanted.reason(), LONGEST_REASON);
    Optional<Unit> unit =
        club.units().stream()
            .filter(one -> one.kind() == Unit.Kind.CREDIT)
            .filter(one -> wanted.unit() == null || one.code().equals(wanted.unit()))
            .findFirst();
    if (unit.isEmpty()) {
      input.refuse("/unit", MemberCode.STORE_CREDIT_UNIT);
    }
    long amount = input.positive("/amount", wanted.amount(), unit.map(Unit::decimals).orElse(0));
    Instant now = clock.instant();
    LocalDate last = wanted.expiresOn();
    if (last != null && last.isBefore(club.day(now))) {
      input.refuse("/expiresOn", MemberCode.STORE_CREDIT_ENDED);
    }
    if (input.faulty() || unit.isEmpty()) {
      return Outcome.refused(input.refusals());
    }
    Terms own =
        last == null
            ? new Terms(null, null, Terms.of(club, unit.get(), now).expiresAt())
            : Terms.until(last.plusDays(1).atStartOfDay(club.zone()).toInstant());
    Cause cause = Cause.of(Cause.Kind.ADJUSTMENT, ids.next()).because(actor, reason);
    return credited(club, new Ledger.Part(member, unit.get().code(), amount), own, cause);
  }

  private Outcome<List<WalletView>> credited(Club club, Ledger.Part part, Terms own, Cause cause) {
    MemberId member = part.member();
    MemberRow row = members.lock(club.id(), List.of(member)).get(member);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    if (row.refusal().isPresent()) {
      return Outcome.refused(row.refusal().get());
    }
    Unit unit = club.unit(part.unit()).orElseThrow();
    Optional<Refusal> tooMuch = part.refusal(unit);
    if (tooMuch.isPresent()) {
      return Outcome.refused(tooMuch.get());
    }
    Books books = ledger.open(club, Scope.withLots(member));
    return books
        .adjust(member, unit, part.amount(), own, cause, clock.instant())
        .map(_ -> {
          ledger.write(books);
          return statements.wallets(club.id(), member);
        });
  }

  private static Optional<Unit> unit(Input input, Club club, @Nullable String code) {
    if (code == null) {
      input.refuse("/unit", InputCode.REQUIRED);
      return Optional.empty();
    }
    Optional<Unit> unit = club.unit(code);
    if (unit.isEmpty()) {
      input.refuse("/unit", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
    }
    return unit;
  }
}
