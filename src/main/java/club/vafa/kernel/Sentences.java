package club.vafa.kernel;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of the language files ({@code i18n/<room>_<language>.properties}), formatted by ICU
 * with named arguments, so that plurals and digits follow the reader's language.
 */
public final class Sentences {
  /** The rooms that have language files. */
  public static final List<String> ROOMS =
      List.of(
          "kernel",
          "installation",
          "api",
          "ui",
          "clubs",
          "goods",
          "spending",
          "access",
          "ledger",
          "members",
          "acts",
          "cards",
          "referrals",
          "settlement",
          "activity",
          "memberships",
          "tiers",
          "rules",
          "campaigns",
          "program",
          "templates",
          "rewards",
          "replay",
          "earning",
          "till",
          "portal",
          "console",
          "operations",
          "demo");

  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  public Sentences() {
    for (Language language : Language.values()) {
      Map<String, String> all = new HashMap<>();
      for (String room : ROOMS) {
        read("/i18n/" + room + "_" + language.code() + ".properties", all);
      }
      texts.put(language, Map.copyOf(all));
    }
  }

  public boolean knows(Language language, String key) {
    return all(language).containsKey(key);
  }

  public Set<String> keys(Language language) {
    return all(language).keySet();
  }

  /** The sentence of a key; the key itself when the language files lack it. */
  public String text(Language language, String key, Map<String, Object> args) {
    String pattern = all(language).get(key);
    if (pattern == null) {
      return key;
    }
    MessageFormat format =
        formats.computeIfAbsent(
            language.code() + key, _ -> new MessageFormat(pattern, language.locale()));
    // MessageFormat is not safe for several threads; a clone is.
    return format.clone().format(worded(language, args));
  }

  private static Map<String, Object> worded(Language language, Map<String, Object> args) {
    if (args.values().stream().noneMatch(Worded.class::isInstance)) {
      return args;
    }
    Map<String, Object> told = new HashMap<>(args);
    told.replaceAll((_, arg) -> arg instanceof Worded word ? word.in(language) : arg);
    return told;
  }

  /** The sentence for a refusal in the reader's language. */
  public String text(Language language, Refusal refusal) {
    return text(language, "problem." + refusal.code().code(), refusal.args());
  }

  private Map<String, String> all(Language language) {
    return texts.getOrDefault(language, Map.of());
  }

  private static void read(String resource, Map<String, String> into) {
    try (InputStream file = Sentences.class.getResourceAsStream(resource)) {
      if (file == null) {
        return;
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String key : properties.stringPropertyNames()) {
        into.put(key, properties.getProperty(key));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(resource, unreadable);
    }
  }
}
