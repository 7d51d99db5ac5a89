package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What one member bought before they were merged comes back out of the other one's wallets. */
@StoryTest
@Import(TestClub.class)
class MergedReturnStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  @LocalServerPort private int port;
  private Club club;
  private Web till;
  private String old;
  private String sara;

  MergedReturnStoryTests(TestClub founding, Clubs clubs, Ledger ledger) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
  }

  @BeforeEach
  void foundClub() {
    club = founding.cafe();
    till = new Web(port, founding.key(club));
    founding.live(
        club,
        """
        {'code':'base','name':{'en':'Points'},'trigger':{'on':'purchase'},
         'rules':[{'code':'per-euro','when':[],
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'2'}}]}]}
        """);
    old = founding.member(club, "+4915111111111").toString();
    sara = founding.member(club, "+4915122222222").toString();
  }

  @Test
  void theSurvivorGivesBackWhatTheOldSaleHadEarned() {
    String sale = sale("1", "10.00", "");
    merge(old, sara);
    assertThat(active(sara)).isEqualTo("20");

    Answer back = giveBack(sale);

    assertThat(back.at("/member/id")).isEqualTo(sara);
    assertThat(back.at("/taken/0/active")).isEqualTo("20");
    assertThat(back.at("/taken/0/forgone")).isEqualTo("0");
    assertThat(back.at("/wallets/0/active")).isEqualTo("0");
    assertThat(active(sara)).isEqualTo("0");
    assertThat(active(old)).isEqualTo("0");
    assertBooksHold();
  }

  @Test
  void returnedInPartsAcrossTwoMergesItTakesEachPointOnce() {
    String sale = sale("1", "5.00'},{'sku':'B','amount':'5.00", "");
    merge(old, sara);
    till.post(
            "/v1/purchases/" + sale + "/returns",
            "{'externalId':'r1','lines':[{'line':0,'quantity':'1'}]}")
        .expect(201);
    assertThat(active(sara)).isEqualTo("10");
    String last = founding.member(club, "+4915133333333").toString();
    merge(sara, last);
    till.post("/v1/members/" + last + "/adjustments", "{'unit':'points','amount':'7','reason':'x'}")
        .expect(201);

    Answer rest = giveBack(sale);

    assertThat(rest.at("/member/id")).isEqualTo(last);
    assertThat(rest.at("/taken/0/active")).isEqualTo("10");
    assertThat(active(last)).isEqualTo("7");
    assertBooksHold();
  }

  @Test
  void pointsThatPaidTheOldSaleComeBackToTheSurvivor() {
    sale("1", "50.00", "");
    String paid = sale("2", "1.00", "{'kind':'wallet','unit':'points','amount':'100'}");
    merge(old, sara);
    assertThat(active(sara)).isEqualTo("0");

    Answer back = giveBack(paid);

    assertThat(back.at("/gaveBack/0/usable")).isEqualTo("100");
    assertThat(back.at("/wallets/0/active")).isEqualTo("100");
    assertThat(active(sara)).isEqualTo("100");
    assertThat(active(old)).isEqualTo("0");
    assertBooksHold();
  }

  private String sale(String id, String amount, String payment) {
    return till.post(
            "/v1/purchases",
            """
            {'source':'t','externalId':'%s','member':{'id':'%s'},'currency':'EUR',
             'lines':[{'sku':'A','amount':'%s'}],'payments':[%s]}
            """
                .formatted(id, old, amount, payment))
        .expect(201)
        .at("/id");
  }

  private void merge(String from, String into) {
    till.post("/v1/members/" + from + "/merge", "{'into':'" + into + "'}").expect(200);
  }

  private Answer giveBack(String sale) {
    return till.post("/v1/purchases/" + sale + "/returns", "{'externalId':'all','all':true}")
        .expect(201);
  }

  private String active(String member) {
    Answer wallets = till.get("/v1/members/" + member + "/wallets").expect(200);
    for (var wallet : wallets.body().at("/data")) {
      if (wallet.at("/unit").asString().equals("points")) {
        return wallet.at("/active").asString();
      }
    }
    return "0";
  }

  private void assertBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }
}
