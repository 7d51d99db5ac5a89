package club.vafa.templates.guide;

import club.vafa.templates.Guide;
import club.vafa.templates.Guide.Item;
import club.vafa.templates.Guide.Section;
import club.vafa.ui.Shades;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets a guide as one page of A4. The page is whole in itself: it loads nothing, runs nothing, and
 * its one style sheet is allowed by its hash.
 */
public final class GuidePage {
  /** From so many signs on the letters are smaller, so that one page is enough. */
  private static final int DENSE = 1_500;

  private static final int DENSER = 2_300;
  private static final int DENSEST = 3_200;
  private static final String CSS = css();

  private final StringBuilder out = new StringBuilder();
  private final String css;
  private final byte @Nullable [] logo;

  private GuidePage(Shades shades, byte @Nullable [] logo) {
    this.css = css(shades);
    this.logo = logo;
  }

  /** The page as HTML, in these colours and with this logo as PNG. */
  public static String of(Guide guide, Shades shades, byte @Nullable [] logo) {
    GuidePage page = new GuidePage(shades, logo);
    page.write(guide, policy(shades));
    return page.out.toString();
  }

  private static String css(Shades shades) {
    Shades.Set set = shades.light();
    return CSS.replace("ACCENT", set.text())
        .replace("PLANE", set.fill())
        .replace("WRITTEN", set.onFill())
        .replace("TINT", set.soft());
  }

  /** What the page may do, for the header of an answer. */
  public static String policy(Shades shades) {
    return "default-src 'none'; img-src data:; style-src 'sha256-"
        + hash(css(shades))
        + "'; base-uri 'none'; form-action 'none'";
  }

  private void write(Guide guide, String policy) {
    String direction = guide.language().rightToLeft() ? "rtl" : "ltr";
    out.append("<!DOCTYPE html>\n<html lang=\"").append(guide.language().code());
    out.append("\" dir=\"").append(direction).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.append(text(policy)).append("\">\n");
    element("title", guide.title());
    out.append("<style>").append(css).append("</style>\n</head>\n");
    out.append("<body class=\"").append(size(guide)).append("\">\n<header>\n");
    if (logo != null) {
      out.append("<img alt=\"\" src=\"data:image/png;base64,");
      out.append(Base64.getEncoder().encodeToString(logo)).append("\">\n");
    }
    element("h1", guide.title());
    element("p", guide.lead());
    out.append("</header>\n<main>\n");
    guide.sections().forEach(this::section);
    out.append("</main>\n<footer>").append(text(guide.foot())).append("</footer>\n");
    out.append("</body>\n</html>\n");
  }

  private void section(Section section) {
    out.append("<section class=\"").append(section.code()).append("\">\n");
    element("h2", section.title());
    out.append("<dl>\n");
    section.items().forEach(this::item);
    out.append("</dl>\n</section>\n");
  }

  private void item(Item item) {
    out.append("<div>");
    if (!item.name().isEmpty()) {
      out.append("<dt>");
      if (item.color().matches("#[0-9a-fA-F]{6}")) {
        dot(item.color());
      }
      out.append(text(item.name())).append("</dt>");
    }
    out.append("<dd>").append(text(item.text())).append("</dd></div>\n");
  }

  /** A drawn dot, because the policy of the page allows no style of its own to an element. */
  private void dot(String color) {
    out.append("<svg viewBox=\"0 0 10 10\" aria-hidden=\"true\"><circle cx=\"5\" cy=\"5\" r=\"5\"");
    out.append(" fill=\"").append(color).append("\"/></svg>");
  }

  private static String size(Guide guide) {
    int signs =
        guide.sections().stream()
            .flatMap(section -> section.items().stream())
            .mapToInt(item -> item.name().length() + item.text().length())
            .sum();
    return signs > DENSEST
        ? "densest"
        : signs > DENSER ? "denser" : signs > DENSE ? "dense" : "airy";
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(text(text));
    out.append("</").append(name).append(">\n");
  }

  private static String text(String text) {
    StringBuilder safe = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      switch (sign) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(sign);
      }
    }
    return safe.toString();
  }

  private static String css() {
    try (InputStream file = GuidePage.class.getResourceAsStream("guide.css")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(String css) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
