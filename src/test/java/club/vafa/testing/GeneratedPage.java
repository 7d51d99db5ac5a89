package club.vafa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation that is made from the code. It is kept with the sources, so that
 * people read it without building, and its test fails when the code has moved on.
 */
public final class GeneratedPage {
  private static final String WRITE = "vafa.docs.write";

  private GeneratedPage() {}

  /** Compares the page with what it should be; with -Dvafa.docs.write=true writes it first. */
  public static void check(String page, String wanted, Class<?> test) throws IOException {
    Path path = Path.of(page);
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, wanted);
    }
    assertThat(Files.exists(path) ? Files.readString(path) : "")
        .as(
            "%s is made from the code and out of date. Refresh it and look at the difference:%n"
                + "  mvn -q test -Dtest=%s -D%s=true",
            page, test.getSimpleName(), WRITE)
        .isEqualTo(wanted);
  }
}
