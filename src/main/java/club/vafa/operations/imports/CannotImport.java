package club.vafa.operations.imports;

import club.vafa.kernel.Refusal;
import java.util.Map;

/** Why an import does not begin; nothing has been touched yet. */
final class CannotImport extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Reasons, each with its sentence under {@code import.cannot.<name>}. */
  enum Reason {
    KIND_MISSING,
    OPTION_UNKNOWN,
    OPTION_WITHOUT_VALUE,
    OPTION_VALUE,
    FILE_UNREADABLE,
    FILE_WITHOUT_HEADER,
    FILE_TOO_LONG,
    FIELD_UNKNOWN,
    COLUMN_UNKNOWN,
    COLUMN_NEEDED,
    CLUB_UNKNOWN,
    CLUB_NEEDED,
    NO_CLUB
  }

  private final Reason reason;
  private final transient Map<String, Object> args;

  CannotImport(Reason reason, Map<String, Object> args) {
    super(reason + " " + args);
    this.reason = reason;
    this.args = args;
  }

  String key() {
    return "import.cannot." + reason.name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The same for who sent the file: the field is the option it is about. */
  Refusal refusal() {
    String option = String.valueOf(args.getOrDefault("option", ""));
    return switch (reason) {
      case OPTION_VALUE -> Refusal.at("/" + field(option), ImportCode.FILE_OPTION_VALUE, args);
      case FILE_UNREADABLE -> Refusal.at("", ImportCode.FILE_UNREADABLE);
      case FILE_WITHOUT_HEADER -> Refusal.at("", ImportCode.FILE_WITHOUT_HEADER);
      case FILE_TOO_LONG -> Refusal.at("", ImportCode.FILE_TOO_LONG, args);
      case FIELD_UNKNOWN -> Refusal.at("/map", ImportCode.FILE_FIELD_UNKNOWN, args);
      case COLUMN_UNKNOWN -> Refusal.at("/map", ImportCode.FILE_COLUMN_UNKNOWN, args);
      case COLUMN_NEEDED -> Refusal.at("/map", ImportCode.FILE_COLUMN_NEEDED, args);
      case KIND_MISSING, OPTION_UNKNOWN, OPTION_WITHOUT_VALUE, CLUB_UNKNOWN, CLUB_NEEDED, NO_CLUB ->
          throw new IllegalStateException("only of the command line: " + reason, this);
    };
  }

  /** {@code --date-format} is the field {@code dateFormat}. */
  private static String field(String option) {
    StringBuilder field = new StringBuilder();
    for (String word : option.replaceFirst("^--", "").split("-", -1)) {
      field.append(
          field.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return field.toString();
  }

  Map<String, Object> args() {
    return args;
  }
}
