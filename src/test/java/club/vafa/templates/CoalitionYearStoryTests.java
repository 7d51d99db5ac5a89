package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.settlement.Street;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A year of a street from its template, and what its shops settle at the end of each half. Given
 * points cost 3.6 cents, spent ones bring 3, half comes back for what expires.
 */
@StoryTest
@Import(TestClub.class)
class CoalitionYearStoryTests {
  private final ApplicationContext context;
  @LocalServerPort private int port;

  CoalitionYearStoryTests(ApplicationContext context) {
    this.context = context;
  }

  @Test
  void shopsOfAStreetSettleTwiceAYear() {
    Year year =
        Year.of(context, port, "EUR")
            .template("coalition", "")
            .branches("baker", "books", "market");
    partner(year, "baker", "'name':'Baker','branches':['baker']");
    partner(year, "books", "'name':'Books','branches':['books']");
    partner(
        year,
        "office",
        "'name':'Street office','branches':['market'],'rewards':['street-voucher','street-gift'],"
            + "'billing':'prepaid','alertBelow':'1.00'");
    year.web.post("/v1/settlement/payments", "{'partner':'office','amount':'5.00'}").expect(201);
    year.tells(
        """
        2030-01-05 | ali | joins born 1980-06-06              |                                              | 30 points, neighbour
        2030-01-06 | ali | buys 12.50, at baker               | +12 points                                   | 42 points, neighbour
        2030-02-01 | ali | buys 20.00, at books               | +40 points                                   | 82 points, neighbour
        2030-02-02 | ali | returns                            | -40 points, refund 20                        | 42 points, neighbour
        2030-03-06 | ali | buys 300.00, at books              | +300 points                                  | 342 points, neighbour
        2030-04-10 | ali | claims street-voucher              | -300 points                                  | 42 points, neighbour, Voucher for any shop
        2030-06-30 | ali | buys 60.00, at market              | +60 points                                   | 132 points, neighbour, Voucher for any shop
        2030-07-01 | ali | waits                              |                                              | 132 points, neighbour, Voucher for any shop
        """);
    assertThat(closed(year, "2030-06-30"))
        .isEqualTo(
            """
            baker | issued | 12 | 0.036 | 0.43
            baker | net 0.43 | before 0 | paid 0 | after 0.43
            books | issued | 340 | 0.036 | 12.24
            books | taken_back | 40 | 0.036 | -1.44
            books | net 10.8 | before 0 | paid 0 | after 10.8
            office | issued | 60 | 0.036 | 2.16
            office | spent | 300 | 0.03 | -9
            office | from - | 30
            office | from baker | 12
            office | from books | 258
            office | net -6.84 | before 0 | paid 5 | after -11.84
            - | issued | 60
            books | pays office | 6.84
            books | pays kitty | 3.96
            baker | pays kitty | 0.43
            kitty | before 0 | now 4.39 | after 4.39
            """);
    year.tells(
        """
        2030-07-02 | ali | returns                            | -60 points, refund 60                        | 72 points, neighbour, Voucher for any shop
        2030-08-01 | ali | buys 100.00, at baker              | +200 points                                  | 272 points, neighbour
        2031-12-31 | ali | waits                              |                                              | 260 points, neighbour
        """);
    assertThat(closed(year, "2031-12-30"))
        .isEqualTo(
            """
            baker | issued | 200 | 0.036 | 7.2
            baker | net 7.2 | before 0.43 | paid 0 | after 7.63
            books | expired | 42 | 0.018 | -0.76
            books | net -0.76 | before 10.8 | paid 0 | after 10.04
            office | taken_back earlier | 60 | 0.036 | -2.16
            office | net -2.16 | before -11.84 | paid 0 | after -14
            - | issued | 30
            baker | pays office | 2.16
            baker | pays books | 0.76
            baker | pays kitty | 4.28
            kitty | before 4.39 | now 4.28 | after 8.67
            """);
  }

  private static void partner(Year year, String code, String terms) {
    year.web
        .send("PUT", "/v1/settlement/partners/" + code, "{'from':'2030-01-01'," + terms + "}")
        .expect(200);
  }

  /** The statement of a half, closed on a day. */
  private String closed(Year year, String through) {
    Street.readUp(context, year.club.id());
    return Street.table(
        year.web
            .post("/v1/settlement/statements", "{'through':'" + through + "'}")
            .expect(201)
            .body());
  }
}
