package club.vafa.testing;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** People who look at pages without a browser, logged in as staff of a club. */
public final class Visitors {
  private static final String PASSWORD = "long enough for all";

  private final TestClub clubs;
  private final Access access;
  private final int port;

  public Visitors(TestClub clubs, Access access, int port) {
    this.clubs = clubs;
    this.access = access;
    this.port = port;
  }

  /** A file chosen in a form. */
  public record Upload(String field, String name, String content) {}

  /** Somebody whose cookies are kept and who does not follow by themselves. */
  public final class Visitor {
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** What lets a browser go on as this visitor. */
    public List<HttpCookie> cookies() {
      return cookies.getCookieStore().getCookies();
    }

    public HttpResponse<String> get(String path) {
      return send(request(path).GET());
    }

    /** What scripts of a page ask for, which is there. */
    public String data(String path) {
      HttpResponse<String> answer =
          send(request(path).setHeader("Accept", "application/json").GET());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }

    /** The page at an address, which is there. */
    public String page(String path) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      return answer.body();
    }

    public HttpResponse<String> post(String path, String... fields) {
      return send(
          request(path)
              .header("Origin", "http://127.0.0.1:" + port)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form(fields))));
    }

    /** Sends a form with a file in it. */
    public HttpResponse<String> upload(String path, Upload file, String... fields) {
      String edge = "edge-of-a-part";
      StringBuilder body = new StringBuilder();
      for (int at = 0; at < fields.length; at += 2) {
        body.append(part(edge, fields[at], "", fields[at + 1]));
      }
      body.append(part(edge, file.field(), "; filename=\"" + file.name() + "\"", file.content()));
      body.append("--").append(edge).append("--\r\n");
      HttpRequest.Builder request =
          request(path)
              .header("Origin", "http://127.0.0.1:" + port)
              .header("Content-Type", "multipart/form-data; boundary=" + edge);
      return send(request.POST(BodyPublishers.ofString(body.toString())));
    }

    private static String part(String edge, String name, String more, String content) {
      return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
          .formatted(edge, name, more, content);
    }

    /** Sends a form that is taken, and tells where it leads. */
    public String done(String path, String... fields) {
      HttpResponse<String> answer = post(path, fields);
      assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(303);
      return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Sends a form that is refused, and gives what is shown instead. */
    public String refused(String path, String... fields) {
      HttpResponse<String> answer = post(path, fields);
      assertThat(answer.statusCode()).as(path + "\n" + answer.body()).isEqualTo(422);
      return answer.body();
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .header("Accept", "text/html");
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

  /** An owner of a club: the first, or else one more. */
  public Visitor owner(Club club) {
    return access
        .firstOwner(club.id())
        .map(first -> login(club, first.login(), first.password()))
        .orElseGet(() -> staff(club, "owner"));
  }

  /** Somebody new of the staff, as owner, manager or cashier. */
  public Visitor staff(Club club, String role) {
    String login = role + UUID.randomUUID().toString().substring(0, 8);
    new Web(port, clubs.key(club, login))
        .post(
            "/v1/staff",
            "{'login':'%s','name':'%s','role':'%s','password':'%s'}"
                .formatted(login, role, role, PASSWORD))
        .expect(201);
    return login(club, login, PASSWORD);
  }

  /** A member, let in by a link that staff made. */
  public Visitor member(Club club, String member) {
    String link =
        new Web(port, clubs.key(club, "desk"))
            .post("/v1/members/" + member + "/portal-link", "")
            .expect(201)
            .at("/link");
    Visitor visitor = new Visitor();
    visitor.done(link.replaceFirst("http://[^/]+", ""));
    return visitor;
  }

  /** Somebody who logs in with this password. */
  public Visitor login(Club club, String login, String password) {
    Visitor visitor = new Visitor();
    visitor.done("/login", "club", club.code(), "login", login, "password", password);
    return visitor;
  }
}
