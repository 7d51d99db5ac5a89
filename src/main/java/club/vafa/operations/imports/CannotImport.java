package club.vafa.operations.imports;

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

  Map<String, Object> args() {
    return args;
  }
}
