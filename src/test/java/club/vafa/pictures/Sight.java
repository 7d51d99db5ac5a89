package club.vafa.pictures;

import club.vafa.kernel.Language;
import club.vafa.testing.Browsing.Device;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * One thing to see, and how to come to it.
 *
 * @param name of its files
 * @param who has to be logged in
 * @param way leads a page there from the address of the demo
 */
record Sight(String name, Who who, BiConsumer<Page, String> way) {
  /** Who looks. */
  enum Who {
    ANYBODY,
    OWNER
  }

  static Sight at(String name, Who who, String path) {
    return new Sight(name, who, (page, site) -> page.navigate(site + path));
  }

  static String file(String name, Language language, Device device, ColorScheme light) {
    return "%s-%s-%s-%s".formatted(name, language.code(), device, light).toLowerCase(Locale.ROOT);
  }
}
