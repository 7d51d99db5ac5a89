package club.vafa.ledger;

import club.vafa.clubs.Unit;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what a working copy of the books changed: a statement or two for each table. */
@Component
class WriteStore {
  private static final RowType<Posted> MOVEMENTS =
      RowType.<Posted>of("ledger.movement")
          .time("posted_at", Posted::at)
          .uuid("member_id", row -> row.entry().member().value())
          .uuid("id", row -> row.entry().id())
          .uuid("lot_id", row -> row.entry().lot())
          .uuid("cause_id", row -> row.entry().cause().id())
          .uuid("undoes", row -> row.entry().cause().undoes())
          .uuid("campaign", row -> campaign(row.entry().cause()))
          .bigint("amount", row -> row.entry().amount())
          .bigint("balance", row -> row.entry().balance())
          .time("at", row -> row.entry().at())
          .integer("campaign_version", row -> version(row.entry().cause()))
          .smallint("unit", row -> row.entry().unit())
          .smallint("kind", row -> row.entry().kind().code())
          .smallint("from_account", row -> row.entry().from().code())
          .smallint("to_account", row -> row.entry().to().code())
          .smallint("cause_kind", row -> row.entry().cause().kind().code())
          .text("rule", row -> rule(row.entry().cause()))
          .text("actor", row -> row.entry().cause().actor())
          .text("reason", row -> row.entry().cause().reason());

  /** What of an award may change. */
  private static final RowType<Owned> LOTS = standing();

  private static final RowType<Owned> NEW_LOTS =
      standing()
          .smallint("unit", row -> row.wallet().unit.number())
          .uuid("cause_id", row -> row.lot().cause.id())
          .uuid("undoes", row -> row.lot().cause.undoes())
          .uuid("campaign", row -> campaign(row.lot().onlyCause()))
          .bigint("issued", row -> row.lot().parts().issued())
          .bigint("balance", row -> row.lot().made().balance())
          .time("at", row -> row.lot().at)
          .time("posted_at", Owned::posted)
          .integer("campaign_version", row -> version(row.lot().onlyCause()))
          .smallint("entry_kind", row -> row.lot().made().kind().code())
          .smallint("began", row -> row.lot().made().to().code())
          .smallint("cause_kind", row -> row.lot().cause.kind().code())
          .text("rule", row -> rule(row.lot().onlyCause()))
          .text("actor", row -> row.lot().cause.actor())
          .text("reason", row -> row.lot().cause.reason())
          .uuids("campaigns", row -> row.lot().shares().rules(Cause.Rule::campaign))
          .integers("versions", row -> row.lot().shares().rules(Cause.Rule::version))
          .texts("rules", row -> row.lot().shares().rules(Cause.Rule::rule))
          .bigints("sums", row -> row.lot().shares().sums());

  private static final RowType<Wallet> WALLETS =
      RowType.<Wallet>of("ledger.wallet")
          .uuid("member_id", row -> row.member.value())
          .smallint("unit", row -> row.unit.number())
          .bigint("active", row -> row.balance().active())
          .bigint("pending", row -> row.balance().pending())
          .bigint("held", row -> row.balance().held())
          .bigint("owed", row -> row.balance().owed())
          .time("expires_at", Wallet::expiresAt)
          .time("due_at", Wallet::dueAt)
          .uuid("last_entry", Wallet::lastEntry)
          .uuid("since", Lot::since)
          .bigint("version", row -> row.opened.version() + 1);

  private final Rows writer;

  WriteStore(Rows writer) {
    this.writer = writer;
  }

  /** A lot, whose it is and when it is written. */
  record Owned(Wallet wallet, Lot lot, Instant posted) {}

  private record Posted(Entry entry, Instant at) {}

  private static RowType<Owned> standing() {
    return RowType.<Owned>of("ledger.lot")
        .uuid("member_id", row -> row.wallet().member.value())
        .uuid("id", row -> row.lot().id)
        .bigint("pending", row -> row.lot().parts().pending())
        .bigint("active", row -> row.lot().parts().active())
        .bigint("held", row -> row.lot().parts().held())
        .bigint("spent", row -> row.lot().parts().spent())
        .bigint("expired", row -> row.lot().parts().expired())
        .bigint("reversed", row -> row.lot().parts().reversed())
        .time("available_at", row -> row.lot().availableAt())
        .time("expires_at", row -> row.lot().expiresAt())
        .time("due_at", row -> row.lot().dueAt())
        .text("awaits", row -> row.lot().awaits())
        .integer("stamps", WriteStore::stamps);
  }

  /** The unit of stamps, by which they are found as long as there are any. */
  private static @Nullable Integer stamps(Owned row) {
    Unit unit = row.wallet().unit;
    return unit.kind() == Unit.Kind.STAMPS && row.lot().parts().isOpen() ? unit.number() : null;
  }

  /** Writes what moved awards; what made them is written with them. */
  void insertMovements(ClubId club, Instant posted, List<Entry> entries) {
    List<Posted> rows =
        entries.stream()
            .filter(entry -> !entry.makesLot())
            .map(entry -> new Posted(entry, posted))
            .toList();
    writer.write(
        """
        insert into ledger.movement (club_id, member_id, id, lot_id, cause_id, undoes, campaign,
          amount, balance, at, posted_at, campaign_version, unit, kind, from_account, to_account,
          cause_kind, rule, actor, reason, written)
        select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at,
          posted_at, campaign_version, unit, kind, from_account, to_account, cause_kind, rule,
          actor, reason, (select pg_current_xact_id()::text::bigint)
        from unnest(?::ledger.movement[])
        """,
        MOVEMENTS.rows(club, rows),
        _ -> {});
  }

  void insertLots(ClubId club, List<Owned> rows) {
    writer.write(
        """
        insert into ledger.lot (club_id, member_id, id, cause_id, undoes, campaign, issued, pending,
          active, held, spent, expired, reversed, balance, at, posted_at, available_at, expires_at,
          due_at, campaign_version, unit, entry_kind, began, cause_kind, rule, awaits, actor,
          reason, stamps, campaigns, versions, rules, sums, written)
        select club_id, member_id, id, cause_id, undoes, campaign, issued, pending, active, held,
          spent, expired, reversed, balance, at, posted_at, available_at, expires_at, due_at,
          campaign_version, unit, entry_kind, began, cause_kind, rule, awaits, actor, reason,
          stamps, campaigns, versions, rules, sums, (select pg_current_xact_id()::text::bigint)
        from unnest(?::ledger.lot[])
        """,
        NEW_LOTS.rows(club, rows),
        _ -> {});
  }

  void updateLots(ClubId club, List<Owned> rows) {
    writer.write(
        """
        update ledger.lot l
        set pending = n.pending, active = n.active, held = n.held, spent = n.spent,
          expired = n.expired, reversed = n.reversed, available_at = n.available_at,
          awaits = n.awaits, expires_at = n.expires_at, due_at = n.due_at, stamps = n.stamps
        from unnest(?::ledger.lot[]) n
        where l.club_id = n.club_id and l.member_id = n.member_id and l.id = n.id
        """,
        LOTS.rows(club, rows),
        _ -> {});
  }

  /** Writes wallets that were not written before; refused when somebody else was first with one. */
  void beginWallets(ClubId club, List<Wallet> rows) {
    writer.writeAll(
        """
        insert into ledger.wallet as w select * from unnest(?::ledger.wallet[])
        on conflict (club_id, member_id, unit) do update set active = excluded.active,
          pending = excluded.pending, held = excluded.held, owed = excluded.owed,
          expires_at = excluded.expires_at, due_at = excluded.due_at,
          last_entry = excluded.last_entry, since = excluded.since, version = excluded.version
        where w.version = excluded.version - 1
        """,
        WALLETS.rows(club, rows));
  }

  /**
   * Writes wallets again; refused when somebody else wrote one of them since it was opened, because
   * its version then is not the one before.
   */
  void updateWallets(ClubId club, List<Wallet> rows) {
    writer.writeAll(
        """
        update ledger.wallet w
        set active = n.active, pending = n.pending, held = n.held, owed = n.owed,
          expires_at = n.expires_at, due_at = n.due_at, last_entry = n.last_entry,
          since = n.since, version = n.version
        from unnest(?::ledger.wallet[]) n
        where w.club_id = n.club_id and w.member_id = n.member_id and w.unit = n.unit
          and w.version = n.version - 1
        """,
        WALLETS.rows(club, rows));
  }

  private static @Nullable UUID campaign(Cause cause) {
    return cause.rule() == null ? null : cause.rule().campaign();
  }

  private static @Nullable String rule(Cause cause) {
    return cause.rule() == null ? null : cause.rule().rule();
  }

  private static @Nullable Integer version(Cause cause) {
    return cause.rule() == null ? null : cause.rule().version();
  }
}
