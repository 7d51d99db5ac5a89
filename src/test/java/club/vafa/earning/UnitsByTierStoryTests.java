package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import club.vafa.tiers.MemberTiers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/**
 * Stars of green members live half a year from their last visit, those of gold members stay, and
 * silver members wait two weeks for theirs.
 */
@StoryTest
@Import(TestClub.class)
class UnitsByTierStoryTests {
  private static final String STARS =
      """
      {'code':'stars','kind':'points','decimals':1,
       'expiry':{'kind':'while_active','months':6,'days':0},
       'byTier':[{'tier':'gold','expiry':{'kind':'never'}},
                 {'tier':'silver','waiting':{'kind':'days','days':14}}]}
      """;

  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final MemberTiers tiers;
  private final Occasions occasions;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web web;
  private String sara;
  private int sales;

  UnitsByTierStoryTests(
      TestClub founding,
      Clubs clubs,
      Ledger ledger,
      MemberTiers tiers,
      Occasions occasions,
      Clock clock) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.tiers = tiers;
    this.occasions = occasions;
    this.clock = clock;
  }

  @BeforeEach
  void foundClub() {
    clock.moveTo(Instant.parse("2030-01-10T10:00:00Z"));
    club = founding.cafe();
    web = new Web(port, founding.key(club));
    sara = founding.member(club, "+4915111111111").toString();
    web.post("/v1/units", STARS).expect(201);
    web.send(
            "PUT",
            "/v1/tier-sets/rewards",
            """
            {'names':{'en':'Rewards'},'period':{'kind':'ever'},'keep':{'until':'ever'},
             'tiers':[{'code':'green','names':{'en':'Green'}},
               {'code':'silver','names':{'en':'Silver'},
                'needs':[{'by':'visits','atLeast':'50'}]},
               {'code':'gold','names':{'en':'Gold'},'needs':[{'by':'visits','atLeast':'100'}]}]}
            """)
        .expect(200);
    founding.live(
        club,
        """
        {'code':'stars','name':{'en':'Stars'},'trigger':{'on':'purchase'},
         'rules':[
           {'code':'gold','when':[{'is':'tier','any':['gold']}],'then':[{'do':'earn',
            'unit':'stars','amount':{'by':'step','each':'1','give':'1.7'}}]},
           {'code':'others','when':[{'is':'not','of':{'is':'tier','any':['gold']}}],
            'then':[{'do':'earn',
            'unit':'stars','amount':{'by':'step','each':'1','give':'1'}}]}]}
        """);
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  private Answer buy(String amount) {
    return web.post(
            "/v1/purchases",
            """
            {'source':'t','externalId':'%d','member':{'id':'%s'},'currency':'EUR',
             'lines':[{'sku':'A','amount':'%s'}]}
            """
                .formatted(++sales, sara, amount))
        .expect(201);
  }

  private void gives(String tier, String until) {
    web.post(
            "/v1/members/" + sara + "/tiers",
            "{'tier':'%s','until':'%s','reason':'A friend'}".formatted(tier, until))
        .expect(201);
    occasions.raise(club.id());
  }

  private void moveTo(String day) {
    clock.moveTo(Instant.parse(day + "T10:00:00Z"));
    ClubScope.run(
        club.id(),
        () -> {
          tiers.bringUpToNow(clubs.get(club.id()), 100);
          ledger.bringUpTo(clubs.get(club.id()), clock.instant(), 100);
        });
    occasions.raise(club.id());
  }

  /** What is active and pending, and when the first of it ends. */
  private String stars() {
    for (var wallet : web.get("/v1/members/" + sara + "/wallets").body().at("/data")) {
      if (wallet.at("/unit").asString().equals("stars")) {
        String end = wallet.at("/nextExpiry/at").asString("");
        return wallet.at("/active").asString()
            + " + "
            + wallet.at("/pending").asString()
            + (end.isEmpty() ? "" : " until " + end.substring(0, 10));
      }
    }
    return "";
  }

  @Test
  void starsOfGoldStayAndBelowThatActivityKeepsThemAlive() {
    buy("10");
    assertThat(stars()).isEqualTo("10 + 0 until 2030-07-10");
    moveTo("2030-05-01");
    gives("gold", "2031-12-31");
    assertThat(stars()).isEqualTo("10 + 0");
    assertThat(buy("10").at("/effects/0/granted")).isEqualTo("17");
    moveTo("2031-12-30");
    assertThat(stars()).isEqualTo("27 + 0");

    moveTo("2032-01-02");
    assertThat(stars())
        .as("green again: half a year from now")
        .isEqualTo("27 + 0 until 2032-07-02");
    moveTo("2032-06-01");
    buy("1");
    assertThat(stars()).isEqualTo("28 + 0 until 2032-12-01");
    moveTo("2032-12-03");
    assertThat(stars()).isEqualTo("0 + 0");
  }

  @Test
  void starsOfSilverWait() {
    gives("silver", "2030-12-31");
    Answer sale = buy("10");
    assertThat(sale.at("/effects/0/status")).isEqualTo("pending");
    assertThat(stars()).startsWith("0 + 10");
    moveTo("2030-01-25");
    assertThat(stars()).startsWith("10 + 0");
  }

  @Test
  void whatDiffersByTierIsReadStrictly() {
    for (String wrong :
        new String[] {
          "{'tier':'gold'}",
          "{'tier':'gold','expiry':{'kind':'rolling','months':0,'days':0,'endOf':'day'}}",
          "{'tier':'a','waiting':{'kind':'none'}},{'tier':'a','waiting':{'kind':'none'}}"
        }) {
      Answer refused =
          web.send(
              "PUT", "/v1/units/stars", "{'kind':'points','decimals':1,'byTier':[" + wrong + "]}");
      assertThat(refused.at("/code")).as(wrong).isEqualTo("unit_tier");
    }
    assertThat(web.get("/v1/units").text()).contains("\"byTier\":[{\"tier\":\"gold\"");
  }
}
