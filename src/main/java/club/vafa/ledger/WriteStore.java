package club.vafa.ledger;

import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Writes what a working copy of the books changed: a statement or two for each table. */
@Component
class WriteStore {
  private static final RowType<Posted> ENTRIES =
      RowType.<Posted>of("ledger.entry")
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

  private static final RowType<Owned> LOTS =
      RowType.<Owned>of("ledger.lot")
          .uuid("member_id", row -> row.wallet().member.value())
          .uuid("id", row -> row.lot().id)
          .smallint("unit", row -> row.wallet().unit.number())
          .uuid("cause_id", row -> row.lot().cause.id())
          .uuid("campaign", row -> campaign(row.lot().cause))
          .bigint("issued", row -> row.lot().parts().issued())
          .bigint("pending", row -> row.lot().parts().pending())
          .bigint("active", row -> row.lot().parts().active())
          .bigint("held", row -> row.lot().parts().held())
          .bigint("spent", row -> row.lot().parts().spent())
          .bigint("expired", row -> row.lot().parts().expired())
          .bigint("reversed", row -> row.lot().parts().reversed())
          .time("at", row -> row.lot().at)
          .time("available_at", row -> row.lot().availableAt())
          .time("expires_at", row -> row.lot().expiresAt())
          .time("due_at", row -> row.lot().dueAt())
          .integer("campaign_version", row -> version(row.lot().cause))
          .smallint("cause_kind", row -> row.lot().cause.kind().code())
          .text("rule", row -> rule(row.lot().cause))
          .text("awaits", row -> row.lot().awaits());

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
          .bigint("version", row -> row.opened.version() + 1);

  private final Rows writer;

  WriteStore(Rows writer) {
    this.writer = writer;
  }

  /** A lot and whose it is. */
  record Owned(Wallet wallet, Lot lot) {}

  private record Posted(Entry entry, Instant at) {}

  void insertEntries(ClubId club, Instant posted, List<Entry> rows) {
    writer.write(
        """
        insert into ledger.entry (club_id, member_id, id, lot_id, cause_id, undoes, campaign,
          amount, balance, at, posted_at, campaign_version, unit, kind, from_account, to_account,
          cause_kind, rule, actor, reason, written)
        select club_id, member_id, id, lot_id, cause_id, undoes, campaign, amount, balance, at,
          posted_at, campaign_version, unit, kind, from_account, to_account, cause_kind, rule,
          actor, reason, (select pg_current_xact_id()::text::bigint)
        from unnest(?::ledger.entry[])
        """,
        ENTRIES.rows(club, rows.stream().map(entry -> new Posted(entry, posted)).toList()),
        _ -> {});
  }

  void insertLots(ClubId club, List<Owned> rows) {
    writer.insert(LOTS.rows(club, rows));
  }

  void updateLots(ClubId club, List<Owned> rows) {
    writer.write(
        """
        update ledger.lot l
        set pending = n.pending, active = n.active, held = n.held, spent = n.spent,
          expired = n.expired, reversed = n.reversed, available_at = n.available_at,
          awaits = n.awaits, expires_at = n.expires_at, due_at = n.due_at
        from unnest(?::ledger.lot[]) n
        where l.club_id = n.club_id and l.member_id = n.member_id and l.id = n.id
        """,
        LOTS.rows(club, rows),
        _ -> {});
  }

  /** Writes wallets that were not written before; refused when somebody else was first with one. */
  void beginWallets(ClubId club, List<Wallet> rows) {
    writer.write(
        """
        insert into ledger.wallet as w select * from unnest(?::ledger.wallet[])
        on conflict (club_id, member_id, unit) do update set active = excluded.active,
          pending = excluded.pending, held = excluded.held, owed = excluded.owed,
          expires_at = excluded.expires_at, due_at = excluded.due_at,
          last_entry = excluded.last_entry, version = excluded.version
        where w.version = excluded.version - 1
        """,
        WALLETS.rows(club, rows),
        written -> expect(rows.size(), written));
  }

  /**
   * Writes wallets again; refused when somebody else wrote one of them since it was opened, because
   * its version then is not the one before.
   */
  void updateWallets(ClubId club, List<Wallet> rows) {
    writer.write(
        """
        update ledger.wallet w
        set active = n.active, pending = n.pending, held = n.held, owed = n.owed,
          expires_at = n.expires_at, due_at = n.due_at, last_entry = n.last_entry,
          version = n.version
        from unnest(?::ledger.wallet[]) n
        where w.club_id = n.club_id and w.member_id = n.member_id and w.unit = n.unit
          and w.version = n.version - 1
        """,
        WALLETS.rows(club, rows),
        written -> expect(rows.size(), written));
  }

  private static void expect(int wanted, int written) {
    if (written != wanted) {
      throw new OptimisticLockingFailureException(
          "%d of %d wallets were written by somebody else since the books were opened"
              .formatted(wanted - written, wanted));
    }
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
