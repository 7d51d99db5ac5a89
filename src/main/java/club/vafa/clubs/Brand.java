package club.vafa.clubs;

import club.vafa.ui.Dress;
import club.vafa.ui.Shades;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a club looks like.
 *
 * @param version counts its changes; 0 as long as there was none
 * @param color its own, as {@code #rrggbb}; null when it wears Vafa's
 * @param logo which, by its SHA-256; null when it has none
 * @param madeBy who changed it last, and {@code madeAt} when
 */
public record Brand(
    int version,
    @Nullable String color,
    @Nullable String logo,
    @Nullable String madeBy,
    @Nullable Instant madeAt) {
  public static final Brand PLAIN = new Brand(0, null, null, null, null);

  /** Whether the club looks like any other. */
  public boolean isPlain() {
    return color == null && logo == null;
  }

  public String colorOrOwn() {
    return color == null ? Shades.OWN : color;
  }

  /** The address of one of its files; it changes with the brand, so that files can be kept. */
  public String address(String club, String file) {
    return "/club/" + club + "/brand/" + version + "/" + file;
  }

  /** What its pages wear. */
  Dress dress(String club) {
    return new Dress(
        color == null ? "" : address(club, "sheet.css"),
        logo == null ? "" : address(club, "mark.png"),
        color == null ? Shades.OWN : Shades.of(color).light().fill());
  }
}
