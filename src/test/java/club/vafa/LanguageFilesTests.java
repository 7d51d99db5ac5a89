package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.testing.SourceFile;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sentences Vafa speaks: the same ones in every language, about the same things. */
class LanguageFilesTests {
  private static final String FOLDER = "src/main/resources/i18n";
  private static final Pattern KEY = Pattern.compile("(?m)^([A-Za-z][\\w.-]*)\\s*[=:]");

  /** The same sentence in two rooms' files; may only shrink. */
  private static final Set<String> TWICE = Set.of();

  /** Letters that look alike in Persian and Arabic and are not found when mixed up. */
  private static final Map<Language, Pattern> FOREIGN_LETTERS =
      Map.of(
          Language.FA, Pattern.compile("[\u064A\u0643\u0629\u0660-\u0669]"),
          Language.AR, Pattern.compile("[\u06CC\u06A9\u06AF\u067E\u0686\u0698\u06F0-\u06F9]"));

  private final Sentences sentences = new Sentences();

  @Test
  void everyRoomsFilesAreThereInEveryLanguageAndAreRead() {
    Set<String> wanted = new TreeSet<>();
    for (String room : rooms()) {
      for (Language language : Language.values()) {
        wanted.add(FOLDER + "/" + room + "_" + language.code() + ".properties");
      }
    }
    assertThat(files()).extracting(SourceFile::path).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(Sentences.ROOMS).as("the rooms whose sentences are read").containsAll(rooms());
  }

  @Test
  void everySentenceIsThereInEveryLanguage() {
    for (Language language : Language.values()) {
      assertThat(sentences.keys(language))
          .as("the keys in %s beside those in English", language)
          .containsExactlyInAnyOrderElementsOf(sentences.keys(Language.EN));
    }
  }

  @Test
  void noKeyIsGivenTwice() {
    Map<String, String> owners = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (SourceFile file : files()) {
      String language = file.path().replaceFirst(".*_", "");
      Matcher key = KEY.matcher(file.text());
      while (key.find()) {
        String place = file.place(key.start());
        String before = owners.putIfAbsent(language + key.group(1), place);
        if (before != null && !TWICE.contains(key.group(1))) {
          twice.add(key.group(1) + " in " + before + " and " + place);
        }
      }
    }
    assertThat(twice).isEmpty();
  }

  @Test
  void everySentenceCanBeFormattedAndSaysSomething() throws IOException {
    for (SourceFile file : files()) {
      Properties texts = new Properties();
      texts.load(new StringReader(file.text()));
      for (String key : texts.stringPropertyNames()) {
        String pattern = texts.getProperty(key);
        assertThat(pattern).as(key + " in " + file.path()).isNotBlank();
        assertThat(
                new MessageFormat(pattern, Language.EN.locale()).usesNamedArguments()
                    || new MessageFormat(pattern).getArgumentNames().isEmpty())
            .as("arguments by name in %s of %s", key, file.path())
            .isTrue();
      }
    }
  }

  @Test
  void everyLanguageUsesTheSameArguments() throws IOException {
    for (String room : rooms()) {
      Properties english = texts(room, Language.EN);
      for (Language language : Language.values()) {
        Properties other = texts(room, language);
        for (String key : english.stringPropertyNames()) {
          assertThat(arguments(other.getProperty(key, "")))
              .as("the arguments of %s in %s beside those in English", key, language)
              .isEqualTo(arguments(english.getProperty(key)));
        }
      }
    }
  }

  @Test
  void persianAndArabicUseTheirOwnLetters() {
    for (SourceFile file : files()) {
      for (Language language : FOREIGN_LETTERS.keySet()) {
        if (file.path().endsWith("_" + language.code() + ".properties")) {
          Matcher letter = FOREIGN_LETTERS.get(language).matcher(file.text());
          assertThat(letter.results().map(found -> file.place(found.start()) + " " + found.group()))
              .as("letters of the other language")
              .isEmpty();
        }
      }
    }
  }

  private static List<SourceFile> files() {
    return SourceFile.below(FOLDER);
  }

  private static Set<String> rooms() {
    Set<String> rooms = new TreeSet<>();
    for (SourceFile file : files()) {
      rooms.add(file.name().replaceFirst("_\\w\\w\\.properties$", ""));
    }
    return rooms;
  }

  private static Properties texts(String room, Language language) throws IOException {
    Properties texts = new Properties();
    for (SourceFile file : files()) {
      if (file.name().equals(room + "_" + language.code() + ".properties")) {
        texts.load(new StringReader(file.text()));
      }
    }
    return texts;
  }

  /**
   * The names a sentence needs, and the cases of each choice. Plurals are a language's own affair:
   * one may need a plural where another does with the number alone.
   */
  private static Set<String> arguments(String text) {
    MessagePattern pattern = new MessagePattern(text);
    Set<String> found = new HashSet<>();
    for (int at = 0; at < pattern.countParts(); at++) {
      Part part = pattern.getPart(at);
      if (part.getType() == Part.Type.ARG_NAME) {
        found.add(pattern.getSubstring(part));
      }
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.SELECT) {
        found.addAll(cases(pattern, at));
      }
    }
    return found;
  }

  private static List<String> cases(MessagePattern pattern, int start) {
    String name = pattern.getSubstring(pattern.getPart(start + 1));
    List<String> cases = new ArrayList<>();
    int depth = 0;
    for (int at = start + 1; at < pattern.getLimitPartIndex(start); at++) {
      switch (pattern.getPartType(at)) {
        case MSG_START -> depth++;
        case MSG_LIMIT -> depth--;
        case ARG_SELECTOR -> {
          if (depth == 0) {
            cases.add(name + " " + pattern.getSubstring(pattern.getPart(at)));
          }
        }
        default -> {
          // Numbers, names and the arguments inside the cases are looked at by the caller.
        }
      }
    }
    return cases;
  }

  /** A self-check of the comparison above. */
  @Test
  void argumentsAreComparedByNameAndCase() {
    assertThat(arguments("{kind, select, a {one {limit}} other {two}} of {limit, number}"))
        .isEqualTo(new HashSet<>(Arrays.asList("kind", "limit", "kind a", "kind other")));
  }
}
