package club.vafa.feed;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The feed's tables. */
@Component
class FeedStore {
  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final Ids ids;

  FeedStore(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** A place in the feed: transaction first, then id. */
  record Position(String xid, UUID id) {}

  record Row(Position position, Happening happening) {}

  void append(ClubId club, List<Happening> happenings) {
    int count = happenings.size();
    UUID[] id = new UUID[count];
    String[] kind = new String[count];
    UUID[] subject = new UUID[count];
    String[] payload = new String[count];
    Timestamp[] at = new Timestamp[count];
    for (int row = 0; row < count; row++) {
      Happening happening = happenings.get(row);
      id[row] = ids.next();
      kind[row] = happening.kind();
      subject[row] = happening.subject();
      payload[row] = happening.payload();
      at[row] = Timestamp.from(happening.at());
    }
    jdbc.sql(
            """
            insert into feed.entry (club_id, id, kind, subject, payload, at)
            select ?, t.id, t.kind, t.subject, t.payload, t.at
            from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::timestamptz[])
              as t (id, kind, subject, payload, at)
            """)
        .params(club.value(), id, kind, subject, payload, at)
        .update();
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

  List<Row> after(ClubId club, Position position, int limit) {
    return jdbc.sql(
            """
            select xid::text, id, kind, subject, payload, at
            from feed.entry
            where club_id = ? and (xid, id) > (?::xid8, ?)
              and xid < pg_snapshot_xmin(pg_current_snapshot())
            order by xid, id
            limit ?
            """)
        .params(club.value(), position.xid(), position.id(), limit)
        .query(
            (row, _) ->
                new Row(
                    new Position(row.getString(1), row.getObject(2, UUID.class)),
                    new Happening(
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        instant(row.getTimestamp(6)))))
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

  private static Instant instant(Timestamp timestamp) {
    return timestamp.toInstant();
  }
}
