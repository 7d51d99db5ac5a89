package club.vafa.pictures;

import club.vafa.kernel.Language;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Goes round the demo with a camera. */
public final class Pictures {
  static final List<Device> DEVICES = List.of(Device.DESKTOP, Device.PHONE);
  static final List<ColorScheme> LIGHTS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  /** How pictures of the docs are kept. */
  static final String KEPT = "webp";

  private static final int QUALITY = 70;

  private final Demo demo;
  private final JsonNode regular;
  private final Browsing browsing;
  private final Path into;
  private final String format;

  private Pictures(Demo demo, Browsing browsing, Path into, String format) {
    this.demo = demo;
    this.regular = demo.regular();
    this.browsing = browsing;
    this.into = into;
    this.format = format;
  }

  /** Takes the names of sights, or none for all; VAFA_PICTURES may name another folder for PNG. */
  public static void main(String[] arguments) throws IOException {
    @Nullable String elsewhere = System.getenv("VAFA_PICTURES");
    Path into = elsewhere == null ? Path.of("docs", "pictures") : Path.of(elsewhere);
    List<String> names = List.of(arguments);
    Files.createDirectories(into);
    try (Demo demo = Demo.start(Path.of("target", "pictures").toAbsolutePath());
        Browsing browsing = new Browsing()) {
      Pictures pictures = new Pictures(demo, browsing, into, elsewhere == null ? KEPT : "png");
      for (Sight sight : Sights.ALL) {
        if (names.isEmpty() || names.contains(sight.name())) {
          pictures.take(sight);
        }
      }
    }
    if (elsewhere == null) {
      Files.writeString(Path.of(Gallery.PAGE), Gallery.page(Sights.ALL));
    }
  }

  private void take(Sight sight) throws IOException {
    for (Language language : Language.values()) {
      for (Device device : DEVICES) {
        for (ColorScheme light : LIGHTS) {
          try (BrowserContext visitor = browsing.visitor(device, language, light)) {
            Page page = visitor.newPage();
            switch (sight.who()) {
              case OWNER -> enter(page);
              case MEMBER -> comeIn(page);
              case ANYBODY -> {}
            }
            sight.way().go(page, demo.site(), regular);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            keep(page, Sight.file(sight.name(), language, device, light));
          }
        }
      }
    }
    System.out.println(sight.name());
  }

  private void enter(Page page) {
    page.navigate(demo.site() + "/login");
    page.locator("#login").fill(demo.kept("login.owner"));
    page.locator("#password").fill(demo.kept("login.owner.password"));
    page.locator("button.btn-primary").click();
    page.waitForURL("**/console/**");
  }

  /** With a link as staff makes them. */
  private void comeIn(Page page) {
    String id = regular.get("id").asString();
    page.navigate(demo.ask("POST", "/v1/members/" + id + "/portal-link").get("link").asString());
    page.locator("form button.button").click();
    page.waitForURL("**/me**");
  }

  private void keep(Page page, String name) throws IOException {
    JsonObject how = new JsonObject();
    how.addProperty("format", format);
    if (!format.equals("png")) {
      how.addProperty("quality", QUALITY);
    }
    String taken =
        page.context()
            .newCDPSession(page)
            .send("Page.captureScreenshot", how)
            .get("data")
            .getAsString();
    Files.write(into.resolve(name + "." + format), Base64.getDecoder().decode(taken));
  }
}
