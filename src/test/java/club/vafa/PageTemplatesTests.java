package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.testing.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pages are drawn with: texts, icons and files that are there, and nothing beside them. */
class PageTemplatesTests {
  private static final Path VENDOR = Path.of("src/main/resources/static/ui/vendor");
  private static final Pattern TEXT = Pattern.compile("\\.text\\(\\s*\"([a-z_.]+)\"");
  private static final Pattern ICON =
      Pattern.compile("ui\\.icon\\(screen = screen, name = \"([a-z0-9-]+)\"\\)");
  private static final Pattern CODE =
      Pattern.compile("(?m)^@(import|param).*$|@(else|end\\w+)|`, \\w+ = @`|`");
  private static final Pattern CALL = Pattern.compile("@(template[\\w.]*|if|elseif|for)(?=\\()");
  private static final Pattern TAGS = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^>\"'])*>");
  private static final Pattern INLINE =
      Pattern.compile("(?i)<[^>]*\\s(style|on[a-z]+)\\s*=|<script(?![^>]*\\ssrc=)|<style");

  private final Sentences sentences = new Sentences();

  private static List<SourceFile> templates() {
    return SourceFile.below("src/main/jte");
  }

  @Test
  void everyTextOnAPageIsInTheLanguageFiles() {
    List<String> missing = new ArrayList<>();
    int found = 0;
    for (SourceFile template : templates()) {
      Matcher text = TEXT.matcher(template.text());
      while (text.find()) {
        found++;
        if (!text.group(1).endsWith(".") && !sentences.knows(Language.EN, text.group(1))) {
          missing.add(text.group(1) + " in " + template.place(text.start()));
        }
      }
    }
    assertThat(missing).isEmpty();
    assertThat(found).isGreaterThan(20);
  }

  @Test
  void noTextStandsInATemplateItself() {
    List<String> written = new ArrayList<>();
    for (SourceFile template : templates()) {
      String bare = withoutCalls(withoutExpressions(template.text()));
      bare = CODE.matcher(bare).replaceAll("");
      for (String line : TAGS.matcher(bare).replaceAll(" ").split("\n")) {
        if (line.chars().anyMatch(Character::isLetter) && !line.contains("!doctype")) {
          written.add(template.path() + ": " + line.strip());
        }
      }
    }
    assertThat(written).as("text outside the language files").isEmpty();
  }

  /** Expressions hold braces of their own. */
  private static String withoutExpressions(String template) {
    StringBuilder bare = new StringBuilder();
    int depth = 0;
    for (int at = 0; at < template.length(); at++) {
      char sign = template.charAt(at);
      boolean begins =
          (sign == '$' || sign == '!')
              && at + 1 < template.length()
              && template.charAt(at + 1) == '{';
      if (begins && depth == 0) {
        depth = 1;
        at++;
      } else if (depth > 0) {
        depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
      } else {
        bare.append(sign);
      }
    }
    return bare.toString();
  }

  /**
   * What is called or asked, as far as its brackets reach; a part that is given in is text again.
   */
  private static String withoutCalls(String template) {
    StringBuilder bare = new StringBuilder();
    Matcher call = CALL.matcher(template);
    int from = 0;
    while (from < template.length() && call.find(from)) {
      bare.append(template, from, call.start());
      int depth = 0;
      int at = call.end();
      do {
        char sign = template.charAt(at);
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        at++;
      } while (depth > 0 && template.charAt(at) != '`');
      from = at;
    }
    return bare.append(template.substring(from)).toString();
  }

  @Test
  void nothingIsInlineThatBrowsersAreForbiddenToRun() {
    List<String> inline = new ArrayList<>();
    for (SourceFile template : templates()) {
      Matcher found = INLINE.matcher(template.text());
      while (found.find()) {
        inline.add(template.place(found.start()));
      }
    }
    assertThat(inline).isEmpty();
  }

  @Test
  void everyIconIsThereAndIsUsed() throws IOException {
    String symbols = Files.readString(VENDOR.resolve("icons.svg"));
    Set<String> used = new TreeSet<>();
    for (SourceFile template : templates()) {
      Matcher icon = ICON.matcher(template.text());
      while (icon.find()) {
        used.add(icon.group(1));
      }
    }
    assertThat(used)
        .isNotEmpty()
        .allSatisfy(name -> assertThat(symbols).contains("id=\"" + name + "\""));
  }

  @Test
  void filesThatAreNotOursAreWhatTheListSays() throws IOException, NoSuchAlgorithmException {
    Set<String> listed = new HashSet<>();
    for (String line : Files.readAllLines(VENDOR.resolve("manifest.txt"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split(" ");
      byte[] file = Files.readAllBytes(VENDOR.resolve(parts[0]));
      String sum = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
      assertThat(sum).as(parts[0]).isEqualTo(parts[4]);
      listed.add(parts[0]);
    }
    try (Stream<Path> files = Files.list(VENDOR)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !name.equals("manifest.txt"))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }
}
