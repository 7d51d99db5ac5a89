package club.vafa.settlement;

import club.vafa.installation.Columns;
import club.vafa.installation.RowType;
import club.vafa.installation.Rows;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.settlement.Movement.Spot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of movements, of their sums by day, and of how far the journal was read. */
@Repository
class MovementStore {
  private static final UUID FIRST = new UUID(0, 0);
  private static final String SELECT = "select * from settlement.movement where club_id = ?";

  private static final RowType<Movement> MOVEMENTS =
      RowType.<Movement>of("settlement.movement")
          .text("place", row -> row.spot().place().text())
          .smallint("unit", row -> row.spot().unit())
          .smallint("what", row -> row.spot().what().number())
          .date("day", Movement::day)
          .uuid("id", Movement::id)
          .uuid("member_id", row -> row.member().value())
          .uuid("document", Movement::document)
          .text("counter", row -> row.counter().text())
          .date("price_day", Movement::priceDay)
          .time("at", Movement::at)
          .bigint("amount", Movement::amount)
          .uuid("corrects", Movement::corrects);

  private static final RowType<DaySum> SUMS =
      RowType.<DaySum>of("settlement.day_sum")
          .date("day", DaySum::day)
          .text("place", row -> row.spot().place().text())
          .text("counter", row -> row.counter().text())
          .smallint("unit", row -> row.spot().unit())
          .smallint("what", row -> row.spot().what().number())
          .date("price_day", DaySum::priceDay)
          .bigint("amount", DaySum::amount);

  private final JdbcClient jdbc;
  private final Rows writer;

  MovementStore(JdbcClient jdbc, Rows writer) {
    this.jdbc = jdbc;
    this.writer = writer;
  }

  /** The movements of a day that differ in nothing a statement tells apart. */
  record DaySum(LocalDate day, Spot spot, Place counter, LocalDate priceDay, long amount) {}

  /** How far the journal was read; see the table. */
  record Reading(long done, long below, UUID member, UUID entry) {
    Reading finished() {
      return new Reading(below - 1, 0, FIRST, FIRST);
    }

    Reading stretch(long until) {
      return new Reading(done, until, FIRST, FIRST);
    }
  }

  /** Where reading stands, which nobody else moves until the transaction ends. */
  Reading lock(ClubId club) {
    jdbc.sql(
            """
            insert into settlement.reading (club_id, done, below, member_id, entry_id)
            values (?, -1, 0, ?, ?) on conflict do nothing
            """)
        .params(club.value(), FIRST, FIRST)
        .update();
    return jdbc.sql("select * from settlement.reading where club_id = ? for update")
        .param(club.value())
        .query((row, _) ->
            new Reading(
                row.getLong("done"),
                row.getLong("below"),
                row.getObject("member_id", UUID.class),
                row.getObject("entry_id", UUID.class)))
        .single();
  }

  void move(ClubId club, Reading to) {
    jdbc.sql(
            """
            update settlement.reading set done = ?, below = ?, member_id = ?, entry_id = ?
            where club_id = ?
            """)
        .params(to.done(), to.below(), to.member(), to.entry(), club.value())
        .update();
  }

  /** Keeps movements and adds them to the sums of their days. */
  void add(ClubId club, List<Movement> movements) {
    writer.insert(MOVEMENTS.rows(club, movements));
    writer.write(
        """
        insert into settlement.day_sum as s
          (club_id, day, place, counter, unit, what, price_day, amount)
        select club_id, day, place, counter, unit, what, price_day, amount
        from unnest(?::settlement.day_sum[])
        on conflict (club_id, day, place, counter, unit, what, price_day)
        do update set amount = s.amount + excluded.amount
        """,
        SUMS.rows(club, sums(movements)),
        _ -> {});
  }

  private static List<DaySum> sums(List<Movement> movements) {
    Map<String, DaySum> sums = new TreeMap<>();
    for (Movement one : movements) {
      DaySum sum = new DaySum(one.day(), one.spot(), one.counter(), one.priceDay(), one.amount());
      String key =
          String.join(
              "\n",
              one.day().toString(),
              one.spot().toString(),
              one.counter().text(),
              one.priceDay().toString());
      sums.merge(
          key,
          sum,
          (before, more) ->
              new DaySum(
                  before.day(),
                  before.spot(),
                  before.counter(),
                  before.priceDay(),
                  Math.addExact(before.amount(), more.amount())));
    }
    return List.copyOf(sums.values());
  }

  /** The sums from one day to another, both included. */
  List<DaySum> sums(ClubId club, LocalDate first, LocalDate last) {
    return jdbc.sql(
            """
            select * from settlement.day_sum
            where club_id = ? and day between ? and ? and amount <> 0
            order by day, place, counter, unit, what, price_day
            """)
        .params(club.value(), first, last)
        .query((row, _) ->
            new DaySum(
                date(row, "day"),
                spot(row),
                new Place(row.getString("counter")),
                date(row, "price_day"),
                row.getLong("amount")))
        .list();
  }

  /** Movements of one kind at one place, in the order of their days. */
  List<Movement> list(ClubId club, Spot spot, Days days, int limit) {
    return jdbc.sql(
            SELECT
                + """
                 and place = ? and unit = ? and what = ? and day <= ? and (day, id) > (?, ?)
                order by day, id limit ?
                """)
        .params(
            club.value(),
            spot.place().text(),
            spot.unit(),
            spot.what().number(),
            days.last(),
            days.from(),
            days.after(),
            limit)
        .query((row, _) -> movement(row))
        .list();
  }

  /** From behind a movement of a day until the end of another. */
  record Days(LocalDate from, UUID after, LocalDate last) {
    static Days of(LocalDate first, LocalDate last) {
      return new Days(first, FIRST, last);
    }
  }

  Optional<Movement> find(ClubId club, UUID id) {
    return jdbc.sql(SELECT + " and id = ?")
        .params(club.value(), id)
        .query((row, _) -> movement(row))
        .optional();
  }

  private static Movement movement(ResultSet row) throws SQLException {
    return new Movement(
        row.getObject("id", UUID.class),
        new MemberId(row.getObject("member_id", UUID.class)),
        row.getObject("document", UUID.class),
        spot(row),
        new Place(row.getString("counter")),
        date(row, "day"),
        date(row, "price_day"),
        Columns.time(row, "at"),
        row.getLong("amount"),
        row.getObject("corrects", UUID.class));
  }

  private static Spot spot(ResultSet row) throws SQLException {
    return new Spot(
        new Place(row.getString("place")), row.getInt("unit"), What.of(row.getInt("what")));
  }

  private static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
