package club.vafa.portal;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.testing.Phones;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visits;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The members' door, for those who may come in and those who may not. */
@StoryTest
class DoorStoryTests {
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);
  private static final String NOT_RIGHT = "This code is not right, or it no longer counts.";

  private final TestClub clubs;
  private final Clock clock;
  private final Knocks knocks;
  private final int port;

  DoorStoryTests(TestClub clubs, Clock clock, Knocks knocks, @LocalServerPort int port) {
    this.clubs = clubs;
    this.clock = clock;
    this.knocks = knocks;
    this.port = port;
    knocks.forget();
  }

  private static String phone() {
    return "+4915112" + (340_000 + NUMBER.incrementAndGet());
  }

  private static String door(Club club) {
    return "/club/" + club.code();
  }

  /** The address of the page that waits for a code. */
  private static String ask(Visits visitor, Club club, String contact) {
    HttpResponse<String> sent = visitor.post(door(club) + "/join", "contact", contact);
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return Visits.location(sent);
  }

  private static String id(String address) {
    return address.replaceFirst(".*id=([0-9a-f-]+).*", "$1");
  }

  private static HttpResponse<String> enter(Visits visitor, Club club, String id, String code) {
    return visitor.post(door(club) + "/code", "id", id, "code", code);
  }

  private static String hidden(HttpResponse<String> page, String name) {
    Matcher field =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
    assertThat(field.find()).as(name).isTrue();
    return field.group(1);
  }

  /** A member of this phone who is logged in. */
  private Visits inside(Club club, String phone) {
    Visits visitor = new Visits(port);
    String id = id(ask(visitor, club, phone));
    HttpResponse<String> in = enter(visitor, club, id, Phones.code(phone));
    assertThat(Visits.location(in)).isEqualTo("/me");
    return visitor;
  }

  private static String other(String code) {
    return code.equals("111111") ? "222222" : "111111";
  }

  private static void assertNotRight(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains(NOT_RIGHT);
  }

  @Test
  void aWrongCodeAnOldOneAUsedOneAndOneThatNeverWasAreAnsweredAlike() {
    Club club = clubs.cafe();
    String phone = phone();
    clubs.member(club, phone);
    Visits visitor = new Visits(port);
    assertNotRight(enter(visitor, club, "no id", "123456"));
    String id = id(ask(visitor, club, phone));
    String code = Phones.code(phone);
    assertNotRight(enter(visitor, club, id, other(code)));
    assertNotRight(enter(visitor, club, id, ""));
    assertThat(enter(visitor, club, id, code).statusCode()).isEqualTo(303);
    assertNotRight(enter(new Visits(port), club, id, code));
    String late = id(ask(visitor, club, phone));
    String lateCode = Phones.code(phone);
    clock.setAhead(Duration.ofMinutes(6));
    assertNotRight(enter(new Visits(port), club, late, lateCode));
  }

  @Test
  void fiveTriesAndTheRightCodeCountsNoMore() {
    Club club = clubs.cafe();
    String phone = phone();
    clubs.member(club, phone);
    Visits visitor = new Visits(port);
    String id = id(ask(visitor, club, phone));
    String code = Phones.code(phone);
    for (int attempt = 0; attempt < 5; attempt++) {
      assertNotRight(enter(visitor, club, id, other(code)));
    }
    assertNotRight(enter(visitor, club, id, code));
  }

  @Test
  void aCodeOfOneClubOpensNoOther() {
    Club mine = clubs.cafe();
    Club theirs = clubs.cafe();
    String phone = phone();
    clubs.member(mine, phone);
    clubs.member(theirs, phone);
    Visits visitor = new Visits(port);
    String id = id(ask(visitor, mine, phone));
    assertNotRight(enter(visitor, theirs, id, Phones.code(phone)));
    assertThat(visitor.get("/me").statusCode()).isEqualTo(303);
  }

  @Test
  void onePhoneGetsFiveCodesAnHourAndOneAddressIsSlowed() {
    Club club = clubs.cafe();
    String phone = phone();
    Visits visitor = new Visits(port);
    for (int code = 0; code < 5; code++) {
      ask(visitor, club, phone);
    }
    HttpResponse<String> more = visitor.post(door(club) + "/join", "contact", phone);
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.body()).contains("tried too often");
    clock.setAhead(Duration.ofMinutes(61));
    ask(visitor, club, phone);
    for (int code = 0; code < 29; code++) {
      ask(visitor, club, phone());
    }
    assertThat(visitor.post(door(club) + "/join", "contact", phone()).body())
        .contains("tried too often");
    knocks.forget();
  }

  @Test
  void nobodyLearnsWhoIsAMember() {
    Club club = clubs.cafe();
    String member = phone();
    String stranger = phone();
    clubs.member(club, member);
    Visits visitor = new Visits(port);
    HttpResponse<String> one = visitor.get(ask(visitor, club, member));
    HttpResponse<String> other = visitor.get(ask(visitor, club, stranger));
    assertThat(bare(one)).isEqualTo(bare(other)).doesNotContain(member).doesNotContain(stranger);
    String id = id(ask(visitor, club, member));
    String wrong = bare(enter(visitor, club, id, other(Phones.code(member))));
    id = id(ask(visitor, club, stranger));
    assertThat(bare(enter(visitor, club, id, other(Phones.code(stranger))))).isEqualTo(wrong);
  }

  private static String bare(HttpResponse<String> page) {
    return page.body().replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
  }

  @Test
  void whatIsNoContactIsToldBesideItAndKept() {
    Club club = clubs.cafe();
    HttpResponse<String> refused =
        new Visits(port).post(door(club) + "/join", "contact", "12", "branch", "main");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("neither a phone number nor an e-mail")
        .contains("value=\"12\"")
        .contains("name=\"branch\" value=\"main\"");
    assertThat(new Visits(port).get("/club/nowhere").statusCode()).isEqualTo(404);
    assertThat(new Visits(port).get("/club/nowhere/join").statusCode()).isEqualTo(404);
  }

  @Test
  void whoIsNewJoinsWithPersianDigitsOnceAndIsTheMemberNextTime() {
    Club club = clubs.cafe();
    String phone = phone();
    Visits visitor = new Visits(port);
    String id = id(ask(visitor, club, phone));
    String persian =
        Phones.code(phone)
            .chars()
            .mapToObj(sign -> String.valueOf((char) (sign - '0' + '۰')))
            .reduce("", String::concat);
    HttpResponse<String> welcome = enter(visitor, club, id, persian);
    assertThat(welcome.statusCode()).isEqualTo(200);
    String ticket = hidden(welcome, "ticket");
    assertThat(visitor.get("/me").statusCode()).isEqualTo(303);
    assertThat(
            visitor.post(door(clubs.cafe()) + "/welcome", "ticket", ticket, "name", "Sara").body())
        .contains("took too long");
    HttpResponse<String> in =
        visitor.post(
            door(club) + "/welcome",
            "ticket",
            ticket,
            "name",
            "سارا",
            "offers",
            "yes",
            "ref",
            "NOBODY");
    assertThat(Visits.location(in)).isEqualTo("/me");
    assertThat(in.headers().allValues("Set-Cookie"))
        .anySatisfy(cookie -> assertThat(cookie).contains("vafa_member=", "HttpOnly", "SameSite"));
    assertThat(visitor.get("/me").body()).contains("سارا");
    assertThat(new Visits(port).post(door(club) + "/welcome", "ticket", ticket).body())
        .contains("took too long");
    Web api = new Web(port, clubs.key(club));
    String found = api.get("/v1/members?phone=" + phone.replace("+", "%2B")).expect(200).text();
    assertThat(found).contains("\"firstName\":\"سارا\"").contains("\"channel\":\"sms\"");
    assertThat(inside(club, phone).get("/me").body()).contains("سارا");
  }

  @Test
  void aMailAddressIsAsGoodAsAPhone() {
    Club club = clubs.cafe();
    Visits visitor = new Visits(port);
    String id = id(ask(visitor, club, "Leila@Example.org"));
    HttpResponse<String> welcome = enter(visitor, club, id, Phones.mailedCode("example.org"));
    visitor.post(door(club) + "/welcome", "ticket", hidden(welcome, "ticket"), "name", "Leila");
    assertThat(visitor.get("/me").body()).contains("Leila");
  }

  @Test
  void theStaffsLinkLetsOneMemberInOnceWithinTenMinutes() {
    Club club = clubs.cafe();
    var member = clubs.member(club, phone());
    Web api = new Web(port, clubs.key(club));
    String path = "/v1/members/" + member + "/portal-link";
    String link = api.post(path, "").expect(201).at("/link");
    String way = link.replaceFirst("http://[^/]+", "");
    Visits visitor = new Visits(port);
    assertThat(visitor.get(way).statusCode()).isEqualTo(200);
    assertThat(visitor.get("/me").statusCode()).isEqualTo(303);
    assertThat(Visits.location(visitor.post(way))).isEqualTo("/me");
    assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
    assertThat(new Visits(port).post(way).body()).contains("older than ten minutes");
    String late = api.post(path, "").expect(201).at("/link").replaceFirst("http://[^/]+", "");
    clock.setAhead(Duration.ofMinutes(11));
    assertThat(new Visits(port).post(late).body()).contains("older than ten minutes");
    new Web(port, clubs.key(clubs.cafe())).post(path, "").expect(404);
  }

  @Test
  void logoutEndsOneLoginAndLogoutEverywhereAll() {
    Club club = clubs.cafe();
    String phone = phone();
    clubs.member(club, phone);
    Visits one = inside(club, phone);
    Visits two = inside(club, phone);
    Visits three = inside(club, phone);
    one.post("/me/leave");
    assertThat(one.get("/me").statusCode()).isEqualTo(303);
    assertThat(Visits.location(one.get("/me/card"))).isEqualTo(door(club) + "/join");
    assertThat(two.get("/me").statusCode()).isEqualTo(200);
    two.post("/me/leave-everywhere");
    assertThat(two.get("/me").statusCode()).isEqualTo(303);
    assertThat(three.get("/me").statusCode()).isEqualTo(303);
  }
}
