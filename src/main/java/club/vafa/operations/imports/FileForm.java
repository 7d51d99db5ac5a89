package club.vafa.operations.imports;

import club.vafa.kernel.CalendarKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written, as far as somebody said.
 *
 * @param columns headings by field name
 * @param source under which the purchases are known; with their id their name forever
 * @param zone of times without an offset; null means the club's
 * @param calendar the dates are written in
 * @param delimiter between cells; 0 means found out
 * @param decimal sign before decimals; 0 means found out
 * @param returnsPrefix purchases whose id begins with it are returns; empty means none
 * @param aboveZero whether prices and amounts of zero are refused
 */
public record FileForm(
    Map<String, String> columns,
    String source,
    @Nullable ZoneId zone,
    CalendarKind calendar,
    @Nullable DateTimeFormatter dateFormat,
    Charset encoding,
    char delimiter,
    char decimal,
    String returnsPrefix,
    boolean aboveZero) {
  static final String SOURCE = "import";

  /** Of which everything is found out. */
  public static final FileForm PLAIN =
      new FileForm(
          Map.of(),
          SOURCE,
          null,
          CalendarKind.GREGORIAN,
          null,
          StandardCharsets.UTF_8,
          (char) 0,
          (char) 0,
          "",
          false);
}
