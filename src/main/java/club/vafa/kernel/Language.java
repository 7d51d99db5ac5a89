package club.vafa.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The languages Vafa speaks. */
public enum Language {
  EN("en"),
  FA("fa"),
  AR("ar");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public Locale locale() {
    return Locale.forLanguageTag(code);
  }

  public boolean rightToLeft() {
    return this != EN;
  }

  /**
   * The language of a code such as {@code fa} or {@code fa-IR}; English when it is none of ours.
   */
  public static Language of(@Nullable String tag) {
    for (Language language : values()) {
      if (tag != null && (tag.equals(language.code) || tag.startsWith(language.code + "-"))) {
        return language;
      }
    }
    return EN;
  }

  /** Texts by the codes of their languages, always in the same order. */
  public static SequencedMap<String, String> byCode(Map<Language, String> texts) {
    SequencedMap<String, String> byCode = new LinkedHashMap<>();
    for (Language language : values()) {
      String text = texts.get(language);
      if (text != null) {
        byCode.put(language.code, text);
      }
    }
    return byCode;
  }

  /** The best match for an {@code Accept-Language} header; English when nothing matches. */
  public static Language accepted(@Nullable String header) {
    if (header == null || header.isBlank() || header.length() > 200) {
      return EN;
    }
    try {
      List<LanguageRange> wanted = LanguageRange.parse(header);
      String tag = Locale.lookupTag(wanted, List.of("en", "fa", "ar"));
      return of(tag);
    } catch (IllegalArgumentException malformed) {
      return EN;
    }
  }
}
