package club.vafa.cards.gifts;

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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** A gift card's life: made, sold, spent, given back, moved, blocked, ended. */
@StoryTest
@Import(TestClub.class)
class GiftCardsStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final GiftCards gifts;
  private final Clock clock;
  @LocalServerPort private int port;
  private Club club;
  private Web till;
  private int sales;

  GiftCardsStoryTests(TestClub founding, Clubs clubs, Ledger ledger, GiftCards gifts, Clock clock) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.gifts = gifts;
    this.clock = clock;
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
           'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':'1'}}]}]}
        """);
  }

  @AfterEach
  void theBooksHold() {
    ClubScope.run(
        club.id(),
        () -> assertThat(ledger.verify(clubs.get(club.id())).text()).as("findings").isEmpty());
  }

  private record Made(String id, String code) {}

  private Made card(String amount) {
    Answer made =
        till.post("/v1/gift-cards", "{'amount':'%s','active':true}".formatted(amount)).expect(201);
    return new Made(made.at("/card/id"), made.at("/code"));
  }

  private Answer buy(String lines, String payments) {
    return buy("", lines, payments);
  }

  private Answer buy(String member, String lines, String payments) {
    return till.post(
        "/v1/purchases",
        "{'source':'t','externalId':'%d',%s'currency':'EUR','lines':[%s],'payments':[%s]}"
            .formatted(++sales, member, lines, payments));
  }

  private static String line(String amount) {
    return "{'sku':'A','amount':'" + amount + "'}";
  }

  private static String pays(Made card, String amount) {
    return "{'kind':'gift_card','code':'%s','amount':'%s'}".formatted(card.code(), amount);
  }

  private String balance(Made card) {
    return till.get("/v1/gift-cards/" + card.id()).expect(200).at("/balance");
  }

  private static String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }

  @Test
  void badPathsAreRefusedBeforeAnythingMoves() {
    Made card = card("50");
    Made blocked = card("50");
    till.post("/v1/gift-cards/" + blocked.id() + "/block", "{}").expect(200);
    Made foreign = foreignCard();
    String usable = "422 gift_card_not_usable /payments/0/code";

    assertThat(told(buy(line("10"), pays(blocked, "10")))).isEqualTo(usable);
    assertThat(told(buy(line("10"), pays(foreign, "10")))).isEqualTo(usable);
    assertThat(told(buy(line("10"), pays(new Made("", "NOPE"), "10")))).isEqualTo(usable);
    assertThat(told(buy(line("10"), pays(card, "11")))).isEqualTo("422 overpaid /payments");
    assertThat(told(buy(line("99"), pays(card, "50.01"))))
        .isEqualTo("422 gift_card_insufficient /payments/0/amount");
    assertThat(told(buy(line("99"), pays(card, "0"))))
        .isEqualTo("422 must_be_positive /payments/0/amount");
    assertThat(told(buy(line("99"), pays(card, "1") + "," + pays(card, "1"))))
        .isEqualTo("422 gift_card_twice /payments/1/code");
    assertThat(told(buy(line("9"), "{'kind':'cash','code':'X','amount':'9'}")))
        .isEqualTo("422 payment_kind_no_code /payments/0/code");
    assertThat(told(till.post("/v1/gift-cards", "{'amount':'5','currency':'USD'}")))
        .isEqualTo("422 unknown_value /currency");
    assertThat(told(till.post("/v1/gift-cards", "{'amount':'5','pattern':'####'}")))
        .isEqualTo("422 gift_card_pattern /pattern");
    assertThat(told(till.post("/v1/gift-cards", "{'active':true}")))
        .isEqualTo("422 gift_card_face /amount");
    assertThat(told(till.post("/v1/gift-cards/" + card.id() + "/funds", "{'amount':'-1'}")))
        .isEqualTo("422 must_be_positive /amount");
    assertThat(balance(card)).isEqualTo("50");
  }

  private Made foreignCard() {
    Web other = new Web(port, founding.key(founding.cafe()));
    Answer made = other.post("/v1/gift-cards", "{'amount':'50','active':true}").expect(201);
    assertThat(told(till.get("/v1/gift-cards/" + made.at("/card/id"))))
        .isEqualTo("404 gift_card_not_found");
    return new Made(made.at("/card/id"), made.at("/code"));
  }

  @Test
  void aHundredSpendAtOnceAndOneSucceeds() {
    Made card = card("10");
    List<Answer> answers =
        Web.together(
            100,
            number ->
                till.post(
                    "/v1/purchases",
                    """
                    {'source':'many','externalId':'%d','currency':'EUR',
                     'lines':[{'sku':'A','amount':'10'}],'payments':[%s]}
                    """
                        .formatted(number, pays(card, "10"))));

    assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
    assertThat(answers.stream().filter(answer -> answer.status() == 422)).hasSize(99);
    assertThat(balance(card)).isEqualTo("0");
    assertThat(till.get("/v1/gift-cards/" + card.id()).at("/state")).isEqualTo("redeemed");
  }

  @Test
  void whatCardsPaidGoesBackToTheLastOneFirst() {
    Made one = card("30");
    Made two = card("30");
    Answer sale =
        buy(line("40") + "," + line("20"), pays(one, "30") + "," + pays(two, "20")).expect(201);
    assertThat(sale.at("/paidByWallets/amount")).isEqualTo("50");
    assertThat(sale.at("/due/amount")).isEqualTo("10");
    assertThat(sale.at("/payments/0/lastFour")).hasSize(4);
    assertThat(balance(one) + " " + balance(two)).isEqualTo("0 10");
    String returns = "/v1/purchases/" + sale.at("/id") + "/returns";

    Answer part =
        till.post(returns, "{'externalId':'r1','lines':[{'line':1,'quantity':'1'}]}").expect(201);
    assertThat(part.at("/cardsBack/0/usable/amount")).isEqualTo("16.67");
    assertThat(balance(one) + " " + balance(two)).isEqualTo("0 26.67");

    till.post(returns, "{'externalId':'r2','all':true}").expect(201);
    assertThat(balance(one) + " " + balance(two)).isEqualTo("30 30");
    Answer journal = till.get("/v1/gift-cards/" + two.id() + "/entries?limit=2").expect(200);
    assertThat(journal.at("/data/0/type")).isEqualTo("refund");
    assertThat(
            till.get("/v1/gift-cards/" + two.id() + "/entries?after=" + journal.at("/next"))
                .expect(200)
                .body()
                .at("/data"))
        .hasSize(2);
  }

  @Test
  void aRefundFollowsTheCardThatTookThePlace() {
    Made card = card("30");
    Answer sale = buy(line("20"), pays(card, "20")).expect(201);
    Answer replaced = till.post("/v1/gift-cards/" + card.id() + "/replace", "{}").expect(201);
    Made fresh = new Made(replaced.at("/card/id"), replaced.at("/code"));
    assertThat(balance(fresh)).isEqualTo("10");
    assertThat(told(buy(line("5"), pays(card, "5"))))
        .isEqualTo("422 gift_card_not_usable /payments/0/code");

    till.post("/v1/purchases/" + sale.at("/id") + "/returns", "{'externalId':'r','all':true}")
        .expect(201);

    assertThat(balance(fresh)).isEqualTo("30");
    assertThat(balance(card)).isEqualTo("0");
    assertThat(told(till.post("/v1/gift-cards/" + card.id() + "/unblock", "{}")))
        .isEqualTo("409 gift_card_state");
  }

  @Test
  void aCardIsSoldAtTheTillWithoutEarningAndPaysWithEarning() {
    String sara = founding.member(club, "+4915111111111").toString();
    String member = "'member':{'id':'" + sara + "'},";
    Answer made = till.post("/v1/gift-cards", "{'amount':'50'}").expect(201);
    Made card = new Made(made.at("/card/id"), made.at("/code"));
    assertThat(told(buy(line("5"), pays(card, "5"))))
        .isEqualTo("422 gift_card_not_usable /payments/0/code");
    String sells = "{'sku':'GIFT','amount':'50','giftCard':'%s'}".formatted(card.code());

    Answer sold = buy(member, sells + "," + line("10"), "").expect(201);

    assertThat(sold.at("/effects/0/granted")).isEqualTo("10");
    assertThat(sold.at("/cardsFunded/0/amount/amount")).isEqualTo("50");
    assertThat(balance(card)).isEqualTo("50");
    Answer coffee = buy(member, line("20"), pays(card, "20")).expect(201);
    assertThat(coffee.at("/effects/0/granted")).isEqualTo("20");
    assertThat(
            told(
                till.post(
                    "/v1/purchases/" + sold.at("/id") + "/returns",
                    "{'externalId':'x','all':true}")))
        .isEqualTo("409 gift_card_spent /lines");
    till.post("/v1/purchases/" + coffee.at("/id") + "/returns", "{'externalId':'y','all':true}")
        .expect(201);
    till.post("/v1/purchases/" + sold.at("/id") + "/returns", "{'externalId':'x','all':true}")
        .expect(201);
    assertThat(balance(card)).isEqualTo("0");
    assertThat(till.get("/v1/members/" + sara + "/wallets").at("/data/0/active")).isEqualTo("0");
    Answer owed = till.get("/v1/gift-cards/liability").expect(200);
    assertThat(owed.at("/paidIn") + " " + owed.at("/paidOut") + " " + owed.at("/outstanding"))
        .isEqualTo("50 50 0");
  }

  @Test
  void aClubMayLetTheSaleEarnInsteadOfTheSpending() {
    till.send("PATCH", "/v1/club", "{'giftCardsEarn':'when_sold'}").expect(200);
    String sara = founding.member(club, "+4915111111112").toString();
    String member = "'member':{'id':'" + sara + "'},";
    Answer made = till.post("/v1/gift-cards", "{}").expect(201);
    Made card = new Made(made.at("/card/id"), made.at("/code"));
    String sells = "{'sku':'GIFT','amount':'50','giftCard':'%s'}".formatted(card.code());

    assertThat(buy(member, sells, "").expect(201).at("/effects/0/granted")).isEqualTo("50");
    assertThat(buy(member, line("20"), pays(card, "20")).expect(201).at("/effects/0/granted"))
        .isEmpty();
    assertThat(told(buy(member, sells, pays(card, "20")))).isEqualTo("422 overpaid /payments");
  }

  @Test
  void whatIsOnACardEndsOnItsDay() {
    Answer made =
        till.post("/v1/gift-cards", "{'amount':'50','active':true,'validMonths':12}").expect(201);
    Made card = new Made(made.at("/card/id"), made.at("/code"));
    Answer sale = buy(line("20"), pays(card, "20")).expect(201);
    clock.setAhead(Duration.ofDays(367));
    assertThat(told(buy(line("5"), pays(card, "5"))))
        .isEqualTo("422 gift_card_not_usable /payments/0/code");

    ClubScope.run(club.id(), () -> gifts.endDue(clubs.get(club.id()), clock.instant(), 10));

    assertThat(balance(card)).isEqualTo("0");
    Answer back =
        till.post("/v1/purchases/" + sale.at("/id") + "/returns", "{'externalId':'r','all':true}")
            .expect(201);
    assertThat(back.at("/cardsBack/0/expired/amount")).isEqualTo("20");
    Answer owed = till.get("/v1/gift-cards/liability").expect(200);
    assertThat(owed.at("/expired") + " " + owed.at("/spent")).isEqualTo("50 0");
  }

  @Test
  void moneyMovesBetweenCardsAndACodeIsToldOnce() {
    Made one = card("30");
    Answer batch =
        till.post(
                "/v1/gift-cards:batch",
                "{'count':3,'amount':'10','pattern':'CAFE-####-####-####-####'}",
                "Idempotency-Key",
                "batch-1")
            .expect(201);
    assertThat(batch.at("/data/0/code")).startsWith("CAFE-");
    Answer again =
        till.post(
                "/v1/gift-cards:batch",
                "{'count':3,'amount':'10','pattern':'CAFE-####-####-####-####'}",
                "Idempotency-Key",
                "batch-1")
            .expect(201);
    assertThat(again.replayed()).isTrue();
    assertThat(again.text()).doesNotContain("CAFE-");
    String two = batch.at("/data/0/card/id");
    String transfer = "{'to':'%s','amount':'12.50'}".formatted(two);
    String path = "/v1/gift-cards/" + one.id() + "/transfers";
    assertThat(told(till.post(path, transfer))).isEqualTo("409 gift_card_state");
    till.post("/v1/gift-cards/" + two + "/funds", "{}").expect(200);
    assertThat(till.post(path, transfer).expect(200).at("/balance")).isEqualTo("17.5");
    assertThat(till.get("/v1/gift-cards/" + two).at("/balance")).isEqualTo("22.5");
    assertThat(told(till.post(path, "{'to':'%s','amount':'99'}".formatted(two))))
        .isEqualTo("422 gift_card_insufficient /amount");
    assertThat(told(till.post(path, "{'to':'%s','amount':'1'}".formatted(one.id()))))
        .isEqualTo("422 gift_card_same /to");
    assertThat(till.get("/v1/gift-cards?q=" + batch.at("/batch")).expect(200).body().at("/data"))
        .hasSize(3);
  }

  @Test
  void whoGuessesMustWaitAndLearnsNothing() {
    Made card = card("10");
    Web guesser = new Web(port, founding.key(club));
    String lookup = "/v1/gift-cards/lookup";
    assertThat(guesser.post(lookup, "{'code':'" + card.code() + "'}").expect(200).at("/balance"))
        .isEqualTo("10");
    till.post("/v1/gift-cards/" + card.id() + "/block", "{}").expect(200);
    String blocked = guesser.post(lookup, "{'code':'" + card.code() + "'}").at("/detail");
    String unknown = guesser.post(lookup, "{'code':'AAAA'}").at("/detail");
    assertThat(blocked).isNotEmpty().isEqualTo(unknown);
    till.post("/v1/gift-cards/" + card.id() + "/unblock", "{}").expect(200);

    SecureRandom random = new SecureRandom();
    for (int guess = 1; guess < GiftGuesses.MOST; guess++) {
      guesser.post(lookup, "{'code':'" + GiftPattern.USUAL.draw(random) + "'}").expect(422);
    }
    Answer refused = guesser.post(lookup, "{'code':'" + card.code() + "'}").expect(429);
    assertThat(refused.raw().headers().firstValue("Retry-After")).isPresent();
    assertThat(
            guesser
                .post(
                    "/v1/purchases",
                    """
                    {'source':'g','externalId':'1','currency':'EUR',
                     'lines':[{'sku':'A','amount':'5'}],'payments':[%s]}
                    """
                        .formatted(pays(card, "5")))
                .status())
        .isEqualTo(429);
    assertThat(till.post(lookup, "{'code':'" + card.code() + "'}").expect(200).at("/balance"))
        .isEqualTo("10");
    clock.setAhead(Duration.ofMinutes(16));
    guesser.post(lookup, "{'code':'" + card.code() + "'}").expect(200);
  }
}
