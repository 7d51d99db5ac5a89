package club.vafa.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What pages wear for a club's one colour, in the light and in the dark. Whatever the colour is,
 * everything written in these or on them can be read: contrasts are those WCAG asks for texts.
 *
 * @param light on pages that are light, and {@code dark} on those that are dark
 */
public record Shades(Set light, Set dark) {
  /** Vafa's own, for clubs that have none. */
  public static final String OWN = "#0f766e";

  private static final Colour WHITE = Colour.of(0xffffff);
  private static final Colour BLACK = Colour.of(0);

  /** What pages, sheets and fields lie on, in the kit and in our own sheets. */
  private static final Colour[] LIGHT_GROUNDS = {WHITE, Colour.of(0xf1f4f6)};

  private static final Colour[] DARK_GROUNDS = {Colour.of(0x0d1514), Colour.of(0x1c2930)};

  /** WCAG asks 4.5 for texts; the rest is for rounding and thin tints. */
  private static final double READABLE = 4.6;

  /** A plane need not be read, but seen. */
  private static final double VISIBLE_LIGHT = 1.35;

  private static final double VISIBLE_DARK = 3;
  private static final double TINT = 0.14;
  private static final double STEP = 0.005;

  /**
   * @param fill of planes and buttons, and {@code onFill} for what is written there
   * @param text for links, outlines and numbers, and {@code onText} for what is written on a plane
   *     of it
   * @param soft a tint that a text in {@code text} may lie on
   */
  public record Set(String fill, String onFill, String text, String onText, String soft) {}

  /** A colour as people write it, {@code #0f766e}, {@code 0F766E} or {@code #abc}, made one. */
  public static Optional<String> read(String typed) {
    String hex = typed.strip().replaceFirst("^#", "").toLowerCase(Locale.ROOT);
    if (hex.matches("[0-9a-f]{3}")) {
      return Optional.of("#" + hex.replaceAll("(.)", "$1$1"));
    }
    return hex.matches("[0-9a-f]{6}") ? Optional.of("#" + hex) : Optional.empty();
  }

  /** The shades of a colour that {@link #read} made. */
  public static Shades of(String color) {
    Colour own = Colour.of(Integer.parseInt(color.substring(1), 16));
    Colour lightFill = moved(own, -STEP, one -> one.contrast(WHITE) >= VISIBLE_LIGHT);
    Colour lightText = moved(own, -STEP, one -> isRead(one, LIGHT_GROUNDS));
    Colour darkFill = moved(own, STEP, one -> one.contrast(DARK_GROUNDS[0]) >= VISIBLE_DARK);
    Colour darkText = moved(own, STEP, one -> isRead(one, DARK_GROUNDS));
    return new Shades(
        set(lightFill, lightText, LIGHT_GROUNDS[0]), set(darkFill, darkText, DARK_GROUNDS[1]));
  }

  private static Set set(Colour fill, Colour text, Colour ground) {
    return new Set(
        fill.hex(), on(fill).hex(), text.hex(), on(text).hex(), text.over(ground, TINT).hex());
  }

  /** White where it can be read, since most brands are meant so; else black, which then can. */
  private static Colour on(Colour plane) {
    return WHITE.contrast(plane) >= 4.5 ? WHITE : BLACK;
  }

  private static boolean isRead(Colour text, Colour[] grounds) {
    for (Colour ground : grounds) {
      if (text.contrast(ground) < READABLE || text.contrast(text.over(ground, TINT)) < READABLE) {
        return false;
      }
    }
    return true;
  }

  /** The nearest of the same hue that will do, as eyes measure lightness. */
  private static Colour moved(Colour from, double step, Predicate<Colour> enough) {
    Colour now = from;
    double lightness = from.lightness();
    double end = step < 0 ? 0 : 1;
    while (!enough.test(now) && lightness != end) {
      lightness = Math.clamp(lightness + step, 0, 1);
      now = from.withLightness(lightness);
    }
    return now;
  }

  /** The sheet that dresses console and members' pages, for it alone names colours. */
  public String css() {
    String bright = rules(light);
    String dim = rules(dark);
    String hero = "--hero:%s;--on-hero:%s;".formatted(light.fill, light.onFill);
    return """
    :root,[data-bs-theme]{%s%s}
    [data-theme="dark"],[data-bs-theme="dark"]{%s}
    @media (prefers-color-scheme:dark){[data-theme="auto"]{%s}}
    [data-theme="auto"][data-bs-theme="light"]{%s}
    """
        .formatted(hero, bright, dim, dim, bright);
  }

  private static String rules(Set set) {
    int rgb = Integer.parseInt(set.text.substring(1), 16);
    return ("--brand:%s;--on-brand:%s;--link:%s;--tblr-primary:%s;--tblr-primary-rgb:%d,%d,%d;"
            + "--tblr-primary-fg:%s;--tblr-link-color:%s;--tblr-link-color-rgb:%d,%d,%d;"
            + "--tblr-link-hover-color:%s;")
        .formatted(
            set.fill,
            set.onFill,
            set.text,
            set.text,
            rgb >> 16,
            (rgb >> 8) & 255,
            rgb & 255,
            set.onText,
            set.text,
            rgb >> 16,
            (rgb >> 8) & 255,
            rgb & 255,
            set.text);
  }
}
