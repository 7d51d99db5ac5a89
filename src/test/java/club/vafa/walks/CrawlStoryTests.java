package club.vafa.walks;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Sentences;
import club.vafa.testing.Furniture;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Everything a page leads to is there for whoever it is shown to, in their language, and shows
 * nothing of another club.
 */
@StoryTest
class CrawlStoryTests {
  private static final Pattern FORM = Pattern.compile("<form\\b[^>]*>");
  private static final Pattern LINK = Pattern.compile("\\b(?:href|hx-get|action)=\"([^\"]*)\"");
  private static final Pattern KEY =
      Pattern.compile(
          "(?<![\\w/.@-])(?:"
              + String.join("|", Sentences.ROOMS)
              + "|problem|coupons|gifts|settings)\\.[a-z][a-z_.]+");
  private static final List<String> BROKEN =
      List.of("Exception", "java.lang", "at club.vafa", "Whitelabel", "org.springframework");
  private static final List<String> STAFF = List.of("/console", "/till");
  private static final int ALIKE = 2;

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  CrawlStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everythingAPageLeadsToIsThere(Language language) {
    Club mine = clubs.cafe();
    Club theirs = clubs.cafe();
    String member = new Furniture(new Web(port, clubs.key(mine)), "Lindenblatt").put();
    new Furniture(new Web(port, clubs.key(theirs)), "Zwetschge").put();
    MemberId other = clubs.member(theirs, "+4915199999999");
    Crawl owner = new Crawl(visitors.owner(mine), language);
    owner.run(STAFF);
    assertThat(owner.faults).as("as the owner").isEmpty();
    assertThat(owner.shown).as("pages of the owner").contains("/console/rewards");
    assertThat(owner.visitor.get("/console/members/" + other).statusCode()).isEqualTo(404);
    for (String role : List.of("manager", "cashier")) {
      Crawl crawl = new Crawl(visitors.staff(mine, role), language);
      crawl.run(STAFF);
      assertThat(crawl.faults).as("as a " + role).isEmpty();
    }
    Crawl inside = new Crawl(visitors.member(mine, member), language);
    inside.run(List.of("/me", "/club/" + mine.code()));
    assertThat(inside.faults).as("as a member").isEmpty();
    assertThat(inside.shown).as("pages of a member").contains("/me/statement");
  }

  /** One person who follows everything that leads anywhere. */
  private static final class Crawl {
    private final Visitor visitor;
    private final Language language;
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> shown = new HashSet<>();
    private final Map<String, Integer> alike = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    Crawl(Visitor visitor, Language language) {
      this.visitor = visitor;
      this.language = language;
    }

    void run(List<String> doors) {
      visitor.done("/preferences", "language", language.code(), "back", "/console");
      open.addAll(doors);
      while (!open.isEmpty()) {
        String path = open.remove();
        if (shown.add(path) && isNew(path)) {
          look(path);
        }
      }
    }

    /** Pages that differ by an id or a cursor only are alike. */
    private boolean isNew(String path) {
      String kind =
          path.replaceAll("[a-z]{2,4}_[0-9a-z]{20,}", "…").replaceAll("after=[^&]*", "after=…");
      return alike.merge(kind, 1, Integer::sum) <= ALIKE;
    }

    private void look(String path) {
      HttpResponse<String> answer = visitor.get(path);
      for (int hops = 0; answer.statusCode() == 303 && hops < 3; hops++) {
        String next = answer.headers().firstValue("Location").orElseThrow();
        answer = visitor.get(URI.create(path).resolve(next).toString());
      }
      if (answer.statusCode() / 100 != 2) {
        faults.add(path + " answers " + answer.statusCode());
        return;
      }
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        read(path, answer.body());
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
      if (text.contains("Zwetschge")) {
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
              form.group().contains("method=\"post\"")
                  ? ""
                  : Matcher.quoteReplacement(form.group()));
    }

    private void follow(String from, String link) {
      boolean ours = link.startsWith("/") || link.startsWith("?");
      if (ours && !link.startsWith("/ui/") && !link.startsWith("//")) {
        String path = URI.create(from).resolve(link).toString();
        open.add(path.replaceAll("#.*", ""));
      }
    }
  }
}
