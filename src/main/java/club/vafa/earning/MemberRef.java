package club.vafa.earning;

/** How a sender names a member: by which kind of identifier, and its value as it was sent. */
public record MemberRef(Kind kind, String value) {
  /** The identifiers a member can be recognised by. */
  public enum Kind {
    ID,
    PHONE,
    EMAIL,
    CARD,
    EXTERNAL_ID
  }
}
