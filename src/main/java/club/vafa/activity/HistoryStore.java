package club.vafa.activity;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.nio.ByteBuffer;
import java.sql.SQLException;
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
import org.postgresql.copy.CopyOut;
import org.postgresql.jdbc.PgConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads the whole past of a club, many rows and nothing kept. */
@Component
class HistoryStore {
  private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0};
  private static final short COLUMNS = 10;
  private static final short EVENT = 2;

  private final JdbcTemplate jdbc;
  private final ObjectReader lines =
      JsonMapper.builder().build().readerFor(new TypeReference<List<Return.Line>>() {});

  HistoryStore(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  PastQuery.Extent extent(ClubId club, PastQuery query) {
    return jdbc.query(
            """
            select count(*), min(occurred_at), max(occurred_at)
            from activity.purchase where club_id = '%s' and member_id is not null%s
            """
                .formatted(club.value(), where(query)),
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

  /** Hands over each purchase of a member. */
  void purchases(ClubId club, PastQuery query, Consumer<PastRow> each) {
    String order = query.along() == PastQuery.Along.TIME ? "id" : "member_id";
    // Sorting all of it would write it to disk first; both orders are there as indexes.
    jdbc.execute(
        "set local enable_sort = off; set local enable_bitmapscan = off; set local jit = off");
    String rows = purchases(club, query) + (query.events() ? events(club, query) : "");
    String sql = "copy (" + rows + " order by " + order + ") to stdout (format binary)";
    jdbc.execute(
        (ConnectionCallback<Boolean>)
            connection -> {
              CopyOut copy = connection.unwrap(PgConnection.class).getCopyAPI().copyOut(sql);
              try {
                read(copy, each);
              } finally {
                if (copy.isActive()) {
                  copy.cancelCopy();
                }
              }
              return true;
            });
  }

  /** The columns of a purchase; of how it was decided only what is asked for. */
  private static String purchases(ClubId club, PastQuery query) {
    return """
    select id, member_id, 1::smallint as what, occurred_at, total, discount, branch, terminal,
      lines, case when paid_by_wallets > 0%s then detail end
    from activity.purchase
    where club_id = '%s' and member_id is not null%s
    """
        .formatted(detailed(query), club.value(), where(query));
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

  private static void read(CopyOut copy, Consumer<PastRow> each) throws SQLException {
    boolean begun = false;
    byte[] bytes = copy.readFromCopy();
    while (bytes != null) {
      ByteBuffer row = ByteBuffer.wrap(bytes);
      if (!begun) {
        // The header travels with the first row: a signature, flags, and an extension's length.
        row.position(SIGNATURE.length + Integer.BYTES);
        row.position(row.position() + Integer.BYTES + row.getInt(row.position()));
        begun = true;
      }
      if (row.getShort() == COLUMNS) {
        UUID id = uuid(row);
        MemberId member = new MemberId(uuid(row));
        row.getInt();
        each.accept(new PastRow(id, member, row.getShort() == EVENT, row));
      }
      bytes = copy.readFromCopy();
    }
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
    return (query.details().coupons() ? " or strpos(detail, '\"coupons\"') > 0" : "")
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
