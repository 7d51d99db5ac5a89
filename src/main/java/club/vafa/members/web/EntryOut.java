package club.vafa.members.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.TypeId;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Entry;
import club.vafa.ledger.Statements.Line;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of a statement: what moved, why, and what the wallet held after it. */
@Schema(name = "Entry")
record EntryOut(
    String id,
    Entry.Kind type,
    String unit,
    Amount amount,
    Entry.Account from,
    Entry.Account to,
    Amount balance,
    @Nullable String lot,
    CauseOut cause,
    Instant occurredAt,
    Instant postedAt) {

  /** Why: the document and, where they had a part, campaign, rule, person and their reason. */
  @Schema(name = "Cause")
  record CauseOut(
      Cause.Kind type,
      String id,
      @Nullable String undoes,
      @Nullable String campaign,
      @Nullable Integer version,
      @Nullable String rule,
      @Nullable String actor,
      @Nullable String reason) {

    static CauseOut of(Cause cause) {
      Cause.Rule rule = cause.rule();
      return new CauseOut(
          cause.kind(),
          TypeId.text(prefix(cause.kind()), cause.id()),
          undoes(cause),
          rule == null ? null : TypeId.text("cmp", rule.campaign()),
          rule == null ? null : rule.version(),
          rule == null ? null : rule.rule(),
          cause.actor(),
          cause.reason());
    }

    /** An event undoes an event, a conversion a conversion; everything else undoes purchases. */
    private static @Nullable String undoes(Cause cause) {
      UUID undone = cause.undoes();
      Cause.Kind kind =
          switch (cause.kind()) {
            case EVENT, CONVERSION -> cause.kind();
            default -> Cause.Kind.PURCHASE;
          };
      return undone == null ? null : TypeId.text(prefix(kind), undone);
    }

    private static String prefix(Cause.Kind kind) {
      return switch (kind) {
        case PURCHASE -> "pur";
        case RETURN -> "ret";
        case EVENT -> "evt";
        case HOLD -> "hld";
        case ADJUSTMENT -> "adj";
        case TRANSFER -> "trf";
        case SCHEDULE -> "due";
        case CLAIM -> "clm";
        case ENROLMENT -> "mbr";
        case MEMBERSHIP -> "mbs";
        case IMPORT -> "imp";
        case CONVERSION -> "cnv";
      };
    }
  }

  static EntryOut of(Club club, Line line) {
    Entry entry = line.entry();
    Unit unit = club.unit(entry.unit());
    UUID lot = entry.lot();
    return new EntryOut(
        TypeId.text("ent", entry.id()),
        entry.kind(),
        unit.code(),
        new Amount(entry.amount(), unit.decimals()),
        entry.from(),
        entry.to(),
        new Amount(entry.balance(), unit.decimals()),
        lot == null ? null : TypeId.text("lot", lot),
        CauseOut.of(entry.cause()),
        entry.at(),
        line.postedAt());
  }
}
