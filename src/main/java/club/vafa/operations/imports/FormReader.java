package club.vafa.operations.imports;

import club.vafa.kernel.CalendarKind;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what is said of how a file is written; whatever is not understood is named. */
final class FormReader {
  private static final Map<String, Character> DELIMITERS =
      Map.of(
          "comma", ',', ",", ',', "semicolon", ';', ";", ';', "tab", '\t', "pipe", '|', "|", '|');
  private static final Map<String, Character> DECIMALS =
      Map.of("point", '.', ".", '.', "comma", ',', ",", ',');

  private final Map<String, String> values;

  private FormReader(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param values by the names of the options, without their dashes
   * @param columns headings by field name
   * @throws CannotImport for the first value that is not understood
   */
  static FileForm read(Map<String, String> values, Map<String, String> columns, boolean aboveZero) {
    FormReader reader = new FormReader(values);
    return new FileForm(
        columns,
        values.getOrDefault("source", FileForm.SOURCE),
        reader.zone(),
        reader.calendar(),
        reader.dateFormat(),
        reader.encoding(),
        reader.sign("delimiter", DELIMITERS, "comma, semicolon, tab, pipe"),
        reader.sign("decimal", DECIMALS, "point, comma"),
        values.getOrDefault("returns-prefix", ""),
        aboveZero);
  }

  /** Reads {@code field=Column}. */
  static void column(String told, Map<String, String> columns) {
    int equals = told.indexOf('=');
    if (equals < 1) {
      throw Arguments.unknown("map", told, "field=Column");
    }
    columns.put(told.substring(0, equals).strip(), told.substring(equals + 1).strip());
  }

  private @Nullable ZoneId zone() {
    String name = values.get("zone");
    try {
      return name == null ? null : ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw Arguments.unknown(
          "zone", String.valueOf(name), "Asia/Tehran, Europe/London, +03:30, …");
    }
  }

  private CalendarKind calendar() {
    String name = values.getOrDefault("calendar", "gregorian");
    try {
      return CalendarKind.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Arguments.unknown("calendar", name, "gregorian, jalali, hijri");
    }
  }

  private @Nullable DateTimeFormatter dateFormat() {
    String pattern = values.get("date-format");
    try {
      return pattern == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    } catch (IllegalArgumentException unknown) {
      throw Arguments.unknown("date-format", String.valueOf(pattern), "dd/MM/yyyy, M/d/yy H:mm, …");
    }
  }

  private Charset encoding() {
    String name = values.getOrDefault("encoding", "UTF-8");
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException unknown) {
      throw Arguments.unknown("encoding", name, "UTF-8, UTF-16, windows-1256, windows-1252, …");
    }
  }

  private char sign(String option, Map<String, Character> known, String allowed) {
    String name = values.get(option);
    if (name == null) {
      return 0;
    }
    Character sign = known.get(name);
    if (sign == null) {
      throw Arguments.unknown(option, name, allowed);
    }
    return sign;
  }
}
