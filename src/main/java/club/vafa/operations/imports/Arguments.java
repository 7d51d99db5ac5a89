package club.vafa.operations.imports;

import club.vafa.kernel.Language;
import club.vafa.operations.imports.CannotImport.Reason;
import club.vafa.operations.imports.ImportOptions.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the words behind {@code ./vafa import}; whatever is not understood is named. */
final class Arguments {
  private static final Set<String> FLAGS =
      Set.of("dry-run", "create-members", "create-branches", "prices-above-zero", "from-start");
  private static final Set<String> VALUES =
      Set.of(
          "club",
          "mapping",
          "source",
          "zone",
          "calendar",
          "date-format",
          "encoding",
          "delimiter",
          "decimal",
          "returns-prefix",
          "language",
          "refused");
  private final List<String> words = new ArrayList<>();
  private final Set<String> flags = new HashSet<>();
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> columns = new LinkedHashMap<>();

  private Arguments() {}

  static ImportOptions read(List<String> given) {
    Arguments arguments = new Arguments();
    arguments.sort(given.iterator());
    return arguments.options();
  }

  /** The language asked for, also when the rest is not understood. */
  static Language language(List<String> given) {
    for (int at = 0; at < given.size(); at++) {
      String word = given.get(at);
      if (word.startsWith("--language=")) {
        return Language.of(word.substring(11));
      }
      if (word.equals("--language") && at + 1 < given.size()) {
        return Language.of(given.get(at + 1));
      }
    }
    return Language.EN;
  }

  private void sort(Iterator<String> given) {
    while (given.hasNext()) {
      String word = given.next();
      if (!word.startsWith("--")) {
        words.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
      if (FLAGS.contains(name) && equals < 0) {
        flags.add(name);
      } else if (name.equals("map") || VALUES.contains(name)) {
        String value =
            equals >= 0 ? word.substring(equals + 1) : given.hasNext() ? given.next() : null;
        take(name, value);
      } else {
        throw new CannotImport(
            Reason.OPTION_UNKNOWN,
            Map.of("value", word, "allowed", "--map, " + dashed(VALUES) + ", " + dashed(FLAGS)));
      }
    }
  }

  private void take(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw new CannotImport(Reason.OPTION_WITHOUT_VALUE, Map.of("value", "--" + name));
    }
    if (!name.equals("map")) {
      values.put(name, value);
      return;
    }
    FormReader.column(value, columns);
  }

  private ImportOptions options() {
    Kind kind = kind();
    Path file = file();
    mappingFile();
    boolean dryRun = flags.contains("dry-run");
    return new ImportOptions(
        kind,
        file,
        values.get("club"),
        FormReader.read(values, columns, flags.contains("prices-above-zero")),
        flags.contains("create-members"),
        flags.contains("create-branches"),
        dryRun,
        flags.contains("from-start"),
        language(),
        refused(file));
  }

  /** Never the file itself: it is written anew. */
  private Path refused(Path file) {
    String usual = file + ".refused.csv";
    String wanted = values.getOrDefault("refused", usual);
    Path path = Path.of(wanted);
    if (path.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw unknown("refused", wanted, usual);
    }
    return path;
  }

  private Kind kind() {
    String word = words.isEmpty() ? "" : words.getFirst();
    if (words.size() != 2 || !(word.equals("purchases") || word.equals("members"))) {
      throw new CannotImport(Reason.KIND_MISSING, Map.of());
    }
    return word.equals("members") ? Kind.MEMBERS : Kind.PURCHASES;
  }

  private Path file() {
    Path file = Path.of(words.size() < 2 ? "" : words.get(1));
    if (words.size() == 2 && !Files.isRegularFile(file)) {
      throw new CannotImport(Reason.FILE_UNREADABLE, Map.of("file", file.toString()));
    }
    return file;
  }

  private void mappingFile() {
    String name = values.get("mapping");
    if (name == null) {
      return;
    }
    try (Reader reader = Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8)) {
      Properties read = new Properties();
      read.load(reader);
      for (String field : read.stringPropertyNames()) {
        columns.putIfAbsent(field, read.getProperty(field).strip());
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CannotImport(Reason.FILE_UNREADABLE, Map.of("file", name));
    }
  }

  private Language language() {
    String code = values.getOrDefault("language", "en");
    if (!Set.of("en", "fa", "ar").contains(code)) {
      throw unknown("language", code, "en, fa, ar");
    }
    return Language.of(code);
  }

  static CannotImport unknown(String option, String value, String allowed) {
    return new CannotImport(
        Reason.OPTION_VALUE, Map.of("option", "--" + option, "value", value, "allowed", allowed));
  }

  private static String dashed(Set<String> names) {
    return String.join(", ", names.stream().sorted().map(name -> "--" + name).toList());
  }
}
