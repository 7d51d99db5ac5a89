package club.vafa.cards.gifts;

import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The gift cards' tables. */
@Repository
class GiftStore {
  private static final RowType<Fresh> NEW =
      RowType.<Fresh>of("cards.gift_card")
          .uuid("id", row -> row.card().id().value())
          .text("code_hash", Fresh::hash)
          .text("last_four", row -> row.card().lastFour())
          .text("state", row -> word(row.card().state()))
          .bigint("face", row -> row.card().face())
          .bigint("funded", row -> row.card().funded())
          .bigint("balance", row -> row.card().balance())
          .integer("entries", row -> row.card().entries())
          .integer("valid_months", row -> row.card().validMonths())
          .uuid("batch", row -> row.card().batch())
          .text("external_id", row -> row.card().externalId())
          .time("issued_at", row -> row.card().issuedAt())
          .time("activated_at", row -> row.card().activatedAt())
          .time("expires_at", row -> row.card().expiresAt());

  private static final RowType<GiftCard> CARDS =
      RowType.<GiftCard>of("cards.gift_card")
          .uuid("id", row -> row.id().value())
          .text("state", row -> word(row.state()))
          .bigint("funded", GiftCard::funded)
          .bigint("balance", GiftCard::balance)
          .integer("entries", GiftCard::entries)
          .time("activated_at", GiftCard::activatedAt)
          .time("expires_at", GiftCard::expiresAt)
          .uuid("replaced_by", row -> value(row.replacedBy()));

  private static final RowType<Posted> ENTRIES =
      RowType.<Posted>of("cards.gift_entry")
          .uuid("card_id", row -> row.entry().card().value())
          .integer("seq", row -> row.entry().seq())
          .bigint("amount", row -> row.entry().amount())
          .bigint("balance", row -> row.entry().balance())
          .time("at", row -> row.entry().at())
          .time("posted_at", Posted::at)
          .smallint("kind", row -> row.entry().kind().code())
          .smallint("from_account", row -> row.entry().kind().from().code())
          .smallint("to_account", row -> row.entry().kind().to().code())
          .smallint("cause_kind", row -> row.entry().cause().document().code())
          .uuid("cause_id", row -> row.entry().cause().id())
          .text("actor", row -> row.entry().cause().actor())
          .text("reason", row -> row.entry().cause().reason());

  private final JdbcClient jdbc;
  private final Rows rows;

  GiftStore(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** A card that is made, with the hash of its code. */
  record Fresh(GiftCard card, String hash) {}

  /** A card that was found, with the hash of its code. */
  record Found(GiftCard card, String hash) {}

  private record Posted(GiftEntry entry, Instant at) {}

  void insert(ClubId club, List<Fresh> cards) {
    rows.insert(NEW.rows(club, cards));
  }

  void insertEntries(ClubId club, Instant posted, List<GiftEntry> entries) {
    rows.insert(
        ENTRIES.rows(club, entries.stream().map(entry -> new Posted(entry, posted)).toList()));
  }

  /** Writes cards again; they are locked, so nobody else wrote them meanwhile. */
  void update(ClubId club, List<GiftCard> cards) {
    rows.write(
        """
        update cards.gift_card c
        set state = n.state, funded = n.funded, balance = n.balance, entries = n.entries,
          activated_at = n.activated_at, expires_at = n.expires_at, replaced_by = n.replaced_by
        from unnest(?::cards.gift_card[]) n
        where c.club_id = n.club_id and c.id = n.id
        """,
        CARDS.rows(club, cards),
        _ -> {});
  }

  /** The cards of these codes or ids; to be written, they are locked in the order of their ids. */
  List<Found> find(
      ClubId club, Collection<String> hashes, Collection<UUID> cards, boolean binding) {
    return jdbc.sql(
            "select * from cards.gift_card"
                + " where club_id = ? and (code_hash = any(?) or id = any(?)) order by id"
                + (binding ? " for no key update" : ""))
        .params(club.value(), hashes.toArray(String[]::new), cards.toArray(UUID[]::new))
        .query((row, _) -> new Found(card(row), row.getString("code_hash")))
        .list();
  }

  Optional<GiftCard> byId(ClubId club, GiftCardId id) {
    return jdbc.sql("select * from cards.gift_card where club_id = ? and id = ?")
        .params(club.value(), id.value())
        .query((row, _) -> card(row))
        .optional();
  }

  Optional<GiftCard> byExternalId(ClubId club, String externalId) {
    return jdbc.sql("select * from cards.gift_card where club_id = ? and external_id = ?")
        .params(club.value(), externalId)
        .query((row, _) -> card(row))
        .optional();
  }

  long count(ClubId club, GiftFilter filter, int most) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 from cards.gift_card
              where club_id = :club
                and (:batch::uuid is null or batch = :batch)
                and (:last::text is null or last_four = :last)
              limit :most
            ) found
            """)
        .param("club", club.value())
        .param("batch", filter.batch(), Types.OTHER)
        .param("last", filter.lastFour(), Types.VARCHAR)
        .param("most", most)
        .query(Long.class)
        .single();
  }

  List<GiftCard> list(ClubId club, GiftFilter filter, @Nullable UUID after, int limit) {
    return jdbc.sql(
            """
            select * from cards.gift_card
            where club_id = :club and (:after::uuid is null or id > :after)
              and (:batch::uuid is null or batch = :batch)
              and (:last::text is null or last_four = :last)
            order by id
            limit :limit
            """)
        .param("club", club.value())
        .param("after", after, Types.OTHER)
        .param("batch", filter.batch(), Types.OTHER)
        .param("last", filter.lastFour(), Types.VARCHAR)
        .param("limit", limit)
        .query((row, _) -> card(row))
        .list();
  }

  /** The journal of a card, newest first, from before this place. */
  List<GiftEntry> entries(ClubId club, GiftCardId card, int before, int limit) {
    return jdbc.sql(
            """
            select * from cards.gift_entry
            where club_id = ? and card_id = ? and seq < ?
            order by seq desc
            limit ?
            """)
        .params(club.value(), card.value(), before, limit)
        .query((row, _) -> entry(row))
        .list();
  }

  /** Cards that have come to their end with something on them. */
  List<UUID> due(ClubId club, Instant now, int most) {
    return jdbc.sql(
            """
            select id from cards.gift_card
            where club_id = ? and expires_at <= ? and balance > 0
            order by expires_at
            limit ?
            """)
        .params(club.value(), Timestamp.from(now), most)
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }

  GiftsOwed owed(ClubId club) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'issued') as waiting,
              count(*) filter (where state = 'active') as active,
              coalesce(sum(balance), 0) as outstanding
            from cards.gift_card where club_id = ?
            """)
        .param(club.value())
        .query((row, _) ->
            new GiftsOwed(
                row.getLong("waiting"), row.getLong("active"), row.getLong("outstanding")))
        .single();
  }

  GiftLiability liability(ClubId club) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'issued') as waiting,
              coalesce(sum(face) filter (where state = 'issued'), 0) as face,
              count(*) filter (where state = 'active') as active,
              coalesce(sum(balance) filter (where state = 'active'), 0) as usable,
              coalesce(sum(balance) filter (where state = 'blocked'), 0) as blocked,
              coalesce(sum(balance), 0) as outstanding,
              e.*
            from cards.gift_card, (
              select coalesce(sum(case 1 when from_account then amount else 0 end), 0) as paid_in,
                coalesce(sum(case 3 when to_account then amount when from_account then -amount
                  else 0 end), 0) as spent,
                coalesce(sum(case 4 when to_account then amount else 0 end), 0) as expired,
                coalesce(sum(case 6 when to_account then amount else 0 end), 0) as paid_out
              from cards.gift_entry where club_id = :club) e
            where club_id = :club
            group by e.paid_in, e.spent, e.expired, e.paid_out
            """)
        .param("club", club.value())
        .query((row, _) ->
            new GiftLiability(
                row.getLong("waiting"),
                row.getLong("face"),
                row.getLong("active"),
                row.getLong("usable"),
                row.getLong("blocked"),
                row.getLong("paid_in"),
                row.getLong("spent"),
                row.getLong("expired"),
                row.getLong("paid_out"),
                row.getLong("outstanding")))
        .optional()
        .orElse(GiftLiability.NOTHING);
  }

  private static GiftEntry entry(ResultSet row) throws SQLException {
    return new GiftEntry(
        new GiftCardId(row.getObject("card_id", UUID.class)),
        row.getInt("seq"),
        GiftEntry.Kind.of(row.getInt("kind")),
        row.getLong("amount"),
        row.getLong("balance"),
        new GiftEntry.Cause(
            GiftEntry.Document.of(row.getInt("cause_kind")),
            row.getObject("cause_id", UUID.class),
            row.getString("actor"),
            row.getString("reason")),
        row.getTimestamp("at").toInstant());
  }

  private static GiftCard card(ResultSet row) throws SQLException {
    UUID replacedBy = row.getObject("replaced_by", UUID.class);
    int months = row.getInt("valid_months");
    boolean forEver = row.wasNull();
    return new GiftCard(
        new GiftCardId(row.getObject("id", UUID.class)),
        row.getString("last_four"),
        GiftCard.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("face"),
        row.getLong("funded"),
        row.getLong("balance"),
        row.getInt("entries"),
        forEver ? null : months,
        row.getObject("batch", UUID.class),
        row.getString("external_id"),
        row.getTimestamp("issued_at").toInstant(),
        time(row, "activated_at"),
        time(row, "expires_at"),
        replacedBy == null ? null : new GiftCardId(replacedBy));
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable UUID value(@Nullable GiftCardId id) {
    return id == null ? null : id.value();
  }

  private static String word(GiftCard.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
