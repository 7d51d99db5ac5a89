package club.vafa.rewards;

import static club.vafa.rewards.Shopping.line;
import static club.vafa.rewards.Shopping.told;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.ledger.Ledger;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Cards that fill with stamps: buy ten, get one. */
@StoryTest
@Import(TestClub.class)
class StampCardsStoryTests {
  private final TestClub clubs;
  private final Clubs known;
  private final Ledger ledger;
  private final Clock clock;
  @LocalServerPort private int port;
  private Shopping shop;

  StampCardsStoryTests(TestClub clubs, Clubs known, Ledger ledger, Clock clock) {
    this.clubs = clubs;
    this.known = known;
    this.ledger = ledger;
    this.clock = clock;
  }

  @BeforeEach
  void aCafeThatStampsEachLatte() {
    shop = new Shopping(clubs, port);
    shop.freeCoffee();
    clubs.live(
        shop.club,
        """
        {'code':'stamps','name':{'en':'Stamps'},'trigger':{'on':'purchase'},
         'rules':[{'code':'latte','when':[{'is':'item','any':['LATTE']}],
           'then':[{'do':'earn','unit':'stamps','amount':{'by':'piece','give':'1'}}]}]}
        """);
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        shop.club.id(),
        () -> assertThat(ledger.verify(known.get(shop.club.id())).text()).as("findings").isEmpty());
  }

  private Answer card(String more) {
    return shop.web.post(
        "/v1/stamp-cards",
        "{'code':'coffee','unit':'stamps','holes':10,'names':{'en':'Coffee card'},"
            + "'reward':'free-coffee'%s}".formatted(more));
  }

  private Answer lattes(int pieces) {
    return shop.buy(line("LATTE", "" + pieces, pieces * 4 + ".00"), "").expect(201);
  }

  /** The effect that tells of the card, as {@code 8/10} or {@code full×1 3/10}. */
  private static String card(Answer sale) {
    for (var effect : sale.body().at("/effects")) {
      if (effect.at("/type").asString().equals("stamp_card")) {
        long completed = effect.at("/completed").asLong();
        return (completed == 0 ? "" : "full×" + completed + " ")
            + effect.at("/stamps").asString()
            + "/"
            + effect.at("/of").asString();
      }
    }
    return "none";
  }

  private static String voucher(Answer sale) {
    for (var effect : sale.body().at("/effects")) {
      if (effect.at("/type").asString().equals("stamp_card")) {
        return effect.at("/vouchers/0/code").asString("");
      }
    }
    return "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 422 reward_code_form /code",
        "{'code':'c','unit':'stamps','holes':0,'names':{'en':'x'},'reward':'free-coffee'}"
            + " | 422 must_be_positive /holes",
        "{'code':'c','unit':'points','holes':5,'names':{'en':'x'},'reward':'free-coffee'}"
            + " | 422 stamp_card_unit_kind /unit",
        "{'code':'c','unit':'miles','holes':5,'names':{'en':'x'},'reward':'free-coffee'}"
            + " | 422 unit_unknown /unit",
        "{'code':'c','unit':'stamps','holes':5,'names':{'en':'x'},'reward':'gone'}"
            + " | 404 reward_not_found /reward",
        "{'code':'c','unit':'stamps','holes':5,'names':{'en':'x'},'reward':'free-coffee','days':0}"
            + " | 422 too_many_items /days"
      })
  void aCardWithFaultsIsRefusedByField(String body, String wanted) {
    assertThat(told(shop.web.post("/v1/stamp-cards", body))).isEqualTo(wanted);
  }

  @Test
  void aFullCardBecomesAVoucherInTheSameMomentAndTheRestIsCarried() {
    String id = card("").expect(201).at("/id");
    assertThat(told(card(""))).isEqualTo("409 stamp_card_code_taken /code");

    assertThat(card(lattes(8))).isEqualTo("8/10");
    Answer filling = lattes(5);
    assertThat(card(filling)).isEqualTo("full×1 3/10");
    assertThat(card(lattes(27))).isEqualTo("full×3 0/10");
    assertThat(card(shop.buy(line("CAKE", "1", "4.00"), ""))).isEqualTo("none");
    assertThat(shop.state(voucher(filling))).isEqualTo("active");
    assertThat(shop.has("stamps")).isEqualTo("0");
    lattes(4);
    Answer cards = shop.web.get("/v1/members/" + shop.sara + "/stamp-cards").expect(200);
    assertThat(cards.at("/data/0/stamps")).isEqualTo("4");
    assertThat(cards.at("/data/0/missing")).isEqualTo("6");
    assertThat(cards.at("/data/0/name")).isEqualTo("Coffee card");
    assertThat(cards.at("/data/0/expiresAt")).isNotEmpty();
    shop.web.post("/v1/stamp-cards/" + id + "/end", "").expect(200);
    assertThat(card(lattes(9))).isEqualTo("none");
    assertThat(shop.has("stamps")).isEqualTo("13");
  }

  @Test
  void whatIsLeftOverGoesWithACardThatDoesNotCarry() {
    card(",'carries':false").expect(201);
    lattes(8);
    Answer filling = lattes(5);
    assertThat(card(filling)).isEqualTo("full×1 0/10");
    Answer back = shop.bringBack(filling, "'all':true");
    assertThat(back.at("/stampCards/0/usable")).isEqualTo("13");
    assertThat(shop.has("stamps")).isEqualTo("8");
  }

  @Test
  void aReturnEmptiesTheCardAgainAsLongAsItsVoucherIsUnused() {
    card("").expect(201);
    lattes(8);
    Answer filling = lattes(5);
    String code = voucher(filling);

    // One latte back: 12 stamps still fill the card.
    Answer one = shop.bringBack(filling, "'lines':[{'line':0,'quantity':'1'}]");
    assertThat(one.body().at("/stampCards").isMissingNode()).isTrue();
    assertThat(shop.state(code)).isEqualTo("active");
    assertThat(shop.has("stamps")).isEqualTo("2");
    // Three more: 9 stamps do not.
    Answer three = shop.bringBack(filling, "'lines':[{'line':0,'quantity':'3'}]");
    assertThat(three.at("/stampCards/0/undone")).isEqualTo("1");
    assertThat(three.at("/stampCards/0/usable")).isEqualTo("10");
    assertThat(three.at("/vouchers/0/state")).isEqualTo("cancelled");
    assertThat(shop.state(code)).isEqualTo("cancelled");
    assertThat(shop.has("stamps")).isEqualTo("9");
    shop.bringBack(filling, "'all':true");
    assertThat(shop.has("stamps")).isEqualTo("8");
  }

  @Test
  void aReturnLeavesTheCardThatPaidForACoffee() {
    card("").expect(201);
    lattes(8);
    Answer filling = lattes(2);
    assertThat(shop.buy(line("LATTE", "1", "4.00"), voucher(filling)).at("/discount/amount"))
        .isEqualTo("4");

    Answer back = shop.bringBack(filling, "'all':true");

    assertThat(back.at("/stampCards/0/undone")).isEqualTo("0");
    assertThat(back.at("/stampCards/0/kept")).isEqualTo("1");
    assertThat(back.at("/vouchers/0/state")).isEqualTo("used");
    assertThat(back.at("/taken/0/wanted")).isEqualTo("2");
    assertThat(shop.has("stamps")).isEqualTo("0");
  }

  @Test
  void aStartedCardEndsAsAWhole() {
    shop.web
        .send(
            "PUT",
            "/v1/units/stamps",
            "{'code':'stamps','kind':'stamps','names':{'en':'stamps'},'expiry':{'kind':'never'}}")
        .expect(200);
    card(",'days':30").expect(201);
    lattes(3);
    clock.setAhead(Duration.ofDays(20));
    lattes(3);
    assertThat(card(lattes(1))).isEqualTo("7/10");
    clock.setAhead(Duration.ofDays(32));
    // All seven are gone, and a new card begins.
    assertThat(card(lattes(2))).isEqualTo("2/10");
  }
}
