package club.vafa.operations.imports.web;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.operations.imports.PastUpload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how a file that was sent is written from the parameters of its address. */
final class UploadForm {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST = 100;
  private static final int MOST_COLUMNS = 50;

  /** Parameters, and what the command line calls them. */
  private static final Map<String, String> OPTIONS =
      Map.of(
          "zone", "zone",
          "calendar", "calendar",
          "dateFormat", "date-format",
          "encoding", "encoding",
          "delimiter", "delimiter",
          "decimal", "decimal",
          "returnsPrefix", "returns-prefix");

  private UploadForm() {}

  static Outcome<PastUpload> read(HttpServletRequest http, byte[] content) {
    Input input = new Input();
    String name = input.optionalText("/name", http.getParameter("name"), LONGEST_NAME);
    Map<String, String> said = new HashMap<>();
    OPTIONS.forEach((parameter, option) -> {
      String value = input.optionalText("/" + parameter, http.getParameter(parameter), LONGEST);
      if (value != null) {
        said.put(option, value);
      }
    });
    String[] told = http.getParameterValues("map");
    List<String> columns = told == null ? List.of() : List.of(told);
    if (columns.size() > MOST_COLUMNS) {
      input.refuse("/map", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_COLUMNS));
    }
    boolean aboveZero = flag(input, http.getParameter("pricesAboveZero"));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new PastUpload(
                name == null ? "" : name,
                new ByteArrayInputStream(content),
                said,
                columns,
                aboveZero));
  }

  private static boolean flag(Input input, @Nullable String text) {
    if (text != null && !text.equals("true") && !text.equals("false")) {
      input.refuse(
          "/pricesAboveZero",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(text), "allowed", "true, false"));
    }
    return "true".equals(text);
  }
}
