package club.vafa.feed;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feed's tables. */
@Component
class FeedStore {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Rows writer;
  private final RowType<Happening> rows;

  FeedStore(JdbcClient jdbc, Rows writer, Ids ids) {
    this.jdbc = jdbc;
    this.writer = writer;
    this.rows =
        RowType.<Happening>of("feed.entry")
            .uuid("id", _ -> ids.next())
            .text("kind", Happening::kind)
            .uuid("subject", Happening::subject)
            .text("payload", Happening::payload)
            .time("at", Happening::at);
  }

  /** A place in the feed: transaction first, then id. */
  record Position(String xid, UUID id) {}

  record Row(Position position, Happening happening) {}

  void append(ClubId club, List<Happening> happenings) {
    writer.write(
        """
        insert into feed.entry (club_id, id, kind, subject, payload, at)
        select club_id, id, kind, subject, payload, at from unnest(?::feed.entry[])
        """,
        rows.rows(club, happenings),
        _ -> {});
  }

  Position lock(ClubId club, String follower) {
    jdbc.sql(
            """
            insert into feed.cursor (club_id, follower, xid, id)
            values (?, ?, '0'::xid8, ?)
            on conflict do nothing
            """)
        .params(club.value(), follower, FIRST)
        .update();
    return jdbc.sql(
            "select xid::text, id from feed.cursor where club_id = ? and follower = ? for update")
        .params(club.value(), follower)
        .query((row, _) -> new Position(row.getString(1), row.getObject(2, UUID.class)))
        .single();
  }

  /** The last place that nothing can be written before any more, when it is after this one. */
  Optional<Position> horizon(ClubId club, Position position) {
    return jdbc.sql(
            """
            select xid::text, id
            from feed.entry
            where club_id = ? and (xid, id) > (?::xid8, ?)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid desc, id desc
            limit 1
            """)
        .params(club.value(), position.xid(), position.id())
        .query((row, _) -> new Position(row.getString(1), row.getObject(2, UUID.class)))
        .optional();
  }

  /** A stretch of the feed, without its first place and with its last. */
  record Stretch(Position after, Position last) {}

  /**
   * @param kinds of what happened; null for all
   */
  List<Row> in(ClubId club, Stretch stretch, @Nullable Set<String> kinds, int limit) {
    String[] only = kinds == null ? null : kinds.toArray(String[]::new);
    return jdbc.sql(
            """
            select xid::text, id, kind, subject, payload, at
            from feed.entry
            where club_id = ? and (xid, id) > (?::xid8, ?) and (xid, id) <= (?::xid8, ?)
              and (?::text[] is null or kind = any(?))
            order by xid, id
            limit ?
            """)
        .params(
            Arrays.<@Nullable Object>asList(
                club.value(),
                stretch.after().xid(),
                stretch.after().id(),
                stretch.last().xid(),
                stretch.last().id(),
                only,
                only,
                limit))
        .query((row, _) ->
            new Row(
                new Position(row.getString(1), row.getObject(2, UUID.class)),
                new Happening(
                    row.getString(3),
                    row.getObject(4, UUID.class),
                    row.getString(5),
                    Columns.time(row, "at"))))
        .list();
  }

  void move(ClubId club, String follower, Position position) {
    jdbc.sql(
            """
            update feed.cursor set xid = ?::xid8, id = ? where club_id = ? and follower = ?
            """)
        .params(position.xid(), position.id(), club.value(), follower)
        .update();
  }
}
