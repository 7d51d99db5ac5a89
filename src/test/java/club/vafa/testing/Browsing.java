package club.vafa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A real Chromium for stories: one for all of them, a profile of its own for each visit. */
@Component
public class Browsing implements AutoCloseable {
  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  /** The one without windows first: it draws nothing but pages. */
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium-headless-shell",
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome");

  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final String AXE = AxeBuilder.getAxeScript();
  private static final List<String> STANDARDS =
      List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  /** Only violations are told: to describe all that is well takes longer than to find it so. */
  private static final String JUDGE =
      """
      async standards => {
        await document.fonts.ready;
        for (let waited = 0; waited < 100 && document.querySelector('.htmx-request'); waited++) {
          await new Promise(later => setTimeout(later, 50));
        }
        const found = await axe.run(document, {
          runOnly: {type: 'tag', values: standards},
          resultTypes: ['violations'],
        });
        return found.violations.flatMap(rule =>
          rule.nodes.map(node => `${rule.id} (${rule.impact}): ${node.target} ${node.html} `
            + [...node.any, ...node.all, ...node.none].map(check => check.message).join(' ')));
      }
      """;

  private @Nullable Playwright playwright;
  private @Nullable Browser browser;

  /** What somebody looks through. */
  public enum Device {
    DESKTOP(1280, 800),
    PHONE(390, 844),
    SMALL_PHONE(320, 640);

    private final int width;
    private final int height;

    Device(int width, int height) {
      this.width = width;
      this.height = height;
    }
  }

  /** Somebody who has never been here, with a device in their language; nothing moves for them. */
  public BrowserContext visitor(Device device, Language language, ColorScheme light) {
    return browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(device.width, device.height)
                .setHasTouch(device != Device.DESKTOP)
                .setLocale(language.code())
                .setColorScheme(light)
                .setReducedMotion(ReducedMotion.REDUCE));
  }

  /** A browser that keeps what it knows in a folder, so that it can be killed and started again. */
  public BrowserContext kept(Path profile, Device device, Language language) {
    return playwright()
        .chromium()
        .launchPersistentContext(
            profile,
            new LaunchPersistentContextOptions()
                .setExecutablePath(chromium())
                .setArgs(QUIET)
                .setViewportSize(device.width, device.height)
                .setHasTouch(device != Device.DESKTOP)
                .setLocale(language.code()));
  }

  /** Nothing on the page keeps anybody out who sees, hears or moves differently. */
  public static void assertAccessible(Page page) {
    assertThat(violations(page)).as(page.url()).isEmpty();
  }

  /** What on the page keeps out who sees, hears or moves differently, once it is all there. */
  public static List<String> violations(Page page) {
    if (page.evaluate("typeof axe").equals("undefined")) {
      page.evaluate(AXE);
    }
    return ((List<?>) page.evaluate(JUDGE, STANDARDS)).stream().map(String::valueOf).toList();
  }

  /** By how many pixels the page is wider than the smallest phone. */
  public static int excess(Page page) {
    ViewportSize before = page.viewportSize();
    page.setViewportSize(Device.SMALL_PHONE.width, Device.SMALL_PHONE.height);
    int excess = (int) page.evaluate("document.scrollingElement.scrollWidth - innerWidth");
    page.setViewportSize(before.width, before.height);
    return excess;
  }

  private Browser browser() {
    Browser running = browser;
    if (running == null) {
      running =
          playwright()
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(QUIET));
      browser = running;
    }
    return running;
  }

  private Playwright playwright() {
    Playwright running = playwright;
    if (running == null) {
      running = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
      playwright = running;
    }
    return running;
  }

  private static Path chromium() {
    return Stream.concat(Stream.ofNullable(System.getenv("VAFA_CHROMIUM")), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "no Chromium was found: install the package chromium-headless-shell, or name"
                    + " one in VAFA_CHROMIUM"));
  }

  @Override
  public void close() {
    if (playwright != null) {
      playwright.close();
    }
  }
}
