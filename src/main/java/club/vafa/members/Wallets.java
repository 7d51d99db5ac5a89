package club.vafa.members;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.LedgerCode;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.Line;
import club.vafa.ledger.Statements.WalletView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  Wallets(MemberStore members, Statements statements, Ledger ledger) {
    this.members = members;
    this.statements = statements;
    this.ledger = ledger;
  }

  /**
   * A correction by hand.
   *
   * @param amount signed, in whole units
   */
  public record Correction(
      @Nullable String unit, @Nullable BigDecimal amount, @Nullable String reason) {}

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
