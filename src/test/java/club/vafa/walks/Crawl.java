package club.vafa.walks;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.testing.Visitors.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person who follows everything that leads anywhere. */
final class Crawl {
  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
  private static final Pattern LINK = Pattern.compile("\\b(?:href|hx-get|action)=\"([^\"]*)\"");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![\\w/.@-])(?:"
              + String.join("|", Sentences.ROOMS)
              + "|problem|coupons|gifts|settings)\\.[a-z][a-z_.]+");
  private static final List<String> BROKEN =
      List.of("Exception", "java.lang", "at club.vafa", "Whitelabel", "org.springframework");
  private static final int ALIKE = 2;

  private final Visitor visitor;
  private final Language language;
  private final String foreign;
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> shown = new HashSet<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private final SortedMap<String, String> pages = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  /** The foreign word is one that only another club has. */
  Crawl(Visitor visitor, Language language, String foreign) {
    this.visitor = visitor;
    this.language = language;
    this.foreign = foreign;
  }

  Crawl run(List<String> doors) {
    visitor.done("/preferences", "language", language.code(), "back", "/console");
    open.addAll(doors);
    while (!open.isEmpty()) {
      String path = open.remove();
      if (shown.add(path) && alike.merge(kind(path), 1, Integer::sum) <= ALIKE) {
        look(path);
      }
    }
    return this;
  }

  List<String> faults() {
    return faults;
  }

  Set<String> shown() {
    return shown;
  }

  Visitor visitor() {
    return visitor;
  }

  /** An address of each kind of whole page there was. */
  SortedMap<String, String> pages() {
    return pages;
  }

  /** Pages that differ by an id or a cursor only are alike. */
  private static String kind(String path) {
    return path.replaceAll("[a-z]{2,4}_[0-9a-z]{20,}", "…").replaceAll("after=[^&]*", "after=…");
  }

  private void look(String path) {
    HttpResponse<String> answer = visitor.get(path);
    int hops = 0;
    for (; answer.statusCode() == 303 && hops < 3; hops++) {
      String next = answer.headers().firstValue("Location").orElseThrow();
      answer = visitor.get(URI.create(path).resolve(next).toString());
    }
    if (answer.statusCode() / 100 != 2) {
      faults.add(path + " answers " + answer.statusCode());
      return;
    }
    if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
      read(path, answer.body());
      if (hops == 0 && answer.body().contains("<html")) {
        pages.putIfAbsent(kind(path), path);
      }
    }
  }

  private void read(String path, String page) {
    String text = page.replaceAll("<[^>]*>", " ");
    Matcher key = KEY.matcher(text);
    if (key.find()) {
      faults.add(path + " shows the key " + key.group());
    }
    for (String word : BROKEN) {
      if (text.contains(word)) {
        faults.add(path + " shows " + word);
      }
    }
    if (text.contains(foreign)) {
      faults.add(path + " shows something of another club");
    }
    String bare = withoutPosts(page);
    Matcher link = LINK.matcher(bare);
    while (link.find()) {
      follow(path, link.group(1).replace("&amp;", "&"));
    }
  }

  private static String withoutPosts(String page) {
    return FORM.matcher(page)
        .replaceAll(form ->
            form.group().contains("method=\"post\"") ? "" : Matcher.quoteReplacement(form.group()));
  }

  private void follow(String from, String link) {
    boolean ours = link.startsWith("/") || link.startsWith("?");
    if (ours && !link.startsWith("/ui/") && !link.startsWith("//")) {
      String path = URI.create(from).resolve(link).toString();
      open.add(path.replaceAll("#.*", ""));
    }
  }
}
