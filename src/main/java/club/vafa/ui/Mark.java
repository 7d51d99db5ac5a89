package club.vafa.ui;

/** The state of a thing in a word, and whether that is good; an empty word shows nothing. */
public record Mark(String text, Tone tone) {
  public static final Mark NONE = new Mark("", Tone.PLAIN);

  public String style() {
    return tone == Tone.PLAIN ? "state" : "state state-" + tone.code();
  }
}
