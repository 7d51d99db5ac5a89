package club.vafa.kernel;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a noun stands beside numbers: one point, two points. What is missing is as its name. */
public record Forms(Map<Language, Map<Plural, String>> known) {
  public static final Forms NONE = new Forms(Map.of());

  public Forms {
    known =
        known.entrySet().stream()
            .filter(one -> !one.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> Map.copyOf(one.getValue())));
  }

  /** Those that are found; null where there is none. */
  public static Forms found(BiFunction<Language, Plural, @Nullable String> source) {
    Map<Language, Map<Plural, String>> known = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      Map<Plural, String> forms = new EnumMap<>(Plural.class);
      for (Plural plural : Plural.values()) {
        String form = source.apply(language, plural);
        if (form != null) {
          forms.put(plural, form);
        }
      }
      known.put(language, forms);
    }
    return new Forms(known);
  }

  /** The noun beside this number. */
  public String beside(BigDecimal number, Language language, String name) {
    Map<Plural, String> forms = known.getOrDefault(language, Map.of());
    return forms.isEmpty() ? name : forms.getOrDefault(Plural.of(language, number), name);
  }

  /** By the codes of languages and of numbers, always in the same order. */
  public SequencedMap<String, SequencedMap<String, String>> byCode() {
    SequencedMap<String, SequencedMap<String, String>> byCode = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      if (known.containsKey(language)) {
        byCode.put(language.code(), of(language));
      }
    }
    return byCode;
  }

  /** Those of one language by the codes of numbers. */
  public SequencedMap<String, String> of(Language language) {
    SequencedMap<String, String> forms = new LinkedHashMap<>();
    for (Plural plural : Plural.values()) {
      String form = known.getOrDefault(language, Map.of()).get(plural);
      if (form != null) {
        forms.put(plural.code(), form);
      }
    }
    return forms;
  }
}
