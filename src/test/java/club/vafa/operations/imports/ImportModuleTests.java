package club.vafa.operations.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.testing.RoomTest;
import club.vafa.testing.TestClub;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes of files, good ones and bad ones. */
@RoomTest
@Import(TestClub.class)
class ImportModuleTests {
  private static final String SALES =
      """
      receipt,date,customer,sku,quantity,price
      1,2024-03-01 10:00,ann,TEA,2,3.00
      1,2024-03-01 10:00,ann,CUP,1,7.50
      2,2024-03-02 11:00,ben,TEA,1,3.00
      3,2024-03-03 12:00,,TEA,1,3.00
      """;

  private final TestClub clubs;
  private final Imports imports;
  private final JdbcClient jdbc;
  @TempDir private Path folder;
  private Club club;

  ImportModuleTests(TestClub clubs, Imports imports, JdbcClient jdbc) {
    this.clubs = clubs;
    this.imports = imports;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void foundClub() {
    club = clubs.cafe();
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'euro',
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
  }

  @Test
  void takesSalesAndEarnsAsIfATillHadSentThem() throws IOException {
    Answer answer = purchases(SALES, "--create-members");

    assertThat(answer.code).isEqualTo(Imports.DONE);
    assertThat(answer.said)
        .contains("Columns: id = receipt, date = date, member = customer")
        .contains("Purchases: 3", "New members: 2");
    assertThat(points("ann")).isEqualTo(13);
    assertThat(points("ben")).isEqualTo(3);
    assertThat(count("activity.purchase")).isEqualTo(3);
  }

  @Test
  void theSameFileAgainChangesNothing() throws IOException {
    purchases(SALES, "--create-members");

    Answer again = purchases(SALES, "--create-members");

    assertThat(again.code).isEqualTo(Imports.DONE);
    assertThat(again.said).contains("imported before", "Known before, nothing changed: 3");
    assertThat(points("ann")).isEqualTo(13);
    assertThat(count("activity.purchase")).isEqualTo(3);
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndWritesNothing() throws IOException {
    Answer answer =
        purchases(SALES + "4,2024-13-01,ann,TEA,1,3.00\n", "--create-members", "--dry-run");

    assertThat(answer.code).isEqualTo(Imports.SOME_REFUSED);
    assertThat(answer.said).contains("Would be imported", "Purchases: 3", "New members: 2");
    assertThat(answer.refused).containsExactly("6 date date_unreadable");
    assertThat(count("activity.purchase") + count("members.member")).isZero();
  }

  @Test
  void wrongRowsAreListedAndDoNotStopTheOthers() throws IOException {
    Answer answer =
        purchases(
            """
            receipt,date,customer,sku,quantity,price
            1,2024-03-01 10:00,ann,TEA,2,3.00
            2,2024-03-01 10:00,ann,TEA,two,3.00
            2,2024-03-01 10:00,ann,CUP,1,3.00
            3,2024-03-01 10:00,ann,TEA,1,-3.00
            ,2024-03-01 10:00,ann,TEA,1,3.00
            4,2024-03-01 10:00,ann,TEA,1,3.005
            5,2034-03-01 10:00,ann,TEA,1,3.00
            6,2024-03-01 10:00,ann,TEA,1,3.00
            6,2024-03-01 10:00,ben,TEA,1,3.00
            7,2024-03-01 10:00,ann
            8,2024-03-01 10:00,ann,T\u0007A,1,3.00
            9,2024-03-01 10:00,"ann"x,"TEA
            """,
            "--create-members");

    assertThat(answer.code).isEqualTo(Imports.SOME_REFUSED);
    assertThat(answer.refused)
        .containsExactly(
            "3 quantity not_a_number",
            "4  other_row_refused",
            "5 unitPrice must_not_be_negative",
            "6 id required",
            "7 unitPrice too_many_decimals",
            "8 date time_out_of_range",
            "9  other_row_refused",
            "10 member rows_disagree",
            "11 unitPrice required",
            "12 sku invalid_characters",
            "13 unitPrice required");
    assertThat(count("activity.purchase")).isEqualTo(1);
  }

  @Test
  void theCorrectedFileOfRefusedRowsIsTakenInItsTurn() throws IOException {
    Answer answer = purchases(SALES.replace("3,2024-03-03", "3,yesterday"), "--create-members");
    Path refused = folder.resolve("sales.csv.refused.csv");
    String corrected = Files.readString(refused).replace("yesterday", "2024-03-03");

    Answer next = purchases(corrected, "--create-members");

    assertThat(answer.code).isEqualTo(Imports.SOME_REFUSED);
    assertThat(next.code).as(next.said).isEqualTo(Imports.DONE);
    assertThat(count("activity.purchase")).isEqualTo(3);
  }

  @Test
  void membersNobodyKnowsAreRefusedUnlessTheyMayBeCreated() throws IOException {
    Answer answer = purchases(SALES);

    assertThat(answer.refused)
        .containsExactly(
            "2 member member_unknown", "3 member member_unknown", "4 member member_unknown");
    assertThat(count("activity.purchase")).isEqualTo(1);
  }

  @Test
  void goodsComeBackToTheLatestPurchasesThatHaveThem() throws IOException {
    Answer answer =
        purchases(
            """
            receipt,date,customer,sku,quantity,price
            1,2024-03-01,ann,TEA,2,3.00
            2,2024-03-02,ann,TEA,2,4.00
            C3,2024-03-03,ann,TEA,-3,4.00
            4,2024-03-04,ann,TEA,1,5.00
            C5,2024-03-05,ann,TEA,5,3.00
            C6,2024-03-05,,TEA,-1,3.00
            """,
            "--create-members",
            "--returns-prefix",
            "C");

    assertThat(answer.refused)
        .containsExactly("6 quantity nothing_to_return", "7 member return_without_member");
    assertThat(answer.said).contains("went back to: 4");
    assertThat(points("ann")).isZero();
    assertThat(returns()).containsExactly("C3/1", "C3/2", "C5/1", "C5/2");

    Answer again =
        purchases(
            Files.readString(folder.resolve("sales.csv")),
            "--create-members",
            "--returns-prefix",
            "C");

    assertThat(again.refused).isEqualTo(answer.refused);
    assertThat(returns()).hasSize(4);
  }

  @Test
  void anImportThatStoppedGoesOnWhereItWas() throws IOException {
    purchases(SALES, "--create-members");
    ClubScope.run(
        club.id(),
        () ->
            jdbc.sql("update operations.import_run set finished_at = null, rows = 2, purchases = 1")
                .update());

    Answer resumed = purchases(SALES, "--create-members");

    assertThat(resumed.said).contains("Going on after row 2", "Known before, nothing changed: 2");
    assertThat(count("activity.purchase")).isEqualTo(3);
  }

  @Test
  void aFileOfAnotherScriptAndCalendarIsRead() throws IOException {
    String text =
        "\uFEFFشماره فاکتور;تاریخ;ساعت;کد مشتری;شعبه;نام کالا;تعداد;فی\n"
            + "۱;۱۴۰۲/۱۲/۱۱;۱۸:۳۰;الف;مرکزی;چای;۲;۳٫۵۰\n"
            + "۲;۱۴۰۲/۱۳/۱۱;۱۸:۳۰;الف;مرکزی;چای;۲;۳٫۵۰\n";

    Answer answer =
        purchases(
            text, "--calendar=jalali", "--create-members", "--create-branches", "--language", "fa");

    assertThat(answer.said).contains("خریدها: ۱", "شعبه‌های تازه: ۱");
    assertThat(answer.refused).containsExactly("3 date date_unreadable");
    assertThat(points("الف")).isEqualTo(7);
    assertThat(occurredAt()).containsExactly("2024-03-01T17:30:00Z");
  }

  @Test
  void aFileInAnotherEncodingIsRead() throws IOException {
    Path file = folder.resolve("sales.csv");
    Files.writeString(
        file,
        "رقم الفاتورة;التاريخ;رقم العميل;الصنف;الكمية;السعر\n1;02/03/2024;سارة;شاي;2;3,50\n",
        Charset.forName("windows-1256"));

    Answer answer = run("purchases", file, "--encoding=windows-1256", "--create-members");

    assertThat(answer.code).as(answer.said).isEqualTo(Imports.DONE);
    assertThat(points("سارة")).isEqualTo(7);
    assertThat(occurredAt()).containsExactly("2024-03-01T23:00:00Z");
  }

  @Test
  void aWrongFileOrCommandStopsBeforeAnythingIsDone() throws IOException {
    String file = file("receipt,when\n1,2024-01-01\n").toString();
    Path empty = Files.writeString(folder.resolve("empty.csv"), "");

    assertThat(notBegun("purchases", file)).contains("No column was found for date");
    assertThat(notBegun("purchases", file, "--map", "date=day")).contains("no column day");
    assertThat(notBegun("purchases", file, "--map", "colour=when")).contains("no field colour");
    assertThat(notBegun("purchases", file, "--colour")).contains("--colour is not known");
    assertThat(notBegun("purchases", file, "--zone", "Mars")).contains("--zone cannot be Mars");
    assertThat(notBegun("purchases", file, "--refused", file)).contains("--refused cannot be");
    assertThat(notBegun("purchases", empty.toString())).contains("is empty");
    assertThat(notBegun("purchases", "nowhere.csv")).contains("cannot be read");
    assertThat(notBegun("sales", file)).contains("./vafa import purchases");
    assertThat(notBegun("purchases", file, "--language=fa", "--map", "date="))
        .contains("ستونی پیدا نشد");
  }

  @Test
  void membersComeWithTheirCardsAndOnlyOnce() throws IOException {
    String text =
        """
        Customer No,Full name,Mobile,E-mail,Card number,Birthday
        17,Sara Ahmadi,+49 151 11111111,sara@example.org,4001,1990-05-17
        18,Ali,015122222222,,,
        19,Bad Phone,12,,,
        20,Other,+4915111111111,,,
        """;

    Answer answer = members(text);
    Answer again = members(text);

    assertThat(answer.said).contains("New members: 2", "New cards: 1");
    assertThat(answer.refused).containsExactly("4 phone phone_invalid", "5 phone member_exists");
    assertThat(again.said).contains("Known before, nothing changed: 2");
    assertThat(again.refused).isEqualTo(answer.refused);
    assertThat(count("members.member")).isEqualTo(2);
    assertThat(count("cards.card")).isEqualTo(1);
  }

  private record Answer(int code, String said, List<String> refused) {}

  private Answer purchases(String text, String... options) throws IOException {
    return run("purchases", file(text), options);
  }

  private Answer members(String text, String... options) throws IOException {
    return run("members", file(text), options);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sales.csv"), text);
  }

  private Answer run(String kind, Path file, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of(kind, file.toString(), "--club", club.code()));
    words.addAll(List.of(options));
    return run(words.toArray(String[]::new));
  }

  private Answer run(String... words) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code = imports.run(List.of(words), new PrintStream(said, true, UTF_8));
    Path refused = folder.resolve("sales.csv.refused.csv");
    List<String> rows = new ArrayList<>();
    if (Files.exists(refused)) {
      rows.addAll(RefusedRows.of(refused));
    }
    return new Answer(code, said.toString(UTF_8), rows);
  }

  private String notBegun(String... words) throws IOException {
    Answer answer = run(words);
    assertThat(answer.code).as(answer.said).isEqualTo(Imports.NOT_BEGUN);
    return answer.said;
  }

  private long points(String member) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql(
                    """
                    select w.active from ledger.wallet w
                    join members.identifier i using (club_id, member_id)
                    where i.kind = 3 and substr(i.value, 2) = ? and w.unit = 1
                    """)
                .param(member)
                .query((row, _) -> row.getLong(1))
                .single());
  }

  private long count(String table) {
    return ClubScope.call(
        club.id(),
        () -> jdbc.sql("select count(*) from " + table).query((row, _) -> row.getLong(1)).single());
  }

  private List<String> occurredAt() {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select occurred_at from activity.purchase order by id")
                .query((row, _) -> row.getTimestamp(1).toInstant().toString())
                .list());
  }

  private List<String> returns() {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select external_id from activity.return order by external_id")
                .query((row, _) -> row.getString(1))
                .list());
  }
}
