package club.vafa.campaigns.form;

/** One of the values a field offers. */
public record Choice(String value, String text, boolean chosen) {
  public Choice(String value, String text) {
    this(value, text, false);
  }

  /** The same, chosen or not. */
  public Choice chosen(boolean now) {
    return new Choice(value, text, now);
  }
}
