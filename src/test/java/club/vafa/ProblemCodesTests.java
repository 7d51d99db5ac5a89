package club.vafa;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.ProblemCode.Kind;
import club.vafa.kernel.Sentences;
import club.vafa.testing.GeneratedPage;
import club.vafa.testing.SourceFile;
import com.ibm.icu.text.MessagePattern;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reasons to refuse: each has one code, a sentence in every language, a line in the page. */
class ProblemCodesTests {
  /** Told by two rooms that may not know each other, in the same sense; may only shrink. */
  private static final Set<String> TWICE = Set.of("unknown_field", "wrong_type");

  private static final List<ProblemCode> CODES = codes();

  private final Sentences sentences = new Sentences();

  @Test
  void codesAreSnakeCaseAndMeanOneThing() {
    assertThat(CODES).hasSizeGreaterThan(40);
    Set<String> seen = new HashSet<>();
    assertThat(CODES).extracting(ProblemCode::code).allMatch(code -> code.matches("[a-z0-9_]+"));
    assertThat(CODES.stream().map(ProblemCode::code).filter(code -> !seen.add(code)).distinct())
        .as("codes that two rooms give a meaning")
        .containsExactlyInAnyOrderElementsOf(TWICE);
  }

  @Test
  void everyCodeHasASentenceInEveryLanguageAndNoSentenceIsLeftOver() {
    List<String> wanted = CODES.stream().map(code -> "problem." + code.code()).distinct().toList();
    for (Language language : Language.values()) {
      assertThat(keys(language, "problem."))
          .as("sentences for problems in %s", language)
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Test
  void everyKindHasATitleInEveryLanguage() {
    List<String> wanted = Stream.of(Kind.values()).map(ProblemCodesTests::titleKey).toList();
    for (Language language : Language.values()) {
      assertThat(keys(language, "title."))
          .as("titles in %s", language)
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Test
  void thePageListsThemAll() throws IOException {
    Map<String, String> patterns = englishPatterns();
    StringBuilder page =
        new StringBuilder(
            """
            # Problems

            What Vafa answers when it does not do what was asked: `application/problem+json` as RFC 9457
            describes it. `code` never changes its meaning; `detail` is a sentence in the caller's
            language, of which this page shows the English one. Words in braces are filled in. Faults in
            the input are listed one by one in `errors`, each with a JSON `pointer` to its field.

            This page is made from the code.
            """);
    for (Kind kind : Kind.values()) {
      List<ProblemCode> same =
          CODES.stream()
              .filter(code -> code.kind() == kind)
              .sorted(comparing(ProblemCode::code))
              .toList();
      if (!same.isEmpty()) {
        page.append("\n## %d · %s\n\n".formatted(kind.status(), title(kind)));
        page.append("| code | sentence |\n| --- | --- |\n");
        for (ProblemCode code : same) {
          String sentence = plain(patterns.getOrDefault("problem." + code.code(), ""));
          page.append("| `%s` | %s |\n".formatted(code.code(), sentence.replace("|", "\\|")));
        }
      }
    }
    GeneratedPage.check("docs/integrate/problems.md", page.toString(), getClass());
  }

  private String title(Kind kind) {
    return sentences.text(Language.EN, titleKey(kind), Map.of());
  }

  private static String titleKey(Kind kind) {
    return "title." + kind.name().toLowerCase(Locale.ROOT);
  }

  private List<String> keys(Language language, String prefix) {
    return sentences.keys(language).stream().filter(key -> key.startsWith(prefix)).toList();
  }

  /** All constants of all enums that list problems. */
  private static List<ProblemCode> codes() {
    List<ProblemCode> codes = new ArrayList<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("club.vafa")) {
      if (type.isAssignableTo(ProblemCode.class) && !type.isInterface()) {
        assertThat(type.isEnum()).as("%s lists its codes in an enum", type.getName()).isTrue();
        codes.addAll(
            Arrays.asList(type.reflect().asSubclass(ProblemCode.class).getEnumConstants()));
      }
    }
    return List.copyOf(codes);
  }

  private static Map<String, String> englishPatterns() throws IOException {
    Map<String, String> patterns = new HashMap<>();
    for (SourceFile file : SourceFile.below("src/main/resources/i18n")) {
      if (file.path().endsWith("_en.properties")) {
        Properties texts = new Properties();
        texts.load(new StringReader(file.text()));
        texts.stringPropertyNames().forEach(key -> patterns.put(key, texts.getProperty(key)));
      }
    }
    return patterns;
  }

  /** A sentence as a person reads it: names in braces, of a plural the general case. */
  private static String plain(String pattern) {
    return plain(new MessagePattern(pattern), 0, "");
  }

  private static String plain(MessagePattern pattern, int start, String number) {
    StringBuilder text = new StringBuilder();
    int limit = pattern.getLimitPartIndex(start);
    int from = pattern.getPart(start).getLimit();
    for (int at = start + 1; at <= limit; at++) {
      MessagePattern.Part part = pattern.getPart(at);
      text.append(pattern.getPatternString(), from, part.getIndex());
      from = part.getLimit();
      switch (part.getType()) {
        case ARG_START -> {
          text.append(argument(pattern, at));
          at = pattern.getLimitPartIndex(at);
          from = pattern.getPart(at).getLimit();
        }
        case REPLACE_NUMBER -> text.append(number);
        default -> {
          // Skipped syntax, such as a doubled apostrophe.
        }
      }
    }
    return text.toString();
  }

  private static String argument(MessagePattern pattern, int start) {
    String name = "{" + pattern.getSubstring(pattern.getPart(start + 1)) + "}";
    List<String> cases = new ArrayList<>();
    String last = "";
    for (int at = start + 1; at < pattern.getLimitPartIndex(start); at++) {
      MessagePattern.Part part = pattern.getPart(at);
      if (part.getType() == MessagePattern.Part.Type.ARG_SELECTOR) {
        last = pattern.getSubstring(part);
      } else if (part.getType() == MessagePattern.Part.Type.MSG_START) {
        if (pattern.getPart(start).getArgType() == MessagePattern.ArgType.SELECT
            || last.equals("other")) {
          cases.add(plain(pattern, at, name));
        }
        at = pattern.getLimitPartIndex(at);
      }
    }
    return cases.isEmpty() ? name : String.join(" / ", cases);
  }
}
