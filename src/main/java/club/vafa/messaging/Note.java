package club.vafa.messaging;

/**
 * A few words to one person.
 *
 * @param to a phone number in E.164, or a mail address
 * @param from who writes, as people know them
 * @param subject of a mail; a short text has none
 */
public record Note(Way way, String to, String from, String subject, String text) {
  /** By which way words reach somebody. */
  public enum Way {
    SMS,
    EMAIL
  }

  /** What is in it, and to whom it goes, is nobody else's. */
  @Override
  public String toString() {
    return "a note by " + way;
  }
}
