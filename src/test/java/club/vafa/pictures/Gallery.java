package club.vafa.pictures;

import club.vafa.kernel.Language;
import club.vafa.testing.Browsing.Device;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** The page that shows all pictures: a heading for each sight, and below it every way to see it. */
final class Gallery {
  static final String PAGE = "docs/pictures/README.md";

  private Gallery() {}

  static String page(List<Sight> sights) {
    StringBuilder page =
        new StringBuilder(
            """
            # Pictures

            The demo club on desk and phone, by day and night, in each language. `./vafa pictures` takes
            them anew; this page is made from the code.
            """);
    sights.forEach(sight -> page.append(sight(sight)));
    return page.toString();
  }

  private static String sight(Sight sight) {
    StringBuilder table =
        new StringBuilder("\n## " + sight.title() + "\n\n| |")
            .append(" desk, by day | desk, at night | phone, by day | phone, at night |\n")
            .append("| --- | --- | --- | --- | --- |\n");
    for (Language language : Language.values()) {
      table.append("| ").append(language.ownName()).append(" |");
      for (Device device : Pictures.DEVICES) {
        for (ColorScheme light : Pictures.LIGHTS) {
          table.append(" ").append(picture(sight, language, device, light)).append(" |");
        }
      }
      table.append("\n");
    }
    return table.toString();
  }

  private static String picture(Sight sight, Language language, Device device, ColorScheme light) {
    String file = Sight.file(sight.name(), language, device, light) + "." + Pictures.KEPT;
    String told =
        "%s: %s, on a %s, %s"
            .formatted(
                sight.title(),
                english(language),
                device == Device.PHONE ? "phone" : "desk",
                light.name().toLowerCase(Locale.ROOT));
    int width = device == Device.PHONE ? 120 : 320;
    return "<a href=\"%s\"><img src=\"%s\" alt=\"%s\" width=\"%d\"></a>"
        .formatted(file, file, told, width);
  }

  private static String english(Language language) {
    return switch (language) {
      case EN -> "English";
      case FA -> "Persian";
      case AR -> "Arabic";
    };
  }
}
