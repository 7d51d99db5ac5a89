package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every refusal of a room with language files has a sentence in each, and only one. */
class ProblemSentencesTests {
  private final Sentences sentences = new Sentences();

  @Test
  void everyRefusalCanBeToldInEveryLanguage() throws ClassNotFoundException {
    List<String> missing = new ArrayList<>();
    for (ProblemCode code : codes()) {
      for (Language language : Language.values()) {
        String title = "title." + code.kind().name().toLowerCase(Locale.ROOT);
        if (!sentences.knows(language, "problem." + code.code())) {
          missing.add(language.code() + " problem." + code.code());
        }
        if (!sentences.knows(language, title)) {
          missing.add(language.code() + " " + title);
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void noRoomWritesOverAnothersSentence() throws IOException {
    Map<String, String> owners = new HashMap<>();
    List<String> twice = new ArrayList<>();
    for (String room : Sentences.ROOMS) {
      for (Object key : file(room).keySet()) {
        String before = owners.put(key.toString(), room);
        if (before != null) {
          twice.add(key + " in " + before + " and " + room);
        }
      }
    }

    assertThat(twice).isEmpty();
  }

  private static Properties file(String room) throws IOException {
    Properties found = new Properties();
    try (InputStream file =
        Sentences.class.getResourceAsStream("/i18n/" + room + "_en.properties")) {
      if (file != null) {
        found.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      }
    }
    return found;
  }

  private static List<ProblemCode> codes() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
    List<ProblemCode> codes = new ArrayList<>();
    for (var found : scan.findCandidateComponents("club.vafa")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      String room = type.getPackageName().split("\\.")[2];
      if (type.isEnum()
          && Sentences.class.getResource("/i18n/" + room + "_en.properties") != null) {
        for (Object constant : type.getEnumConstants()) {
          codes.add((ProblemCode) constant);
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(50);
    return codes;
  }
}
