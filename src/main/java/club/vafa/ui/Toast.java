package club.vafa.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was done, told on the next page.
 *
 * @param undo where a form is sent that takes it back, or null
 */
public record Toast(String text, @Nullable String undo) {
  /** The cookie in which it waits for the next page. */
  static final String COOKIE = "vafa_told";

  private static final int LONGEST = 2000;

  String written() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            (text + "\n" + (undo == null ? "" : undo)).getBytes(StandardCharsets.UTF_8));
  }

  /** What a browser kept; nothing when it was not written here. */
  static Optional<Toast> read(@Nullable String cookie) {
    if (cookie == null || cookie.isEmpty() || cookie.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split("\n", -1);
      return parts.length != 2
          ? Optional.empty()
          : Optional.of(new Toast(parts[0], parts[1].startsWith("/console/") ? parts[1] : null));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
