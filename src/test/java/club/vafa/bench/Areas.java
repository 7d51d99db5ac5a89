package club.vafa.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which part of the work a stack is about: the first frame from the top that tells decides. */
final class Areas {
  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("org.postgresql.", "PostgreSQL driver");
    PREFIXES.put("com.zaxxer.", "connection pool");
    PREFIXES.put("tools.jackson.", "JSON");
    PREFIXES.put("com.fasterxml.", "JSON");
    PREFIXES.put("com.google.i18n.", "phone numbers");
    PREFIXES.put("com.ibm.icu.", "ICU (texts, calendars)");
    PREFIXES.put("org.apache.", "web server");
    PREFIXES.put("org.springframework.jdbc.", "Spring JDBC");
    PREFIXES.put("org.springframework.transaction.", "Spring JDBC");
    PREFIXES.put("org.springframework.", "Spring web");
    PREFIXES.put("java.util.concurrent.ForkJoinPool", "threads");
    PREFIXES.put("java.lang.VirtualThread", "threads");
    PREFIXES.put("sun.nio.ch.", "sockets");
  }

  private Areas() {}

  static String of(List<String> frames) {
    for (String frame : frames) {
      if (frame.startsWith("club.vafa.")) {
        return "vafa " + frame.substring(10, frame.indexOf('.', 10));
      }
      for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
        if (frame.startsWith(prefix.getKey())) {
          return prefix.getValue();
        }
      }
    }
    return "the JDK alone";
  }
}
