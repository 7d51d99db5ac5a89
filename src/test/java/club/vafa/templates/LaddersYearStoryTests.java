package club.vafa.templates;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A year of two programs the world knows: a ladder of stars, and a membership that pays for itself.
 */
@StoryTest
@Import(TestClub.class)
class LaddersYearStoryTests {
  private static final Path STARS = Path.of("src/test/resources/program/stars.yaml");

  private final ApplicationContext context;
  @LocalServerPort private int port;

  LaddersYearStoryTests(ApplicationContext context) {
    this.context = context;
  }

  /** Stars of 1, 1.2 and 1.7 for a euro; those of Green end after half a year, the others never. */
  @Test
  void stars() throws IOException {
    Year.of(context, port, "EUR")
        .program(Files.readString(STARS))
        .tells(
            """
            2030-01-05 | sara | joins born 1990-05-10          |                                              | green
            2030-01-06 | sara | buys 480.50                    | +480.5 stars                                 | 480.5 stars, green
            2030-01-20 | sara | buys 19.50                     | +19.5 stars, now gold                        | 500 stars, gold
            2030-01-21 | sara | buys 10.00                     | +12 stars                                    | 512 stars, gold
            2030-01-22 | sara | returns 2030-01-20             | -19.5 stars, now green, refund 19.50         | 492.5 stars, green
            2030-01-23 | sara | buys 7.50                      | +7.5 stars, now gold                         | 500 stars, gold
            2030-02-01 | sara | claims two-off                 | -60 stars                                    | 440 stars, gold, Two euros off
            2030-02-02 | sara | buys 5.00, using Two euros off | +3.6 stars, due 3                            | 443.6 stars, gold
            2030-02-03 | sara | returns                        | -3.6 stars, voucher returned, refund 3       | 440 stars, gold, Two euros off
            2030-05-06 | sara | buys 4.00                      | +4.8 stars                                   | 444.8 stars, gold
            2030-05-07 | sara | buys 4.00                      | +4.8 stars, voucher treat                    | 449.6 stars, gold, Birthday treat
            2030-05-08 | sara | buys 4.00                      | +4.8 stars, cap_reached                      | 454.4 stars, gold, Birthday treat
            2030-07-31 | sara | waits                          |                                              | 454.4 stars, gold
            2030-08-01 | sara | waits                          |                                              | 26.4 stars, gold
            2031-01-23 | sara | waits                          |                                              | 26.4 stars, gold
            2031-01-24 | sara | waits                          |                                              | 26.4 stars, green
            2031-01-24 | sara | account                        | stars earned 537.5, returned 23.1, spent 60, expired 428, left 26.4 |
            2031-02-01 | omid | joins born 1980-03-01          |                                              | green
            2031-02-02 | omid | buys 2500.00                   | +2500 stars, now reserve                     | 2500 stars, reserve
            2031-02-03 | omid | buys 10.00                     | +17 stars                                    | 2517 stars, reserve
            2031-02-15 | omid | buys 5.00                      | +8.5 stars, voucher treat                    | 2525.5 stars, reserve, Birthday treat
            2031-02-16 | omid | returns 2031-02-02             | -2500 stars, now green, refund 2500          | 25.5 stars, green, Birthday treat
            """);
  }

  /**
   * A membership with trial, free deliveries and member prices, and what it saved beside its fee.
   */
  @Test
  void plus() {
    Year.of(context, port, "EUR")
        .template("web-shop", "'fee':'9','generosity':'10'")
        .tells(
            """
            2030-01-05 | sara | joins                        |                                          | bronze
            2030-01-06 | sara | buys 50.00 + 5.00 #DELIVERY  | +55 points                               | 0 points (+55), bronze
            2030-02-01 | sara | takes plus                   | trial to 2030-03-03                      | 55 points, bronze
            2030-02-02 | sara | buys 50.00 + 5.00 #DELIVERY  | +45 points, due 45                       | 55 points (+45), bronze
            2030-02-28 | sara | saved                        | saved 10 for 0                           | 100 points, bronze
            2030-03-03 | sara | waits                        |                                          | 100 points, bronze
            2030-03-04 | sara | buys 5.00 #DELIVERY          | due 0                                    | 100 points, bronze
            2030-03-05 | sara | pays                         | active to 2030-04-03                     | 100 points, bronze
            2030-03-06 | sara | buys 5.00 #DELIVERY, times 9 | due 0                                    | 100 points, bronze
            2030-03-07 | sara | buys 5.00 #DELIVERY          | +5 points                                | 100 points (+5), bronze
            2030-03-08 | sara | returns 2030-03-06           | refund 0                                 | 100 points (+5), bronze
            2030-03-09 | sara | buys 5.00 #DELIVERY          | due 0                                    | 100 points (+5), bronze
            2030-03-10 | sara | saved                        | saved 50 for 9                           | 100 points (+5), bronze
            2030-04-01 | sara | buys 5.00 #DELIVERY          | due 0                                    | 105 points, bronze
            2030-04-09 | sara | buys 100.00                  | +90 points, due 90                       | 105 points (+90), bronze
            2030-04-11 | sara | buys 100.00                  | +100 points                              | 105 points (+190), bronze
            2030-04-12 | sara | takes plus paying            | active to 2030-05-12                     | 105 points (+190), bronze
            2030-04-13 | sara | buys 100.00                  | +90 points, due 90                       | 105 points (+280), bronze
            2030-04-14 | sara | returns                      | -90 points, refund 90                    | 105 points (+190), bronze
            2030-05-01 | sara | cancels                      | active to 2030-05-12                     | 295 points, bronze
            2030-05-12 | sara | buys 20.00                   | +20 points                               | 295 points (+20), bronze
            2030-12-31 | sara | account                      | points earned 405, returned 90, left 315 |
            """);
  }
}
