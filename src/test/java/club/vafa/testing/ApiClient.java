package club.vafa.testing;

import club.vafa.access.ApiKeys;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shop's program that talks to the API of a club of its own. */
public record ApiClient(MockMvcTester http, ClubId club, String key) {

  /** Founds clubs and gives them keys. */
  public record Founder(Clubs clubs, ApiKeys keys, Ids ids, MockMvcTester http) {
    /** A new club in Iran with a key of all rights. */
    public ApiClient club() {
      return with(EnumSet.allOf(Scope.class));
    }

    public ApiClient with(Set<Scope> scopes) {
      NewClub wanted =
          new NewClub(
              "club-" + Long.toString(ids.next().getLeastSignificantBits() >>> 2, 36),
              "Café Vafa",
              Currency.getInstance("IRR"),
              "Asia/Tehran",
              CalendarKind.JALALI,
              Language.FA,
              "IR");
      ClubId id = new ClubId(ids.next());
      if (!(found(wanted, id) instanceof Done<Club>(Club club))) {
        throw new IllegalStateException("the club could not be founded");
      }
      return key(club.id(), "till", scopes);
    }

    private club.vafa.kernel.Outcome<Club> found(NewClub wanted, ClubId id) {
      return clubs.found(wanted);
    }

    /** Another key of the club. */
    public ApiClient key(ClubId club, String name, Set<Scope> scopes) {
      return new ApiClient(
          http, club, ClubScope.call(club, () -> keys.makeFor(club, name, scopes)).secret());
    }
  }

  public MockMvcRequestBuilder request(HttpMethod method, String path) {
    return http.method(method).uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + key);
  }

  public MvcTestResult get(String path) {
    return request(HttpMethod.GET, path).exchange();
  }

  public MvcTestResult delete(String path) {
    return request(HttpMethod.DELETE, path).exchange();
  }

  public MvcTestResult post(String path, String body) {
    return send(HttpMethod.POST, path, body);
  }

  public MvcTestResult patch(String path, String body) {
    return send(HttpMethod.PATCH, path, body);
  }

  private MvcTestResult send(HttpMethod method, String path, String body) {
    return request(method, path)
        .contentType(MediaType.APPLICATION_JSON)
        .content(body.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .exchange();
  }
}
