package club.vafa.pictures;

import club.vafa.kernel.Language;
import club.vafa.testing.Browsing.Device;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * One thing to see, and how to come to it.
 *
 * @param name of its files
 * @param title what it shows, for who looks at it in the docs
 * @param who has to be logged in
 * @param way how a page comes there
 */
record Sight(String name, String title, Who who, Way way) {
  /** Leads a page to what is seen. */
  interface Way {
    void go(Page page, String site, JsonNode regular);
  }

  /** Who looks. */
  enum Who {
    ANYBODY,
    MEMBER,
    OWNER
  }

  static Sight at(String name, String title, Who who, String path) {
    return new Sight(name, title, who, (page, site, _) -> page.navigate(site + path));
  }

  static String file(String name, Language language, Device device, ColorScheme light) {
    return "%s-%s-%s-%s".formatted(name, language.code(), device, light).toLowerCase(Locale.ROOT);
  }
}
