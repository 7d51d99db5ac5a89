package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Fingerprint;
import club.vafa.testing.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of every migration and of every statement: a room keeps to its own tables. */
class MigrationsTests {
  private static final Path DELIVERED = Path.of("src/test/resources/migrations.txt");
  private static final Pattern NAME = Pattern.compile("V(\\d+)_(\\d\\d)__[a-z0-9_]+\\.sql");
  private static final Pattern TABLE =
      Pattern.compile(
          "create\\s+(?:unlogged\\s+)?table\\s+(\\w+)\\.(\\w+)\\s*\\(([\\s\\S]*?)\n\\)");
  private static final Pattern ANY_TABLE = Pattern.compile("create\\s+(?:\\w+\\s+)?table\\b");
  private static final Pattern WALL =
      Pattern.compile(
          "select\\s+installation\\.protect(?:_append_only)?\\('(\\w+)',\\s*'(\\w+)'\\)");
  private static final Pattern USED =
      Pattern.compile("\\b(?:from|join|into|update|references)\\s+(\\w+)\\.\\w+");

  @Test
  void numbersBelongToRooms() {
    List<String> owners = new ArrayList<>();
    for (SourceFile file : migrations()) {
      Matcher name = NAME.matcher(file.name());
      assertThat(name.matches()).as("%s is called V<room>_<nn>__<what>.sql", file.path()).isTrue();
      owners.add(name.group(1) + " " + file.room());
    }
    Set<String> distinct = Set.copyOf(owners);
    assertThat(distinct.stream().map(owner -> owner.split(" ")[0]))
        .as("a number space has one room")
        .doesNotHaveDuplicates();
    assertThat(distinct.stream().map(owner -> owner.split(" ")[1]))
        .as("a room has one number space")
        .doesNotHaveDuplicates();
  }

  @Test
  void whatWasDeliveredIsNeverChanged() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (SourceFile file : migrations()) {
      byte[] sql = file.text().getBytes(StandardCharsets.UTF_8);
      found.put(
          file.room() + "/" + file.name(),
          Fingerprint.of(Fingerprint.sha256().digest(sql)).toString());
    }
    Map<String, String> delivered =
        Files.readAllLines(DELIVERED).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" = "))
            .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    assertThat(found)
        .as(
            "a database that ran a migration never runs it again: make a new one, and add its line"
                + " to %s",
            DELIVERED)
        .isEqualTo(delivered);
  }

  @Test
  void everyTableStandsInItsRoomsSchemaBehindTheWall() {
    Set<String> walled =
        migrations().stream()
            .flatMap(file -> WALL.matcher(file.withoutComments().text()).results())
            .map(MigrationsTests::table)
            .collect(Collectors.toSet());
    for (SourceFile file : migrations()) {
      String sql = file.withoutComments().text();
      List<MatchResult> tables = TABLE.matcher(sql).results().toList();
      assertThat(tables)
          .as("tables in %s are made as schema.table, closed on a line of their own", file.path())
          .hasSameSizeAs(ANY_TABLE.matcher(sql).results().toList());
      for (MatchResult table : tables) {
        assertThat(table.group(1)).as("the schema in %s", file.path()).isEqualTo(file.room());
        assertThat(walled)
            .as("select installation.protect(…) puts tables behind the wall; %s", file.path())
            .contains(table(table));
      }
    }
  }

  @Test
  void everyKeyBeginsWithTheClub() {
    for (SourceFile file : migrations()) {
      for (MatchResult table : TABLE.matcher(file.withoutComments().text()).results().toList()) {
        assertThat(table.group(3).strip())
            .as("the columns of %s begin with the club", table(table))
            .matches("club_id\\s+uuid\\b[\\s\\S]*");
        assertThat(table.group(3))
            .as("the primary key of %s begins with the club", table(table))
            .containsPattern("primary key \\(club_id\\b|club_id\\s+uuid\\s+primary key");
      }
    }
  }

  @Test
  void nobodyTouchesAForeignRoomsTables() {
    Set<String> schemas = migrations().stream().map(SourceFile::room).collect(Collectors.toSet());
    assertThat(
            Stream.concat(migrations().stream(), stores())
                .flatMap(file ->
                    USED.matcher(file.withoutComments().text())
                        .results()
                        .filter(used -> schemas.contains(used.group(1)))
                        .filter(used -> !used.group(1).equals(file.room()))
                        .map(used -> file.place(used.start()) + ": " + used.group())))
        .as("tables of other rooms; their face answers instead")
        .isEmpty();
  }

  private static String table(MatchResult found) {
    return found.group(1) + "." + found.group(2);
  }

  private static List<SourceFile> migrations() {
    return SourceFile.below("src/main/resources/db/migration");
  }

  private static Stream<SourceFile> stores() {
    return SourceFile.java("src/main/java").stream()
        .filter(file -> file.name().endsWith("Store.java"));
  }
}
