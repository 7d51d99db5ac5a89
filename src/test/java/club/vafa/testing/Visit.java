package club.vafa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.access.Access.FirstOwner;
import club.vafa.clubs.Club;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser that keeps cookies and does not follow by itself. */
public final class Visit {
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();
  private final String site;

  public Visit(int port) {
    this.site = "http://127.0.0.1:" + port;
  }

  /** The owner of a new club, logged in. */
  public static Visit owner(int port, Club club, Access access) {
    FirstOwner first = access.firstOwner(club.id()).orElseThrow();
    Visit visit = new Visit(port);
    visit.enter(club, first.login(), first.password());
    return visit;
  }

  public void enter(Club club, String login, String password) {
    HttpResponse<String> in =
        post("/login", "club", club.code(), "login", login, "password", password);
    assertThat(in.statusCode()).isEqualTo(303);
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends a form; fields are names and values in turn. */
  public HttpResponse<String> post(String path, String... fields) {
    return send(
        request(path, "Origin", site)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(fields))));
  }

  /** Sends JSON, as a script of a page does. */
  public HttpResponse<String> json(String path, String body) {
    return send(
        request(path, "Origin", site, "Accept", "application/json")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(URI.create(site + path.replace(" ", "%20")).toASCIIString()))
            .header("Accept", "text/html");
    for (int at = 0; at < headers.length; at += 2) {
      request.setHeader(headers[at], headers[at + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  private static String form(String... fields) {
    StringBuilder form = new StringBuilder();
    for (int at = 0; at < fields.length; at += 2) {
      form.append(at == 0 ? "" : "&")
          .append(URLEncoder.encode(fields[at], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  /** What a hidden field of a page holds. */
  public static String hidden(String page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).as("a field " + name).isTrue();
    return field.group(1).replace("&#34;", "\"").replace("&quot;", "\"").replace("&amp;", "&");
  }

  /** The page as people read it: without tags and with single spaces. */
  public static String read(String page) {
    return page.replaceAll("<[^>]*>", " ")
        .replace("&amp;", "&")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replaceAll("\\s+", " ");
  }
}
