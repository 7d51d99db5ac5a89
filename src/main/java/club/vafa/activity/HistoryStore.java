package club.vafa.activity;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole past of a club, many rows and nothing kept. */
@Component
class HistoryStore {
  private static final int COLUMNS = 10;
  private static final short EVENT = 2;

  private final JdbcTemplate jdbc;
  private final ObjectReader lines =
      JsonMapper.builder().build().readerFor(new TypeReference<List<Return.Line>>() {});

  HistoryStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  PastQuery.Extent extent(ClubId club, PastQuery query) {
    return extent(club, where(query));
  }

  /** The same of what was recorded after that one. */
  PastQuery.Extent extent(ClubId club, PastQuery query, UUID after) {
    return extent(club, where(query) + new Range(after, null).where());
  }

  private PastQuery.Extent extent(ClubId club, String where) {
    return jdbc.query(
            """
            select count(*), min(occurred_at), max(occurred_at)
            from activity.purchase where club_id = '%s' and member_id is not null%s
            """
                .formatted(club.value(), where),
            (row, _) ->
                new PastQuery.Extent(
                    row.getLong(1), time(row.getTimestamp(2)), time(row.getTimestamp(3))))
        .getFirst();
  }

  /** All returns, by the purchase, as they were recorded one after the other. */
  Map<UUID, List<PastReturn>> returns(ClubId club, PastQuery query) {
    Map<UUID, List<PastReturn>> found = new HashMap<>();
    jdbc.query(
        """
        select id, purchase_id, occurred_at, refund, lines
        from activity.return where club_id = '%s'%s order by id
        """
            .formatted(club.value(), before(query)),
        row -> {
          UUID purchase = row.getObject(2, UUID.class);
          found
              .computeIfAbsent(purchase, _ -> new ArrayList<>(1))
              .add(
                  new PastReturn(
                      row.getObject(1, UUID.class),
                      purchase,
                      row.getTimestamp(3).toInstant(),
                      row.getLong(4),
                      lines.readValue(row.getString(5))));
        });
    return found;
  }

  /**
   * Purchases that lie between ids.
   *
   * @param after the last that is left out
   * @param through the last; null when it goes on to the end
   */
  record Range(UUID after, @Nullable UUID through) {
    private String where() {
      return " and id > '" + after + "'" + (through == null ? "" : " and id <= '" + through + "'");
    }
  }

  /** Hands over each purchase of a member. */
  void purchases(ClubId club, PastQuery query, Consumer<PastRow> each) {
    String order = query.along() == PastQuery.Along.TIME ? "id" : "member_id";
    String rows =
        purchases(club, detailed(query), where(query))
            + (query.events() ? events(club, query) : "");
    read(rows + " order by " + order, each);
  }

  /** Hands over each purchase of a member that lies there, in the order of ids. */
  void purchases(ClubId club, Range range, Consumer<PastRow> each) {
    read(purchases(club, "", range.where()) + " order by id", each);
  }

  private void read(String rows, Consumer<PastRow> each) {
    // Sorting all of it would write it to disk first; all orders are there as indexes.
    jdbc.execute(
        "set local enable_sort = off; set local enable_bitmapscan = off; set local jit = off");
    CopyStore.read(jdbc, rows, COLUMNS, row -> each.accept(row(row)));
  }

  private static PastRow row(ByteBuffer row) {
    UUID id = uuid(row);
    MemberId member = new MemberId(uuid(row));
    row.getInt();
    return new PastRow(id, member, row.getShort() == EVENT, row);
  }

  /** The columns of a purchase; of how it was decided only what is asked for. */
  private static String purchases(ClubId club, String detailed, String where) {
    return """
    select id, member_id, 1::smallint as what, occurred_at, total, discount, branch, terminal,
      lines, case when paid_by_wallets > 0%s then detail end
    from activity.purchase
    where club_id = '%s' and member_id is not null%s
    """
        .formatted(detailed, club.value(), where);
  }

  /** An event in the columns of a purchase; those that Vafa raised itself are raised anew. */
  private static String events(ClubId club, PastQuery query) {
    return """
    union all
    select id, member_id, 2::smallint, occurred_at, 0::bigint, 0::bigint, type, null::text,
      attributes, null::text
    from activity.event
    where club_id = '%s' and member_id is not null and source <> 'vafa'%s
    """
        .formatted(club.value(), where(query));
  }

  private static UUID uuid(ByteBuffer row) {
    row.getInt();
    return new UUID(row.getLong(), row.getLong());
  }

  /** The text of ids and times only, which copy takes no parameters for. */
  private static String where(PastQuery query) {
    return before(query)
        + (query.members().isEmpty()
            ? ""
            : query.members().stream()
                .map(member -> "'" + member.value() + "'")
                .collect(Collectors.joining(", ", " and member_id in (", ")")));
  }

  private static String detailed(PastQuery query) {
    Instant before = query.details().before();
    return (query.details().coupons()
            ? " or strpos(detail, '\"coupons\"') > 0 or strpos(detail, '\"refused\"') > 0"
            : "")
        + (query.details().cards() ? " or strpos(detail, '\"cardType\"') > 0" : "")
        + (before == null ? "" : " or occurred_at < '" + before + "'::timestamptz");
  }

  private static String before(PastQuery query) {
    Instant before = query.before();
    return before == null ? "" : " and occurred_at < '" + before + "'::timestamptz";
  }

  private static @Nullable Instant time(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
