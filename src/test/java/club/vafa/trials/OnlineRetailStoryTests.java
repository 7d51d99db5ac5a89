package club.vafa.trials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.operations.imports.Imports;
import club.vafa.testing.StoryTest;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.springframework.context.annotation.Import;

/**
 * December 2010 of a real retailer, imported and reckoned again beside Vafa; with {@code
 * -Dvafa.trial=year} all of the year. Without the data set, which is not part of the project, there
 * is nothing to tell.
 */
@StoryTest
@Import(RetailClub.class)
class OnlineRetailStoryTests {
  private static final String BEFORE =
      "year".equals(System.getProperty("vafa.trial")) ? "" : "2011";

  private final RetailClub clubs;
  private final Imports imports;
  @TempDir private Path temporary;

  OnlineRetailStoryTests(RetailClub clubs, Imports imports) {
    this.clubs = clubs;
    this.imports = imports;
  }

  @BeforeAll
  static void theDataSetIsThere() {
    if (OnlineRetail.folder().isEmpty()) {
      throw new TestAbortedException(
          "The data set Online Retail is not there: put it into ../shared/data/online_retail, or"
              + " name the folder above data with SHARED_FOLDER.");
    }
  }

  @Test
  void everyMembersPointsAreThoseReckonedFromTheFile() throws IOException {
    Path folder = OnlineRetail.folder().orElseThrow();
    Path file = temporary.resolve("online-retail.csv");
    OnlineRetail.write(folder, file, BEFORE);
    Club club = clubs.found("online-retail");
    List<String> command = RetailClub.command(club.code(), file);

    run(command, Imports.SOME_REFUSED);

    Recomputation expected = Recomputation.of(folder, BEFORE);
    assertThat(clubs.verify(club).failures()).isEmpty();
    assertThat(clubs.points(club.id())).isEqualTo(expected.points());
    assertThat(refused(Path.of(file + ".refused.csv"))).isEqualTo(expected.refused);
    Map<String, Long> rows = clubs.rows(club.id());
    assertThat(rows).containsEntry("activity.purchase", (long) expected.purchases);

    run(command, Imports.SOME_REFUSED);

    assertThat(clubs.rows(club.id())).as("after the same file again").isEqualTo(rows);
    assertThat(clubs.points(club.id())).isEqualTo(expected.points());
    assertThat(refused(Path.of(file + ".refused.csv"))).isEqualTo(expected.refused);
  }

  private String run(List<String> command, int code) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int answered = imports.run(command, new PrintStream(said, true, UTF_8));
    assertThat(answered).as(said.toString(UTF_8)).isEqualTo(code);
    return said.toString(UTF_8);
  }

  static Map<Long, String> refused(Path file) throws IOException {
    Map<Long, String> refused = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        assertThat(row.getField("vafa_reason")).isNotBlank();
        refused.put(Long.valueOf(row.getField("vafa_line")), row.getField("vafa_code"));
      }
    }
    return refused;
  }
}
