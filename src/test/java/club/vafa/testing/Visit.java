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
import org.springframework.stereotype.Component;

/** Somebody at the pages without a browser: keeps cookies and does not follow by itself. */
public final class Visit {
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  public Visit(int port) {
    this.port = port;
  }

  /** Lets owners in. */
  @Component
  public static class Door {
    private final Access access;

    public Door(Access access) {
      this.access = access;
    }

    /** The owner of a new club, logged in. */
    public Visit owner(Club club, int port) {
      FirstOwner first = access.firstOwner(club.id()).orElseThrow();
      Visit visit = new Visit(port);
      HttpResponse<String> in =
          visit.post(
              "/login", "club", club.code(), "login", first.login(), "password", first.password());
      assertThat(in.statusCode()).isEqualTo(303);
      return visit;
    }
  }

  public HttpResponse<String> get(String path) {
    String encoded = URI.create(path.replace(" ", "%20")).toASCIIString();
    return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + encoded)).GET());
  }

  public HttpResponse<String> post(String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int at = 0; at < fields.length; at += 2) {
      form.append(at == 0 ? "" : "&")
          .append(fields[at])
          .append('=')
          .append(URLEncoder.encode(fields[at + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Origin", "http://127.0.0.1:" + port)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.header("Accept", "text/html").build(),
          BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
