package club.vafa.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the shops of a street owe each other. */
@StoryTest
@Import(TestClub.class)
class SettlementStoryTests {
  private final ApplicationContext context;
  @LocalServerPort private int port;
  private Street street;
  private String sara;

  SettlementStoryTests(ApplicationContext context) {
    this.context = context;
  }

  @BeforeEach
  void aStreet() {
    street = new Street(context, port);
    sara = street.member("+4915112345678");
    street.moveTo("2030-01-02");
    street.partners("2030-01-01");
  }

  /** 100 given by the baker, 40 of them spent at the chemist; the books give 60 and get 20 back. */
  @Test
  void whoGivesPaysAndWhoTakesIsPaid() {
    street.buy(sara, "baker", 100, 0);
    street.buy(sara, "chemist", 1, 40);
    String books = street.buy(sara, "books-1", 60, 0);
    street.buy(sara, "books-2", 20, 0);
    street.giveBack(books);
    assertThat(Street.table(street.statement("open")))
        .isEqualTo(
            """
            baker | issued | 100 | 0.012 | 1.2
            baker | net 1.2 | before 0 | paid 0 | after 1.2
            books | issued | 80 | 0.012 | 0.96
            books | taken_back | 60 | 0.012 | -0.72
            books | net 0.24 | before 0 | paid 0 | after 0.24
            chemist | spent | 40 | 0.01 | -0.4
            chemist | from baker | 40
            chemist | net -0.4 | before 0 | paid 0 | after -0.4
            baker | pays chemist | 0.4
            baker | pays kitty | 0.8
            books | pays kitty | 0.24
            kitty | before 0 | now 1.04 | after 1.04
            """);
  }

  @Test
  void aClosedPeriodStaysAndLaterReturnsStandInTheNext() {
    String sale = street.buy(sara, "baker", 100, 0);
    street.buy(sara, "books-1", 50, 30);
    street.moveTo("2030-02-01");
    Answer closed = street.close("2030-01-31").expect(201);
    String before = Street.table(street.statement("1"));
    street.giveBack(sale);
    street.buy(sara, "chemist", 10, 0);
    assertThat(Street.table(street.statement("1"))).isEqualTo(before);
    assertThat(street.statement("1").toString())
        .as("what was answered and what is kept")
        .isEqualTo(closed.body().toString());
    assertThat(Street.table(street.statement("open")))
        .isEqualTo(
            """
            baker | taken_back earlier | 100 | 0.012 | -1.2
            baker | net -1.2 | before 1.2 | paid 0 | after 0
            books | net 0 | before 0.29 | paid 0 | after 0.29
            chemist | issued | 10 | 0.012 | 0.12
            chemist | net 0.12 | before 0 | paid 0 | after 0.12
            chemist | pays baker | 0.12
            kitty | pays baker | 1.08
            kitty | before 1.49 | now -1.08 | after 0.41
            """);
    JsonNode list = street.web.get("/v1/settlement/statements?limit=1").expect(200).body();
    assertThat(list.get("data").get(0).get("number").asInt()).isEqualTo(1);
  }

  @Test
  void newPricesHoldFromTheirDayAndReturnsKeepTheOld() {
    String old = street.buy(sara, "baker", 100, 0);
    street.moveTo("2030-01-10");
    street
        .web
        .send(
            "PUT",
            "/v1/settlement/prices",
            "{'prices':[{'unit':'points','issue':'0.02','spend':'0.015'}]}")
        .expect(200);
    street.partner(
        "chemist",
        "'name':'Chemist','branches':['chemist'],'prices':[{'unit':'points','issue':'0.01',"
            + "'spend':'0.01'}]");
    street.buy(sara, "baker", 100, 0);
    street.buy(sara, "chemist", 100, 50);
    street.giveBack(old);
    assertThat(Street.table(street.statement("open")))
        .startsWith(
            """
            baker | issued | 100 | 0.012 | 1.2
            baker | issued | 100 | 0.02 | 2
            baker | taken_back | 100 | 0.012 | -1.2
            baker | net 2 |\
            """)
        .contains("chemist | spent | 50 | 0.01 | -0.5\n");
  }

  @Test
  void whatExpiresBringsAShareBack() {
    street.buy(sara, "baker", 100, 0);
    street.moveTo("2031-01-02");
    assertThat(Street.table(street.statement("open")))
        .startsWith(
            """
            baker | issued | 100 | 0.012 | 1.2
            baker | expired | 100 | 0.006 | -0.6
            baker | net 0.6 |\
            """);
  }

  /** What is not a partner's is counted and owed by nobody. */
  @Test
  void whereNoPartnerWasNobodyOwes() {
    street.buy(sara, "nobody", 70, 0);
    street.buy(sara, "baker", 1, 70);
    assertThat(Street.table(street.statement("open")))
        .contains("baker | from - | 70\n")
        .contains("- | issued | 70\n")
        .endsWith("kitty | pays baker | 0.7\nkitty | before 0 | now -0.7 | after -0.7\n");
  }

  /** A reward that a partner hands over brings it what members pay for it. */
  @Test
  void aRewardIsPaidToWhoHandsItOver() {
    street
        .partner(
            "chemist",
            "'name':'Chemist','branches':['chemist'],'rewards':['soap']," + "'from':'2030-01-01'")
        .expect(200);
    String id =
        street
            .web
            .post(
                "/v1/rewards",
                "{'code':'soap','kind':'partner','names':{'en':'Soap'},"
                    + "'prices':[{'unit':'points','amount':'25'}]}")
            .expect(201)
            .at("/id");
    street.web.post("/v1/rewards/" + id + "/publish", "").expect(200);
    street.buy(sara, "baker", 100, 0);
    String claim =
        street
            .web
            .post("/v1/claims", "{'member':'" + sara + "','reward':'soap','quantity':2}")
            .expect(201)
            .at("/id");
    assertThat(Street.table(street.statement("open")))
        .contains("chemist | spent | 50 | 0.01 | -0.5\nchemist | from baker | 50\n");
    street.web.post("/v1/claims/" + claim + "/revoke", "{'reason':'sold out'}").expect(200);
    assertThat(Street.table(street.statement("open")))
        .contains(
            "chemist | spent | 50 | 0.01 | -0.5\nchemist | given_back | 50 | 0.01 | 0.5\n"
                + "chemist | net 0 ");
  }

  @Test
  void everyLineLeadsToItsEntries() {
    for (int sale = 1; sale <= 5; sale++) {
      street.buy(sara, sale % 2 == 0 ? "books-1" : "books-2", sale, 0);
    }
    street.readUp();
    String asked = "/v1/settlement/statements/open/entries?partner=books&unit=points&what=issued";
    JsonNode first = street.web.get(asked + "&limit=2").expect(200).body();
    JsonNode second =
        street
            .web
            .get(asked + "&limit=200&after=" + first.get("next").asString())
            .expect(200)
            .body();
    long units = 0;
    for (JsonNode entry : first.get("data")) {
      units += entry.get("units").asLong();
    }
    for (JsonNode entry : second.get("data")) {
      units += entry.get("units").asLong();
    }
    assertThat(first.get("data").size()).isEqualTo(2);
    assertThat(second.get("data").size()).isEqualTo(3);
    assertThat(units).isEqualTo(15);
    assertThat(street.web.get("/v1/settlement/statements/open/csv").expect(200).text())
        .isEqualTo(
            "period,first,last,partner,what,unit,units,price,owes,earlier\r\n"
                + "1,2030-01-01,2030-01-02,books,issued,points,15,0.012,0.18,\r\n");
  }

  @Test
  void aDisputedEntryIsTakenOffAndPutWhereItBelongs() {
    street.buy(sara, "baker", 100, 0);
    street.readUp();
    String entry =
        street
            .web
            .get("/v1/settlement/statements/open/entries?partner=baker&unit=points&what=issued")
            .at("/data/0/id");
    street.moveTo("2030-02-01");
    street.close("2030-01-31").expect(201);
    String dispute =
        street
            .web
            .post(
                "/v1/settlement/disputes",
                "{'entry':'" + entry + "','reason':'The bookshop used our till.'}")
            .expect(201)
            .at("/id");
    assertThat(
            street
                .web
                .post("/v1/settlement/disputes", "{'entry':'" + entry + "','reason':'again'}")
                .at("/code"))
        .isEqualTo("movement_disputed");
    street
        .web
        .post(
            "/v1/settlement/disputes/" + dispute + "/accept",
            "{'answer':'So it was.','branch':'books-1'}")
        .expect(200);
    assertThat(
            street
                .web
                .post("/v1/settlement/disputes/" + dispute + "/reject", "{'answer':'no'}")
                .at("/code"))
        .isEqualTo("dispute_decided");
    assertThat(Street.table(street.statement("open")))
        .startsWith(
            """
            baker | issued earlier | -100 | 0.012 | -1.2
            baker | net -1.2 | before 1.2 | paid 0 | after 0
            books | issued earlier | 100 | 0.012 | 1.2
            books | net 1.2 |\
            """)
        .endsWith("kitty | before 1.2 | now 0 | after 1.2\n");
  }

  @Test
  void aPrepaidPartnerIsWarnedOfWhenItsCreditIsLow() {
    street
        .partner(
            "baker",
            "'name':'Baker','branches':['baker'],'billing':'prepaid','alertBelow':'1.00',"
                + "'from':'2030-01-01'")
        .expect(200);
    String pack = "{'partner':'baker','unit':'points','units':'200','note':'January'}";
    assertThat(
            street
                .web
                .post("/v1/settlement/payments", pack, "Idempotency-Key", "pack-1")
                .expect(201)
                .at("/amount"))
        .isEqualTo("2.4");
    assertThat(
            street
                .web
                .post("/v1/settlement/payments", pack, "Idempotency-Key", "pack-1")
                .replayed())
        .isTrue();
    street.readUp();
    assertThat(street.web.get("/v1/settlement/partners/baker").text())
        .contains("\"owes\":\"-2.4\"")
        .contains("\"alert\":false");
    street.buy(sara, "baker", 120, 0);
    street.readUp();
    assertThat(street.web.get("/v1/settlement/partners/baker").text())
        .contains("\"owes\":\"-0.96\"")
        .contains("\"alert\":true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | partners/Bad | {'name':'x'} | 422 partner_code_form /code",
        "PUT | partners/x | {} | 422 required /name",
        "PUT | partners/x | {'name':'x','branches':['nowhere']} | 422 partner_branch_unknown"
            + " /branches/0",
        "PUT | partners/x | {'name':'x','branches':['baker']} | 409 partner_place_taken /branches",
        "PUT | partners/x | {'name':'x','billing':'barter'} | 422 unknown_value /billing",
        "PUT | partners/x | {'name':'x','alertBelow':'-1'} | 422 must_not_be_negative /alertBelow",
        "PUT | partners/x | {'name':'x','colour':'red'} | 400 unknown_field /colour",
        "PUT | prices | {'prices':[]} | 422 prices_missing /prices",
        "PUT | prices | {'prices':[{'unit':'miles','issue':'1','spend':'1'}]} | 422 unit_unknown"
            + " /prices/0/unit",
        "PUT | prices | {'prices':[{'unit':'points','issue':'-1','spend':'1'}]} | 422"
            + " must_not_be_negative /prices/0/issue",
        "PUT | prices | {'prices':[{'unit':'points','issue':'1'}]} | 422 required /prices/0/spend",
        "PUT | prices | {'prices':[{'unit':'points','issue':'1','spend':'1','expiredBack':101}]}"
            + " | 422 unknown_value /prices/0/expiredBack",
        "POST | payments | {'partner':'baker'} | 422 payment_zero /amount",
        "POST | payments | {'partner':'who','amount':'1'} | 404 partner_not_found /partner",
        "POST | payments | {'partner':'baker','unit':'stamps','units':'9'} | 422"
            + " pack_without_price /unit",
        "POST | statements | {} | 422 required /through",
        "POST | statements | {'through':'2030-01-02'} | 409 settlement_day_not_over /through",
        "POST | statements | {'through':'2029-12-31'} | 409 settlement_day_closed /through",
        "POST | disputes | {'entry':'x','reason':'y'} | 422 not_an_id /entry",
        "POST | disputes | {'entry':'mov_00000000000000000000000000','reason':'y'} | 404"
            + " movement_not_found",
        "GET | statements/9 | | 404 settlement_statement_not_found",
        "GET | statements/open/entries?partner=baker&unit=points&what=stolen | | 422 unknown_value",
        "GET | statements?after=zzz | | 400 bad_cursor",
      })
  void whatIsWrongIsRefused(String method, String path, String body, String wanted) {
    Answer answer =
        method.equals("GET")
            ? street.web.get("/v1/settlement/" + path)
            : street.web.send(method, "/v1/settlement/" + path, body);
    assertThat(
            (answer.status() + " " + code(answer) + " " + answer.at("/errors/0/pointer")).strip())
        .isEqualTo(wanted);
  }

  private static String code(Answer answer) {
    String inside = answer.at("/errors/0/code");
    return inside.isEmpty() ? answer.at("/code") : inside;
  }

  @Test
  void whatIsClosedTakesNothingMore() {
    street.moveTo("2030-02-01");
    street.close("2030-01-31").expect(201);
    assertThat(street.close("2030-01-31").at("/errors/0/code")).isEqualTo("settlement_day_closed");
    assertThat(street.partner("baker", "'name':'B','from':'2030-01-31'").at("/errors/0/code"))
        .isEqualTo("settlement_day_closed");
    assertThat(
            street
                .web
                .post(
                    "/v1/settlement/payments",
                    "{'partner':'baker','amount':'1','day':'2030-01-31'}")
                .at("/errors/0/code"))
        .isEqualTo("settlement_day_closed");
  }
}
