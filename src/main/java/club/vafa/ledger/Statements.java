package club.vafa.ledger;

import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members and the club read in the books. */
@Component
public class Statements {
  private final StatementStore store;
  private final HoldStore holds;
  private final VerificationStore proofs;
  private final WrittenStore written;

  Statements(
      StatementStore store, HoldStore holds, VerificationStore proofs, WrittenStore written) {
    this.store = store;
    this.holds = holds;
    this.proofs = proofs;
    this.written = written;
  }

  /**
   * A wallet.
   *
   * @param unit number of the unit
   * @param next the first part of it that will end; null when nothing ends
   */
  public record WalletView(int unit, Balance balance, @Nullable Ending next) {}

  /** An amount and the first instant at which it can no longer be spent. */
  public record Ending(long amount, Instant at) {}

  /** An entry and when it was written, which may be later than it happened. */
  public record Line(Entry entry, Instant postedAt) {}

  /** An award, and what became of it so far. */
  public record LotView(
      UUID id,
      int unit,
      Cause cause,
      Terms terms,
      Instant at,
      long issued,
      long pending,
      long active,
      long held,
      long spent,
      long expired,
      long reversed) {}

  /** Which lines of a member's statement: newest first, after a line already seen. */
  public record Wanted(MemberId member, @Nullable Integer unit, @Nullable UUID after, int limit) {}

  public List<WalletView> wallets(ClubId club, MemberId member) {
    return store.wallets(club, member);
  }

  /** Members with at least so much active of a unit, from after one already seen. */
  public record Holding(Unit unit, long least, @Nullable MemberId after, int limit) {}

  /** Those members, in the order of their ids. */
  public List<MemberId> holding(ClubId club, Holding wanted) {
    return store.holding(club, wanted);
  }

  /** The statement, newest first, each line with the active balance after it. */
  public List<Line> statement(ClubId club, Wanted wanted) {
    return store.statement(club, wanted);
  }

  /** What a document moved, in the order in which it did. */
  public List<Line> causedBy(ClubId club, MemberId member, UUID document) {
    return store.causedBy(club, member, document);
  }

  /** The member's awards that still hold something, in spending order. */
  public List<LotView> openLots(ClubId club, MemberId member) {
    return store.openLots(club, member);
  }

  public List<Hold> openHolds(ClubId club, MemberId member) {
    return holds.holds(club, List.of(member), List.of());
  }

  public Optional<Hold> hold(ClubId club, HoldId hold) {
    return holds.holds(club, List.of(), List.of(hold)).stream().findFirst();
  }

  /**
   * An entry on its way to whoever follows the journal.
   *
   * @param origin the document that caused the award it moved; null where a debt was made
   * @param awardedAt when that award was made
   */
  public record Written(Entry entry, @Nullable Origin origin, @Nullable Instant awardedAt) {}

  /** A document by what it is. */
  public record Origin(Cause.Kind kind, UUID id) {}

  /**
   * A stretch of the journal, by the transactions that wrote it.
   *
   * @param after the last transaction before it
   * @param below the first one after it
   * @param member of the last entry already seen
   * @param entry the last one already seen
   */
  public record Stretch(long after, long below, UUID member, UUID entry) {}

  /** The oldest transaction that may still write: all before it are over. */
  public long horizon() {
    return written.horizon();
  }

  /** The next entries of a stretch; their order means nothing. */
  public List<Written> written(ClubId club, Stretch stretch, int limit) {
    return written.in(club, stretch, limit);
  }

  /** Proofs of the books, the latest first, those begun before that instant. */
  public List<Proved> verifications(ClubId club, @Nullable Instant before, int most) {
    return proofs.proofs(club, before, most);
  }

  /** When the books of the club were last proved. */
  public Optional<Instant> lastVerification(ClubId club) {
    return store.lastVerification(club);
  }
}
