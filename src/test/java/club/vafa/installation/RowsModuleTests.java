package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.kernel.ClubId;
import club.vafa.testing.RoomTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows that go to the database in binary come out as they went in. */
@RoomTest
class RowsModuleTests {
  private static final ClubId CLUB = new ClubId(new UUID(1, 2));
  private static final String USAGE = "campaigns.usage";

  private record Thing(
      UUID id, @Nullable String text, long big, int small, LocalDate date, Instant at) {}

  private final Rows rows;
  private final JdbcClient jdbc;

  RowsModuleTests(Rows rows, JdbcClient jdbc) {
    this.rows = rows;
    this.jdbc = jdbc;
  }

  @Test
  void everyKindOfColumnArrivesWhateverTheirOrder() {
    List<Thing> things =
        List.of(
            new Thing(
                new UUID(-1, 5), "سلام ☕ '\"\\{}", Long.MIN_VALUE, -1, day("1969-12-31"), at(0)),
            new Thing(new UUID(7, -9), "x".repeat(100_000), 0, 32_767, day("2026-03-20"), at(1)),
            new Thing(new UUID(0, 0), "", Long.MAX_VALUE, 0, day("0001-01-01"), at(2)));
    RowType<Thing> type =
        RowType.<Thing>of(USAGE)
            .date("since", Thing::date)
            .bigint("uses", Thing::big)
            .smallint("period", Thing::small)
            .text("rule", Thing::text)
            .uuid("member_id", Thing::id);
    List<String> found = new ArrayList<>();

    rows.query(
        """
        select member_id, rule, uses, period, since, club_id, campaign_id
        from unnest(?::campaigns.usage[])
        """,
        type.rows(CLUB, things),
        row -> {
          assertThat(row.getObject("club_id", UUID.class)).isEqualTo(CLUB.value());
          assertThat(row.getObject("campaign_id")).as("a column without a name here").isNull();
          found.add(
              row.getString(1)
                  + row.getString(2)
                  + row.getLong(3)
                  + row.getInt(4)
                  + row.getObject(5, LocalDate.class));
        });

    assertThat(found)
        .containsExactlyElementsOf(
            things.stream()
                .map(one -> one.id() + one.text() + one.big() + one.small() + one.date())
                .toList());
  }

  @Test
  void timesKeepTheirMicrosecondsAndNothingStaysNothing() {
    List<@Nullable Instant> times = new ArrayList<>();
    times.add(Instant.parse("1821-01-01T00:00:00.000001Z"));
    times.add(Instant.parse("2026-11-22T23:59:59.999999999Z"));
    times.add(null);
    RowType<Integer> type =
        RowType.<Integer>of("ledger.lot")
            .time("at", times::get)
            .integer("campaign_version", at -> at == 0 ? null : at)
            .text("rule", at -> at == 1 ? null : "r");
    List<String> found = new ArrayList<>();

    rows.query(
        "select at::text, campaign_version, rule from unnest(?::ledger.lot[])",
        type.rows(CLUB, List.of(0, 1, 2)),
        row -> found.add(row.getString(1) + " " + row.getObject(2) + " " + row.getString(3)));

    assertThat(found)
        .containsExactly(
            "1821-01-01 00:00:00.000001+00 null r",
            "2026-11-22 23:59:59.999999+00 1 null",
            "null 2 r");
  }

  @Test
  void idsAreFoundByAnArrayOfThem() {
    List<UUID> ids = List.of(new UUID(3, 4), new UUID(-3, -4));
    assertThat(
            jdbc.sql("select id::text from unnest(?) as id")
                .param(Columns.uuids(ids, id -> id))
                .query(String.class)
                .list())
        .containsExactly(ids.get(0).toString(), ids.get(1).toString());
  }

  @Test
  void whatIsWrittenTogetherIsSentAtTheEndWithItsOwnCounts() {
    RowType<Thing> type = RowType.<Thing>of(USAGE).uuid("member_id", Thing::id);
    Thing one = new Thing(new UUID(9, 9), null, 0, 0, day("2026-01-01"), at(0));
    List<Integer> counts = new ArrayList<>();

    ClubScope.run(
        CLUB,
        () ->
            rows.together(() -> {
              for (int times = 1; times <= 2; times++) {
                rows.write(
                    "update campaigns.usage u set uses = 1 from unnest(?::campaigns.usage[]) n"
                        + " where u.member_id = n.member_id",
                    type.rows(CLUB, List.of(one)),
                    counts::add);
              }
              assertThat(counts).isEmpty();
            }));

    assertThat(counts).containsExactly(0, 0);
  }

  @Test
  void aColumnThatIsNotTheTablesIsRefusedByName() {
    RowType<Thing> type = RowType.<Thing>of("campaigns.version").bigint("version", Thing::big);
    assertThatThrownBy(() -> rows.insert(type.rows(CLUB, List.of(thing()))))
        .hasMessageContaining("the columns of campaigns.version");
  }

  @Test
  void aNumberThatIsTooLargeIsRefused() {
    RowType<Long> type = RowType.<Long>of(USAGE).smallint("period", number -> number);
    assertThatThrownBy(() -> rows.insert(type.rows(CLUB, List.of(32_768L))))
        .isInstanceOf(ArithmeticException.class);
  }

  private static Thing thing() {
    return new Thing(new UUID(1, 1), "t", 1, 1, day("2026-01-01"), at(0));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }
}
