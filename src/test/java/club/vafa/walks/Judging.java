package club.vafa.walks;

import club.vafa.kernel.Language;
import club.vafa.testing.Browsing;
import club.vafa.testing.Browsing.Device;
import club.vafa.testing.Visitors.Visitor;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Pages looked at by a visitor in a real browser: nothing keeps anybody out, nothing fails, and on
 * the smallest phone nothing is wider than the screen. Each page is looked at in one language and
 * sight, in turn, or with {@code -Dvafa.pages=all} in all of them.
 */
final class Judging {
  static final boolean ALL = "all".equals(System.getProperty("vafa.pages"));
  private static final Sight[] SIGHTS = Sight.values();
  private static final int LANGUAGES = Language.values().length;
  private static final String VARYING = "[a-z]{2,4}_[0-9a-z]{20,}|=[^&]*";
  private static final String SAME_WHEN_EMPTY = ".*([?_]|/new|/edit).*|/login";
  private static final String FORMS = ".*/(new|edit|adjust|login|join)";
  private static final String SEND_NOTHING =
      """
      () => {
        window.asking = true;
        const form = document.querySelector('main form[method=post]');
        form.querySelectorAll('input:not([type=hidden]), textarea').forEach(one => one.value = '');
        form.noValidate = true;
        form.requestSubmit();
      }
      """;
  private static final String ANSWERED =
      "() => !window.asking && document.readyState === 'complete'";

  /** A device and a light. */
  private enum Sight {
    DESKTOP_LIGHT(Device.DESKTOP, ColorScheme.LIGHT),
    PHONE_LIGHT(Device.SMALL_PHONE, ColorScheme.LIGHT),
    DESKTOP_DARK(Device.DESKTOP, ColorScheme.DARK);

    private final Device device;
    private final ColorScheme light;

    Sight(Device device, ColorScheme light) {
      this.device = device;
      this.light = light;
    }
  }

  private final Browsing browsing;
  private final String site;
  private final Language language;
  private final Set<String> known = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private int looks;

  Judging(Browsing browsing, int port, Language language) {
    this.browsing = browsing;
    this.site = "http://127.0.0.1:" + port;
    this.language = language;
  }

  List<String> faults() {
    return faults;
  }

  /** The visitor, who reads in this language already, looks at what is theirs of these pages. */
  void look(Visitor visitor, Collection<String> paths) {
    List<String> some = firstOfEach(paths);
    look(visitor, sight -> ALL ? some : mine(sight, some));
  }

  private void look(Visitor visitor, Function<Sight, List<String>> paths) {
    for (Sight sight : SIGHTS) {
      List<String> wanted = paths.apply(sight);
      if (!wanted.isEmpty()) {
        try (BrowserContext context = context(visitor, sight)) {
          Page page = context.newPage();
          List<String> complaints = new ArrayList<>();
          listen(page, complaints);
          for (String path : wanted) {
            judge(page, path, complaints);
            complaints.forEach(
                told -> faults.add("%s %s %s: %s".formatted(path, language.code(), sight, told)));
            complaints.clear();
          }
        }
      }
    }
  }

  /** Looks, in turn, at lists and other pages that say something else where there is nothing. */
  void lookWhereNothingIs(Visitor visitor, Collection<String> paths) {
    List<String> some = paths.stream().filter(path -> !path.matches(SAME_WHEN_EMPTY)).toList();
    look(visitor, sight -> mine(sight, some));
  }

  int looks() {
    return looks;
  }

  /** Pages that differ by what is asked of them, or by who looks, are alike. */
  private List<String> firstOfEach(Collection<String> paths) {
    return paths.stream().filter(path -> known.add(path.replaceAll(VARYING, ""))).toList();
  }

  private List<String> mine(Sight sight, List<String> paths) {
    return IntStream.range(0, paths.size())
        .filter(at -> at % LANGUAGES == language.ordinal())
        .filter(at -> at / LANGUAGES % SIGHTS.length == sight.ordinal())
        .mapToObj(paths::get)
        .toList();
  }

  private BrowserContext context(Visitor visitor, Sight sight) {
    BrowserContext context = browsing.visitor(sight.device, language, sight.light);
    context.addCookies(
        visitor.cookies().stream()
            .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(site))
            .toList());
    return context;
  }

  private static void listen(Page page, List<String> complaints) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add("console: " + message.text());
      }
    });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequestFailed(
        request -> complaints.add("request: " + request.url() + " " + request.failure()));
  }

  private void judge(Page page, String path, List<String> complaints) {
    page.navigate(site + path);
    seen(page, complaints);
    if (path.matches(FORMS)) {
      page.evaluate(SEND_NOTHING);
      page.waitForFunction(ANSWERED);
      complaints.removeIf(told -> told.contains("status of 422"));
      seen(page, complaints);
    }
  }

  private void seen(Page page, List<String> complaints) {
    complaints.addAll(Browsing.violations(page));
    int wide = Browsing.excess(page);
    if (wide > 0) {
      complaints.add("is wider than the smallest phone by " + wide);
    }
    looks++;
  }
}
