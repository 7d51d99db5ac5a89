package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A club that has lived without tiers begins to have some. */
@StoryTest
@Import(TestClub.class)
class TierPastStoryTests {
  private static final String FRIENDS =
      """
      {'names':{'en':'Friends'},'period':{'kind':'ever'},'keep':{'until':'ever'},
       'tiers':[
         {'code':'guest','names':{'en':'Guest'}},
         {'code':'friend','names':{'en':'Friend'},'needs':[{'by':'visits','atLeast':'3'}]}]}
      """;
  private static final String SPENDERS =
      """
      {'names':{'en':'Spenders'},'period':{'kind':'rolling','months':12},
       'keep':{'until':'months','months':12},
       'tiers':[
         {'code':'small','names':{'en':'Small'}},
         {'code':'big','names':{'en':'Big'},'needs':[{'by':'spend','atLeast':'100'}]}]}
      """;

  private final TestClub founding;
  private final TierPast past;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private String sara;

  TierPastStoryTests(TestClub founding, TierPast past, Clock clock) {
    this.founding = founding;
    this.past = past;
    this.clock = clock;
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    sara = founding.member(club, "+4915112345678").toString();
  }

  @Test
  void whatWasDoneBeforeThereWereTiersCountsOnce() {
    Answer first = sale("1");
    sale("2");
    web.post("/v1/purchases/" + first.at("/id") + "/returns", "{'externalId':'r','all':true}")
        .expect(201);
    sale("3");
    web.send("PUT", "/v1/tier-sets/friends", FRIENDS).expect(200);
    sale("4");
    assertThat(tier("/tier/code")).isEqualTo("guest");
    assertThat(tier("/progress/0/amount")).isEqualTo("1");

    past.count(club.id());
    past.count(club.id());

    assertThat(tier("/tier/code")).isEqualTo("friend");
    assertThat(tier("/progress/0/amount")).isEqualTo("3");
  }

  /**
   * What is older than a window reaches is known as one sum, which must not be taken for nothing.
   */
  @Test
  void whatCountsAlreadyIsNotCountedAgainHoweverLongAgoItWas() {
    web.send("PUT", "/v1/tier-sets/friends", FRIENDS).expect(200);
    past.count(club.id());
    sale("1", clock.instant().minus(Duration.ofDays(2_000)));
    sale("2");
    assertThat(tier("/progress/0/amount")).isEqualTo("2");
    web.send("PUT", "/v1/tier-sets/spenders", SPENDERS).expect(200);

    past.count(club.id());

    assertThat(tier("/progress/0/amount")).isEqualTo("2");
    assertThat(tier("/tier/code")).isEqualTo("guest");
    sale("3");
    assertThat(tier("/progress/0/amount")).isEqualTo("3");
  }

  private String tier(String pointer) {
    return web.get("/v1/members/" + sara + "/tiers").expect(200).at("/data/0" + pointer);
  }

  private Answer sale(String id) {
    return sale(id, clock.instant());
  }

  private Answer sale(String id, Instant at) {
    return web.post(
            "/v1/purchases",
            """
            {'source':'t','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
             'occurredAt':'%s','lines':[{'sku':'A','amount':'5.00'}]}
            """
                .formatted(id, sara, at))
        .expect(201);
  }
}
