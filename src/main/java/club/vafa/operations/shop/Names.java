package club.vafa.operations.shop;

import club.vafa.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** Given and family names as they are found in Tehran, in the script of their language. */
final class Names {
  private final Properties lists = new Properties();

  Names() {
    try (InputStream file =
        Objects.requireNonNull(Names.class.getResourceAsStream("names.properties"))) {
      lists.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A name; Latin is how the given name is written in addresses. */
  record Name(String given, String family, String latin) {}

  Name of(Language language, Dice dice) {
    List<String> given = list(language.code() + ".given");
    int at = dice.below(given.size());
    String latin =
        language == Language.EN
            ? given.get(at).toLowerCase(Locale.ROOT)
            : list(language.code() + ".given.latin").get(at);
    return new Name(given.get(at), dice.pick(list(language.code() + ".family")), latin);
  }

  private List<String> list(String key) {
    return List.of(lists.getProperty(key).split(","));
  }
}
