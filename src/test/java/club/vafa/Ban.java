package club.vafa;

import club.vafa.testing.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Something that must not be written, and what to write instead.
 *
 * @param example a line that must be caught, which keeps the pattern honest
 */
record Ban(Pattern pattern, String example, String instead, Where where, View view) {
  /** Rooms in which every number may be somebody's money. */
  private static final Set<String> VALUE_ROOMS =
      Set.of(
          "kernel",
          "clubs",
          "goods",
          "spending",
          "ledger",
          "rules",
          "campaigns",
          "earning",
          "replay",
          "activity",
          "tiers",
          "members",
          "memberships",
          "cards");

  private static final int IN_SQL = Pattern.CASE_INSENSITIVE | Pattern.MULTILINE;
  private static final Where ANYWHERE = file -> true;
  private static final Where JAVA = SourceFile::isJava;

  /** The bench measures the machine by the machine's own clock. */
  private static final Where CLOCKED =
      file ->
          file.isJava()
              && !file.room().equals("kernel")
              && !file.path().startsWith("src/test/java/club/vafa/bench/");

  private static final Where MAIN = file -> file.isJava() && file.isMain();
  private static final Where TESTS = file -> file.isJava() && !file.isMain();

  /** The one place that asks whether a number from JSON is finite at all. */
  private static final Where VALUE =
      file ->
          MAIN.in(file)
              && VALUE_ROOMS.contains(file.room())
              && !file.path().endsWith("/rules/json/Values.java")
              // Pictures are no value.
              && !file.path().contains("/clubs/look/");

  private static final Where SQL =
      file -> file.path().endsWith(".sql") || (MAIN.in(file) && file.name().endsWith("Store.java"));

  interface Where {
    boolean in(SourceFile file);
  }

  /** What of a file is looked at. */
  enum View {
    ALL,
    NO_COMMENTS,
    CODE;

    SourceFile of(SourceFile file) {
      return switch (this) {
        case ALL -> file;
        case NO_COMMENTS -> file.withoutComments();
        case CODE -> file.codeOnly();
      };
    }
  }

  static final List<Ban> ALL =
      List.of(
          code(
              "\\b(LocalDate|LocalDateTime|LocalTime|Instant|ZonedDateTime|OffsetDateTime)\\.now\\b"
                  + "|\\bcurrentTimeMillis\\b|\\bnew Date\\(\\)",
              "Instant at = Instant.now();",
              "the kernel's Clock, which the demo and the tests can move",
              CLOCKED),
          code(
              "\\b([dD]ouble|[fF]loat)\\b(?!::)",
              "double price = 1.5;",
              "Amount, Money or Rate: whole minor units",
              VALUE),
          new Ban(
              Pattern.compile(
                  "\\b(double precision|real|float[48]?|money)\\s*(,|not null|$)", IN_SQL),
              "  price double precision not null,",
              "bigint minor units",
              file -> file.path().endsWith(".sql") && VALUE_ROOMS.contains(file.room()),
              View.NO_COMMENTS),
          new Ban(
              Pattern.compile(
                  "(?<![.\\w])(now|clock_timestamp)\\(\\)|\\bcurrent_(timestamp|date)\\b", IN_SQL),
              "values (?, now())",
              "an instant of the kernel's Clock as a parameter",
              SQL,
              View.NO_COMMENTS),
          new Ban(
              Pattern.compile("\\b(gen_random_uuid|uuidv7|uuid_generate_v4)\\(", IN_SQL),
              "id uuid default gen_random_uuid()",
              "an id made by the kernel's Ids",
              SQL,
              View.NO_COMMENTS),
          new Ban(
              Pattern.compile("\\b(listen|notify) \\w|\\block table\\b|\\bdeferrable\\b", IN_SQL),
              "listen feed",
              "the feed, row locks and plain constraints: the SQL stays portable",
              SQL,
              View.NO_COMMENTS),
          text(
              "\\b(FIXME|TODO|XXX|HACK)\\b",
              "// TODO later",
              "do it now, or write it down in docs/contribute/next.md"),
          code("\\blombok\\b", "import lombok.Getter;", "a record", JAVA),
          code(
              "@Autowired\\b(\\([^)]*\\))?[^;({=]*[;=]",
              "@Autowired private Clock clock;",
              "a constructor parameter",
              JAVA),
          code(
              "\\bmockito\\b|@Mock\\w*|@Spy\\w*",
              "import static org.mockito.Mockito.mock;",
              "the real thing, or a hand-made fake of the world outside",
              JAVA),
          code(
              "\\bThread\\.sleep\\b|\\bTimeUnit\\.\\w+\\.sleep\\b",
              "Thread.sleep(100);",
              "a moved clock, or waiting for the very thing",
              file -> TESTS.in(file) && CLOCKED.in(file)),
          code(
              "@Disabled\\w*|\\bAssumptions\\b|\\bassum(e|ing)(True|False|That)\\b",
              "@Disabled class LaterTests {",
              "a test that runs, or none",
              TESTS),
          code(
              "\\bprintStackTrace\\(",
              "failed.printStackTrace();",
              "a logger, or let it fly",
              MAIN),
          new Ban(
              Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}"),
              "catch (IOException ignored) {}",
              "a comment that says why nothing needs doing, or no catch",
              MAIN,
              View.ALL),
          text(
              "(?<![\\w.:/}])/(home|root|Users|work|mnt)/\\w",
              "see /root/notes",
              "a path from the project's folder"),
          text(
              "(?i)\\bco-authored-by\\b|\\bgenerated (with|by) (an? )?ai\\b|\\blanguage model\\b"
                  + "|(?<!user[- ])(?<!user|java)\\b[a]gents?\\b(?![.=:/])",
              "Co-Authored-By: somebody's tool",
              "nothing: the project's texts are about loyalty clubs"),
          text(
              "https?://(repo|repo1|registry|mirror|nexus|artifactory|proxy)\\.",
              "https://repo.example.org/maven",
              "nothing: where packages come from is each machine's own affair"));

  private static Ban code(String pattern, String example, String instead, Where where) {
    return new Ban(Pattern.compile(pattern), example, instead, where, View.CODE);
  }

  private static Ban text(String pattern, String example, String instead) {
    return new Ban(Pattern.compile(pattern), example, instead, ANYWHERE, View.ALL);
  }

  Stream<String> offences(SourceFile file) {
    if (!where.in(file)) {
      return Stream.empty();
    }
    SourceFile seen = view.of(file);
    return pattern
        .matcher(seen.text())
        .results()
        .map(found ->
            "%s: “%s” → %s".formatted(seen.place(found.start()), found.group().strip(), instead));
  }

  boolean catchesItsExample() {
    return pattern.matcher(example).find();
  }
}
