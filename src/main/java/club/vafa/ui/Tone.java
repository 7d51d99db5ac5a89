package club.vafa.ui;

import java.util.Locale;

/** What a badge says before it is read. */
public enum Tone {
  PLAIN,
  GOOD,
  NOTICE,
  BAD;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
