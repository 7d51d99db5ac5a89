package club.vafa.ui;

/**
 * Something that is known about a thing.
 *
 * @param apart whether it is written from left to right in every language, as codes are
 */
public record Fact(String label, String value, boolean apart) {
  public Fact(String label, String value) {
    this(label, value, false);
  }
}
