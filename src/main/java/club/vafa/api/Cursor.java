package club.vafa.api;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on: the sort values of the last row shown. Opaque to callers. */
public record Cursor(List<String> parts) {
  private static final int LONGEST = 1000;

  public Cursor {
    parts = List.copyOf(parts);
  }

  public static Cursor of(Object... parts) {
    return new Cursor(List.of(parts).stream().map(Object::toString).toList());
  }

  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
  }

  /** A cursor of so many parts; refused when it was not made here. */
  public static Outcome<Cursor> read(String text, int parts) {
    if (text.length() <= LONGEST) {
      try {
        byte[] plain = Base64.getUrlDecoder().decode(text);
        List<String> found = List.of(new String(plain, StandardCharsets.UTF_8).split("\n", -1));
        boolean clean = found.stream().flatMapToInt(String::chars).allMatch(sign -> sign >= ' ');
        if (clean && found.size() == parts && new Cursor(found).text().equals(text)) {
          return Outcome.done(new Cursor(found));
        }
      } catch (IllegalArgumentException notBase64) {
        return bad();
      }
    }
    return bad();
  }

  /** A cursor that is one id; no text means from the beginning. */
  public static Outcome<Start> readId(@Nullable String text) {
    if (text == null) {
      return Outcome.done(new Start(null));
    }
    return read(text, 1)
        .then(cursor -> {
          try {
            return Outcome.done(new Start(UUID.fromString(cursor.parts().getFirst())));
          } catch (IllegalArgumentException notAnId) {
            return bad();
          }
        });
  }

  private static <T> Outcome<T> bad() {
    return Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR));
  }

  /** Where a list sorted by id starts: after this one, or at the beginning. */
  public record Start(@Nullable UUID after) {}
}
