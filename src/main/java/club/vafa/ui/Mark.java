package club.vafa.ui;

/** The state of a thing in a word, and whether that is good; an empty word shows nothing. */
public record Mark(String text, Tone tone) {
  public static final Mark NONE = new Mark("", Tone.PLAIN);

  /** Whether a state is good news. */
  public enum Tone {
    GOOD(" state-good"),
    PLAIN(""),
    BAD(" state-bad");

    private final String style;

    Tone(String style) {
      this.style = style;
    }
  }

  public String style() {
    return "state" + tone.style;
  }
}
