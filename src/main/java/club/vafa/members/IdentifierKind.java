package club.vafa.members;

/** What a member can be recognised by, besides cards and the id. */
public enum IdentifierKind {
  PHONE(1),
  EMAIL(2),
  EXTERNAL(3);

  private final int number;

  IdentifierKind(int number) {
    this.number = number;
  }

  /** What the database keeps; never changed. */
  int number() {
    return number;
  }

  static IdentifierKind of(int number) {
    for (IdentifierKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no identifier kind " + number);
  }
}
