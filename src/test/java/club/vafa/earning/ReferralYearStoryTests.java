package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A year of bringing friends along, told as a table. */
@StoryTest
@Import({TestClub.class, ReferralClub.class})
class ReferralYearStoryTests {
  private final ReferralClub shop;
  @LocalServerPort private int port;

  ReferralYearStoryTests(ReferralClub shop) {
    this.shop = shop;
  }

  @BeforeEach
  void open() {
    shop.open(port);
    shop.live(
        """
        {'code':'friend','name':{'en':'Welcome'},'trigger':{'on':'purchase'},
         'rules':[{'code':'ten','when':[{'is':'referred','within':90},{'is':'firstVisit'}],
           'then':[{'do':'discount','on':'basket','amount':{'by':'percent','percent':'10'}}]}]}
        """);
    shop.live(
        """
        {'code':'advocate','name':{'en':'Thank you'},'trigger':{'on':'referral'},
         'rules':[{'code':'bonus','when':[{'is':'minimum','amount':'20'}],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'200'},
             'pending':{'days':14}}],
           'caps':[{'per':'member','period':'year','uses':3}]}]}
        """);
    shop.member("sara");
  }

  /** Day, who, what they do, what is due, the state of who's referral, what sara has. */
  @Test
  void aYearOfFriends() {
    tell(
        """
          1 | omid  | joins by sara  |       | open      |   0
          2 | omid  | buys 15.00     | 13.50 | open      |   0
          3 | omid  | buys 25.00     | 25.00 | qualified | 200
          5 | omid  | returns        |       | returned  |   0
          6 | omid  | buys 30.00     | 30.00 | returned  |   0
         10 | lena  | joins by omid  |       | open      |   0
         10 | lena  | buys 40.00     | 36.00 | qualified |   0
         20 | twin  | joins by sara, email sara+2@x.de | | open | 0
         21 | sara  | email sara@x.de |      |           |   0
         22 | sara2 | joins by sara, email sa.ra+3@x.de | | blocked | 0
         23 | sara2 | buys 50.00     | 50.00 | blocked   |   0
         24 | sara2 | released       |       | qualified | 200
         30 | nima  | joins by sara  |       | open      | 200
         31 | nima  | buys 20.00     | 18.00 | qualified | 400
         40 | mina  | joins by sara  |       | open      | 400
         41 | mina  | buys 19.99     | 17.99 | open      | 400
         42 | mina  | buys 20.01     | 20.01 | qualified | 600
         50 | kian  | joins by sara  |       | open      | 600
         51 | kian  | buys 99.00     | 89.10 | qualified | 600
         52 | mina  | returns        |       | returned  | 400
         60 | ava   | joins by sara  |       | open      | 400
         61 | ava   | cancelled      |       | cancelled | 400
         62 | ava   | buys 70.00     | 70.00 | cancelled | 400
         70 | omid2 | joins by sara  |       | open      | 400
         71 | omid2 | merged into omid |     | cancelled | 400
         80 | me    | joins by sara  |       | open      | 400
         81 | me    | merged into sara |     | cancelled | 400
        100 | navid | joins by kian  |       | open      | 400
        101 | kian  | erased         |       | qualified | 400
        102 | navid | buys 50.00     | 45.00 | left      | 400
        110 | late  | joins by sara  |       | open      | 400
        201 | late  | buys 50.00     | 50.00 | open      | 400
        210 | twin  | buys 10.00     | 10.00 | open      | 400
        """);
    assertThat(shop.points("omid")).isEqualTo(200);
    Answer sara = shop.web.get("/v1/members/" + shop.id("sara") + "/referral").expect(200);
    assertThat(sara.body().at("/counts").toString())
        .isEqualTo(
            "{\"blocked\":0,\"cancelled\":3,\"left\":0,\"open\":2,\"qualified\":3,\"returned\":2}");
    shop.assertBooksHold();
  }

  private void tell(String year) {
    List<String> told = new ArrayList<>();
    List<String> happened = new ArrayList<>();
    for (String line : year.strip().split("\n")) {
      String[] part = line.split("\\|", -1);
      String who = part[1].strip();
      shop.day(Integer.parseInt(part[0].strip()));
      String due = act(who, part[2].strip());
      shop.settle();
      told.add(row(part[0], who, part[2], part[3], part[4], part[5]));
      happened.add(
          row(part[0], who, part[2], due, shop.state(who), Long.toString(shop.points("sara"))));
    }
    assertThat(String.join("\n", happened)).isEqualTo(String.join("\n", told));
  }

  private static String row(String... cells) {
    List<String> plain = new ArrayList<>();
    for (String cell : cells) {
      plain.add(cell.strip());
    }
    return String.join(" | ", plain);
  }

  private String act(String who, String act) {
    String[] words = act.replace(",", "").split(" ");
    switch (words[0]) {
      case "joins" ->
          shop.joins(who, words[2], words.length > 3 ? ",'email':'" + words[4] + "'" : "");
      case "buys" -> {
        String due = shop.buys(who, words[1]);
        return due.contains(".") ? (due + "0").replaceAll("(\\.\\d\\d)0$", "$1") : due + ".00";
      }
      case "returns" -> shop.returns(who, "'all':true");
      case "released" ->
          shop.web
              .post("/v1/referrals/" + shop.referral(who) + "/release", "{'reason':'a cousin'}")
              .expect(200);
      case "cancelled" ->
          shop.web.post("/v1/referrals/" + shop.referral(who) + "/cancel", "{}").expect(200);
      case "merged" ->
          shop.web
              .post(
                  "/v1/members/" + shop.id(who) + "/merge", "{'into':'" + shop.id(words[2]) + "'}")
              .expect(200);
      case "erased" -> shop.web.send("DELETE", "/v1/members/" + shop.id(who), "").expect(204);
      case "email" ->
          shop.web
              .send("PATCH", "/v1/members/" + shop.id(who), "{'email':'" + words[1] + "'}")
              .expect(200);
      default -> throw new AssertionError(act);
    }
    return "";
  }

  @Test
  void theStatementNamesTheEventThatWasUndone() {
    shop.joins("omid", "sara", "");
    shop.buys("omid", "25.00");
    shop.settle();
    shop.returns("omid", "'all':true");
    shop.settle();

    Answer statement =
        shop.web.get("/v1/members/" + shop.id("sara") + "/statement?unit=points").expect(200);
    String undone = statement.at("/data/0/cause/undoes");
    assertThat(statement.at("/data/0/amount")).isEqualTo("200");
    assertThat(undone).startsWith("evt_").isEqualTo(statement.at("/data/1/cause/id"));
    Answer event = shop.web.get("/v1/events/" + undone).expect(200);
    assertThat(event.at("/effects/0/granted")).isEqualTo("200");
    String took = statement.at("/data/0/cause/id");
    assertThat(shop.web.get("/v1/events/" + took).expect(200).at("/type"))
        .isEqualTo("referral.returned");
    Answer referral = shop.web.get("/v1/referrals/" + shop.referral("omid")).expect(200);
    assertThat(referral.at("/event")).isEqualTo(undone);
    assertThat(referral.at("/steps/0/state")).isEqualTo("open");
    assertThat(referral.at("/steps/1/state")).isEqualTo("qualified");
    assertThat(referral.at("/steps/2/state")).isEqualTo("returned");
    assertThat(referral.at("/steps/2/actor")).isEqualTo("vafa");
    shop.assertBooksHold();
  }

  @Test
  void aShareOfWhatTheFriendSpentShrinksWithEachReturn() {
    shop.live(
        """
        {'code':'share','name':{'en':'Share'},'trigger':{'on':'referral'},
         'rules':[{'code':'five','then':[{'do':'earn','unit':'credit',
           'amount':{'by':'percent','percent':'5'}}],
           'caps':[{'per':'all','period':'ever','units':'8'}]}]}
        """);
    shop.joins("omid", "sara", "");
    shop.buys("omid", "150.00", "50.00");
    shop.settle();
    assertThat(credit("sara")).isEqualTo("8");

    shop.returns("omid", "'lines':[{'line':0,'quantity':'1'}]");
    shop.settle();
    assertThat(credit("sara")).isEqualTo("2.5");
    assertThat(shop.state("omid")).isEqualTo("qualified");
    assertThat(shop.points("sara")).isEqualTo(200);

    shop.returns("omid", "'all':true");
    shop.settle();
    assertThat(credit("sara")).isEqualTo("0");
    assertThat(shop.points("sara")).isZero();
    assertThat(shop.state("omid")).isEqualTo("returned");

    shop.joins("lena", "sara", "");
    shop.buys("lena", "160.00");
    shop.settle();
    assertThat(credit("sara")).as("the cap is free again").isEqualTo("8");
    shop.assertBooksHold();
  }

  @Test
  void anAdvocateWhoWasMergedGivesBackAllTheSame() {
    shop.live(
        """
        {'code':'share','name':{'en':'Share'},'trigger':{'on':'referral'},
         'rules':[{'code':'five','then':[{'do':'earn','unit':'credit',
           'amount':{'by':'percent','percent':'5'}}]}]}
        """);
    shop.joins("omid", "sara", "");
    shop.buys("omid", "10.00");
    shop.settle();
    shop.member("sara2");
    shop.web
        .post("/v1/members/" + shop.id("sara") + "/merge", "{'into':'" + shop.id("sara2") + "'}")
        .expect(200);
    assertThat(credit("sara2")).isEqualTo("0.5");

    shop.returns("omid", "'all':true");
    shop.settle();

    assertThat(shop.state("omid")).isEqualTo("returned");
    assertThat(credit("sara2")).isEqualTo("0");
    shop.assertBooksHold();
  }

  private String credit(String who) {
    for (var wallet :
        shop.web.get("/v1/members/" + shop.id(who) + "/wallets").expect(200).body().at("/data")) {
      if (wallet.at("/unit").asString().equals("credit")) {
        return wallet.at("/active").asString();
      }
    }
    return "0";
  }
}
