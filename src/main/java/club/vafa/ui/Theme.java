package club.vafa.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Light, dark, or whatever the reader's device is set to. */
public enum Theme {
  AUTO,
  LIGHT,
  DARK;

  /** The cookie that keeps the choice. */
  public static final String COOKIE = "vafa_theme";

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Theme of(@Nullable String code) {
    for (Theme theme : values()) {
      if (theme.code().equals(code)) {
        return theme;
      }
    }
    return AUTO;
  }
}
