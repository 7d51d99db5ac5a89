package club.vafa.bench;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A small club made large: what its members did is written again and again, each time a little
 * earlier, until a year is full.
 */
record Multiplied(Connection owner, UUID club, long copies, Of of) {
  private static final int AT_ONCE = 500;
  private static final double YEAR_SECONDS = 365.0 * 86_400;

  /** What is written again. */
  enum Of {
    /**
     * Everything, for members of their own: every copy is as whole as what it was copied from,
     * because that went the usual road.
     */
    MEMBERS(EVERYTHING, Set.of()),

    /** Purchases and what they earned, for the same members; what wallets hold stays as it is. */
    PURCHASES(List.of("activity.purchase", "ledger.lot", "feed.entry"), Set.of("member_id"));

    private final List<String> tables;
    private final Set<String> kept;

    Of(List<String> tables, Set<String> kept) {
      this.tables = tables;
      this.kept = kept;
    }
  }

  /** What members have and do, as opposed to what the club lays down. */
  private static final List<String> EVERYTHING =
      List.of(
          "members.member",
          "members.identifier",
          "members.consent",
          "members.name",
          "members.household",
          "members.household_change",
          "members.resident",
          "cards.card",
          "activity.purchase",
          "activity.return",
          "activity.total",
          "ledger.lot",
          "ledger.movement",
          "ledger.wallet",
          "ledger.hold",
          "ledger.hold_part",
          "campaigns.usage",
          "campaigns.coupon_code",
          "tiers.member",
          "tiers.standing",
          "tiers.progress",
          "rewards.claim",
          "rewards.claim_step",
          "rewards.voucher",
          "rewards.voucher_step",
          "memberships.membership",
          "memberships.period",
          "memberships.change",
          "cards.gift_card",
          "cards.gift_entry",
          "referrals.referral",
          "referrals.step",
          "acts.act",
          "acts.outcome");

  /** What is the club's own and the same in every copy. */
  private static final Set<String> KEPT =
      Set.of("club_id", "reward_id", "plan_id", "campaign", "campaign_id", "coupon_id", "batch_id");

  /** When something happened; what comes due stays to come, else it would all come due at once. */
  private static final Set<String> HAPPENED =
      Set.of(
          "at",
          "posted_at",
          "occurred_at",
          "recorded_at",
          "joined_at",
          "added_at",
          "opened_at",
          "since",
          "issued_at",
          "claimed_at",
          "first_at",
          "last_at");

  /** What must differ and is no id. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "members.member.last_name",
          "s.last_name || ' ' || k",
          "members.name.folded",
          "s.folded || ' ' || k",
          "members.identifier.value",
          "case s.kind when 1 then '+49151' || right(s.value, 3) || lpad(k::text, 5, '0')"
              + " else k || s.value end",
          "cards.card.number",
          "s.number || k",
          "activity.purchase.external_id",
          "s.external_id || '-' || k",
          "activity.return.external_id",
          "s.external_id || '-' || k",
          "rewards.voucher.code",
          "s.code || k",
          "campaigns.coupon_code.code",
          "s.code || k",
          "cards.gift_card.code_hash",
          "encode(sha256(convert_to(s.code_hash || k, 'UTF8')), 'hex')");

  private static final String SHIFT =
      """
      create function pg_temp.earlier(id uuid, ms bigint) returns uuid language sql immutable as
      'select (lpad(to_hex((''x'' || left(replace(id::text, ''-'', ''''), 12))::bit(48)::bigint
         - ms), 12, ''0'') || right(replace(id::text, ''-'', ''''), 20))::uuid'
      """;

  void write() throws SQLException {
    try (Statement statement = owner.createStatement()) {
      // What is copied was checked when it was first written.
      statement.execute("set session_replication_role = replica");
      statement.execute("set synchronous_commit = off");
      statement.execute(SHIFT);
      for (String table : of.tables) {
        statement.execute(
            "create temporary table "
                + seed(table)
                + " as select * from "
                + table
                + " where club_id = '"
                + club
                + "'");
      }
      for (long from = 1; from <= copies; from += AT_ONCE) {
        for (String table : of.tables) {
          statement.execute(copy(table, from, Math.min(copies, from + AT_ONCE - 1)));
        }
      }
      for (String table : of.tables) {
        statement.execute("vacuum analyze " + table);
      }
    }
  }

  private static String seed(String table) {
    return "seed_" + table.replace('.', '_');
  }

  private String copy(String table, long from, long until) throws SQLException {
    long step = (long) (YEAR_SECONDS * 1000 / copies);
    List<String> columns = new ArrayList<>();
    List<String> values = new ArrayList<>();
    try (PreparedStatement asked =
        owner.prepareStatement(
            """
            select attname, format_type(atttypid, null) from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            """)) {
      asked.setString(1, table);
      try (ResultSet found = asked.executeQuery()) {
        while (found.next()) {
          String column = found.getString(1);
          columns.add(column);
          values.add(value(table, column, found.getString(2), step));
        }
      }
    }
    // What Vafa does by itself meanwhile may have come first.
    return """
    insert into %s (%s) select %s from generate_series(%d::bigint, %d) k cross join %s s
    on conflict do nothing
    """
        .formatted(
            table,
            String.join(", ", columns),
            values.stream().collect(joining(", ")),
            from,
            until,
            seed(table));
  }

  private String value(String table, String column, String type, long step) {
    String text = TEXTS.get(table + "." + column);
    if (text != null) {
      return text;
    }
    if (KEPT.contains(column) || of.kept.contains(column)) {
      return "s." + column;
    }
    return switch (type) {
      case "uuid" -> "pg_temp.earlier(s.%s, k * %d)".formatted(column, step);
      case "timestamp with time zone" ->
          HAPPENED.contains(column)
              ? "s.%s - k * interval '%d milliseconds'".formatted(column, step)
              : "s." + column;
      default -> "s." + column;
    };
  }
}
