package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every refusal has a sentence in every language, and every code one meaning. */
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
  void everyCodeMeansOneThing() throws ClassNotFoundException {
    TreeMap<String, List<ProblemCode>> byCode = new TreeMap<>();
    for (ProblemCode code : codes()) {
      byCode.computeIfAbsent(code.code(), _ -> new ArrayList<>()).add(code);
    }
    byCode.values().removeIf(found -> found.size() == 1);

    assertThat(byCode).isEmpty();
  }

  private static List<ProblemCode> codes() throws ClassNotFoundException {
    ClassPathScanningCandidateComponentProvider scan =
        new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
    List<ProblemCode> codes = new ArrayList<>();
    for (var found : scan.findCandidateComponents("club.vafa")) {
      Class<?> type = Class.forName(found.getBeanClassName());
      if (type.isEnum()) {
        for (Object constant : type.getEnumConstants()) {
          codes.add((ProblemCode) constant);
        }
      }
    }
    assertThat(codes).hasSizeGreaterThan(50);
    return codes;
  }
}
