package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A club that has lived without tiers begins to have some. */
@StoryTest
@Import(TestClub.class)
class TierPastStoryTests {
  private final TestClub founding;
  private final TierPast past;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private String sara;

  TierPastStoryTests(TestClub founding, TierPast past) {
    this.founding = founding;
    this.past = past;
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
    web.send(
            "PUT",
            "/v1/tier-sets/friends",
            """
            {'names':{'en':'Friends'},'period':{'kind':'ever'},'keep':{'until':'ever'},
             'tiers':[
               {'code':'guest','names':{'en':'Guest'}},
               {'code':'friend','names':{'en':'Friend'},
                'needs':[{'by':'visits','atLeast':'3'}]}]}
            """)
        .expect(200);
    sale("4");
    assertThat(tier("/tier/code")).isEqualTo("guest");
    assertThat(tier("/progress/0/amount")).isEqualTo("1");

    past.count(club.id());
    past.count(club.id());

    assertThat(tier("/tier/code")).isEqualTo("friend");
    assertThat(tier("/progress/0/amount")).isEqualTo("3");
  }

  private String tier(String pointer) {
    return web.get("/v1/members/" + sara + "/tiers").expect(200).at("/data/0" + pointer);
  }

  private Answer sale(String id) {
    return web.post(
            "/v1/purchases",
            """
            {'source':'t','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
             'lines':[{'sku':'A','amount':'5.00'}]}
            """
                .formatted(id, sara))
        .expect(201);
  }
}
