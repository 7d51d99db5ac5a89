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

/** An event that is sent again is answered as it was the first time, word for word. */
@StoryTest
@Import(TestClub.class)
class RepetitionStoryTests {
  private final TestClub clubs;
  @LocalServerPort private int port;
  private Web till;

  RepetitionStoryTests(TestClub clubs) {
    this.clubs = clubs;
  }

  @BeforeEach
  void foundClub() {
    Club club = clubs.cafe();
    till = new Web(port, clubs.key(club));
    clubs.member(club, "+4915112345678");
    till.send(
            "PUT",
            "/v1/event-types/survey",
            "{'names':{'en':'Survey'},'attributes':{'rating':{'type':'number'},'on':{'type':'date'}}}")
        .expect(200);
    clubs.live(
        club,
        """
        {'code':'survey','name':{'en':'Survey'},'trigger':{'on':'event','type':'survey'},
         'rules':[{'code':'once','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}],
           'caps':[{'per':'member','period':'ever','units':'5'}]}]}
        """);
  }

  @Test
  void anEventToldAgainSaysWhatNearlyAppliedAsItDidTheFirstTime() {
    Answer first = survey("1");
    Answer capped = survey("2");
    Answer again = survey("2");
    Answer firstAgain = survey("1");

    assertThat(first.at("/effects/0/granted")).isEqualTo("5");
    assertThat(first.body().at("/notApplied").isEmpty()).isTrue();
    assertThat(capped.at("/notApplied/0/code")).isEqualTo("cap_reached");
    assertThat(capped.at("/notApplied/0/reason")).isNotEmpty();
    assertThat(again.replayed()).isTrue();
    assertThat(again.text()).isEqualTo(capped.text());
    assertThat(firstAgain.text()).isEqualTo(first.text());
    assertThat(till.get("/v1/events/" + capped.at("/id")).text()).isEqualTo(capped.text());
  }

  private Answer survey(String id) {
    return till.post(
            "/v1/events",
            """
            {'type':'survey','source':'t','externalId':'%s','member':{'phone':'015112345678'},
             'attributes':{'rating':4.50,'on':'2026-11-01'}}
            """
                .formatted(id))
        .expect(201);
  }
}
