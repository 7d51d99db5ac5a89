package club.vafa.templates;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A year of each trade that sells, from its template as it is proposed. */
@StoryTest
@Import(TestClub.class)
class ShopsYearStoryTests {
  private final ApplicationContext context;
  @LocalServerPort private int port;

  ShopsYearStoryTests(ApplicationContext context) {
    this.context = context;
  }

  private Year year(String trade) {
    return Year.of(context, port, "EUR").template(trade, "");
  }

  /**
   * A point for 0.60, worth 4.8 cents: a coffee of 4 euros costs 80. Nine coffees fill the card.
   */
  @Test
  void cafe() {
    year("cafe")
        .tells(
            """
            2030-01-07       | sara | joins born 1990-05-20              |                                              | 30 points, guest
            2030-01-08       | sara | buys 3.60 coffee + 2.40 cake       | +1 cups, +10 points                          | 1 cups, 40 points, guest
            2030-01-15 15:30 | sara | buys 3.60 coffee                   | +1 cups, +12 points                          | 2 cups, 52 points, guest
            2030-01-20       | sara | buys 28.80 x8 coffee               | +8 cups, +48 points, coffee-card full        | 1 cups, 100 points, guest, The tenth coffee
            2030-01-22       | sara | returns                            | -8 cups, -48 points, voucher cancelled, coffee-card undone, refund 28.80 | 2 cups, 52 points, guest
            2030-01-23       | sara | buys 28.80 x8 coffee               | +8 cups, +48 points, coffee-card full        | 1 cups, 100 points, guest, The tenth coffee
            2030-01-25       | sara | buys 3.60 coffee, using The tenth coffee | due 0                                        | 1 cups, 100 points, guest
            2030-01-26       | sara | claims coffee                      | -80 points                                   | 1 cups, 20 points, guest, A coffee
            2030-01-27       | sara | gives back                         | back 80                                      | 1 cups, 100 points, guest
            2030-02-10       | sara | buys 6.00 cake, times 16           | +160 points, now regular                     | 1 cups, 260 points, regular
            2030-02-11       | sara | buys 6.00 cake                     | +12 points                                   | 1 cups, 272 points, regular
            2030-05-20       | sara | waits                              |                                              | 1 cups, 272 points, regular, A piece of cake
            2030-06-04       | sara | waits                              |                                              | 1 cups, 272 points, regular
            2030-07-23       | sara | waits                              |                                              | 1 cups, 272 points, regular
            2030-07-24       | sara | waits                              |                                              | 272 points, regular
            2030-08-01       | omid | joins by sara                      |                                              | 30 points, guest
            2030-08-02       | omid | buys 3.60 tea                      | +6 points                                    | 36 points, guest
            2030-08-02       | sara | waits                              |                                              | 352 points, regular
            2030-08-03       | omid | returns                            | -6 points, refund 3.60                       | 30 points, guest
            2030-08-03       | sara | waits                              |                                              | 272 points, regular
            2030-12-31       | sara | account                            | cups earned 18, returned 8, spent 18, back 9, expired 1, left 0; points earned 400, returned 128, spent 80, back 80, left 272 |
            """);
  }

  /**
   * In rial and by the Jalali calendar: a point for 400,000, tiers by the year that ends at Nowruz.
   */
  @Test
  void restaurant() {
    Year.of(context, port, "IRR")
        .template("restaurant", "")
        .tells(
            """
            2030-04-01       | sara | joins born 1990-06-15          |                                              | diner
            2030-04-02       | sara | buys 10000000                  | +105 points                                  | 105 points, diner
            2030-04-10 17:00 | sara | buys 8000000                   | +40 points                                   | 145 points, diner
            2030-04-11       | sara | returns                        | -40 points, refund 8000000                   | 105 points, diner
            2030-05-01       | sara | claims dessert                 | -100 points                                  | 5 points, diner, A dessert
            2030-05-02       | sara | buys 10000000, using A dessert | +18 points, due 7500000                      | 23 points, diner
            2030-06-15       | sara | waits                          |                                              | 23 points, diner, Birthday dessert
            2030-06-16       | sara | buys 132500000                 | +331 points, now gourmet                     | 354 points, gourmet, Birthday dessert
            2030-06-17       | sara | buys 10000000                  | +31 points                                   | 385 points, gourmet, Birthday dessert
            2030-06-18       | sara | returns 2030-06-16             | -331 points, now diner, refund 132500000     | 54 points, diner, Birthday dessert
            2030-07-07       | sara | waits                          |                                              | 54 points, diner
            2030-07-08       | sara | buys 150000000                 | +375 points, now gourmet                     | 429 points, gourmet
            2030-08-01       | sara | buys 400000, times 6           | +6 points, voucher tenth-visit               | 435 points, gourmet, A starter for the table
            2031-04-20       | sara | waits                          |                                              | 435 points, gourmet
            2031-04-21       | sara | waits                          |                                              | 430 points, gourmet
            2031-05-22       | sara | waits                          |                                              | 412 points, gourmet
            2031-05-22       | sara | account                        | points earned 906, returned 371, spent 100, expired 23, left 412 |
            """);
  }

  /** 2 % from 40 euros, 3 % from 120, half of it below; half as much again for trolley members. */
  @Test
  void supermarket() {
    year("supermarket")
        .tells(
            """
            2030-01-07       | sara | joins                        |                                              | basket
            2030-01-07       | sara | buys 50.00                   | +3 credit                                    | 0 credit (+3), basket
            2030-01-08       | sara | waits                        |                                              | 3 credit, basket
            2030-01-10       | sara | buys 30.00 + 20.00 fresh     | +1 credit, +1 fresh                          | 3 credit (+1), 1 fresh, basket
            2030-01-12       | sara | buys 150.00, paying 3 credit | +4.41 credit, due 147, now trolley           | 1 credit (+4.41), 1 fresh, trolley
            2030-01-13 10:00 | sara | returns 2030-01-10 line 0    | -0.8 credit, now basket, refund 30           | 0.2 credit (+4.41), 1 fresh, basket
            2030-02-05       | sara | buys 300.00                  | +9 credit, now trolley                       | 4.61 credit (+9), 1 fresh, trolley
            2030-02-07       | sara | buys 40.00                   | +1.2 credit                                  | 13.61 credit (+1.2), 1 fresh, trolley
            2030-03-31       | sara | waits                        |                                              | 14.81 credit, 1 fresh, trolley
            2030-04-01       | sara | waits                        |                                              | 14.81 credit, 1 fresh, basket
            2030-05-01       | sara | waits                        |                                              | 10.2 credit, basket
            2030-05-15       | sara | buys 20.00, paying 10 credit | +0.1 credit, due 10                          | 0.2 credit (+0.1), basket
            2030-05-16 09:00 | sara | returns                      | -0.1 credit, back 10 credit, refund 20       | 10.2 credit, basket
            2030-05-31       | sara | waits                        |                                              | 10.2 credit, basket
            2030-06-01       | sara | waits                        |                                              | basket
            2030-12-31       | sara | account                      | credit earned 18.71, returned 0.9, spent 13, back 10, expired 14.81, left 0; fresh earned 1, expired 1, left 0 |
            """);
  }

  /** A point for each euro, worth 5 cents, once the 14 days for returns are over. */
  @Test
  void fashion() {
    year("fashion")
        .tells(
            """
            2030-01-10 | sara | joins born 1991-08-10              |                                              | style-silver
            2030-01-11 | sara | adds email sara@x.de               |                                              | 60 points, style-silver
            2030-01-12 | sara | buys 200.00 jacket + 100.00 shoes  | +360 points                                  | 60 points (+360), style-silver
            2030-01-20 | sara | returns line 1                     | -160 points, refund 100                      | 60 points (+200), style-silver
            2030-01-27 | sara | waits                              |                                              | 260 points, style-silver
            2030-02-01 | sara | buys 300.00                        | +300 points, now style-gold                        | 260 points (+300), style-gold
            2030-02-02 | sara | buys 40.00                         | +60 points                                   | 260 points (+360), style-gold
            2030-02-03 | sara | returns 2030-02-01                 | -300 points, now style-silver, refund 300          | 260 points (+60), style-silver
            2030-02-20 | sara | waits                              |                                              | 320 points, style-silver
            2030-02-21 | sara | claims voucher-small               | -300 points                                  | 20 points, style-silver, Small voucher
            2030-02-22 | sara | buys 65.00, using Small voucher    | +50 points, due 50                           | 20 points (+50), style-silver
            2030-02-23 | sara | returns                            | -50 points, voucher returned, refund 50      | 20 points, style-silver, Small voucher
            2030-08-10 | sara | waits                              |                                              | 20 points, style-silver, Birthday present
            2030-08-12 | sara | buys 100.00, using Birthday present | +85 points, due 85                           | 20 points (+85), style-silver
            2031-02-28 | sara | waits                              |                                              | 105 points, style-silver
            2031-03-01 | sara | waits                              |                                              | 85 points, style-silver
            2031-03-01 | sara | account                            | points earned 915, returned 510, spent 300, expired 20, left 85 |
            """);
  }

  /**
   * A point for 0.80, worth 4 cents; five treatments fill the card; back within six weeks brings 40
   * more.
   */
  @Test
  void beautyClinic() {
    year("beauty")
        .tells(
            """
            2030-01-07       | sara | joins                              |                                              | pearl
            2030-01-08       | sara | buys 80.00 treatment               | +1 sessions, +100 points                     | 100 points, 1 sessions, pearl
            2030-02-08       | sara | buys 80.00 treatment               | +1 sessions, +140 points                     | 240 points, 2 sessions, pearl
            2030-02-08 18:00 | sara | buys 40.00 treatment               | +50 points, cap_reached                      | 290 points, 2 sessions, pearl
            2030-02-10       | sara | returns                            | -50 points, refund 40                        | 240 points, 2 sessions, pearl
            2030-03-10       | sara | buys 80.00 treatment               | +1 sessions, +140 points                     | 380 points, 3 sessions, pearl
            2030-04-05       | sara | buys 80.00 treatment               | +1 sessions, +140 points                     | 520 points, 4 sessions, pearl
            2030-05-01       | sara | buys 80.00 treatment               | +1 sessions, +140 points, course full        | 660 points, pearl, The sixth treatment at half price
            2030-05-20       | sara | buys 80.00 treatment, using The sixth treatment at half price | +1 sessions, +90 points, due 40              | 750 points, 1 sessions, pearl
            2030-06-01       | sara | buys 60.00 cream                   | +115 points, now ruby                        | 865 points, 1 sessions, ruby
            2030-06-02       | sara | claims care-product                | -500 points                                  | 365 points, 1 sessions, ruby, A care product
            2030-06-03       | sara | gives back                         | back 500                                     | 865 points, 1 sessions, ruby
            2030-06-10       | omid | joins by sara                      |                                              | pearl
            2030-06-11       | omid | buys 100.00 treatment              | +1 sessions, +112 points, due 90             | 112 points, 1 sessions, pearl
            2030-06-12       | sara | waits                              |                                              | 865 points (+400), 1 sessions, ruby
            2030-06-13       | omid | returns                            | -1 sessions, -112 points, refund 90          | pearl
            2030-06-14       | sara | waits                              |                                              | 865 points, 1 sessions, ruby
            2031-07-03       | sara | waits                              |                                              | 865 points, pearl
            2031-08-01       | sara | waits                              |                                              | 765 points, pearl
            2031-08-01       | sara | account                            | points earned 1315, returned 450, spent 500, back 500, expired 100, left 765; sessions earned 6, spent 5, expired 1, left 0 |
            """);
  }

  /** A point for each euro, after 14 days; with Plus delivery is free and 3 % come off. */
  @Test
  void webShop() {
    year("web-shop")
        .tells(
            """
            2030-01-05 | sara | joins born 1992-04-04              |                                              | bronze
            2030-01-06 | sara | buys 60.00 + 5.00 #DELIVERY        | +65 points                                   | 0 points (+65), bronze
            2030-01-10 | sara | returns line 0                     | -60 points, refund 60                        | 0 points (+5), bronze
            2030-02-01 | sara | takes plus                         | trial to 2030-03-03                          | 5 points, bronze
            2030-02-02 | sara | buys 100.00 + 5.00 #DELIVERY       | +97 points, due 97                           | 5 points (+97), bronze
            2030-02-03 | sara | returns                            | -97 points, refund 97                        | 5 points, bronze
            2030-03-03 | sara | pays                               | active to 2030-04-03                         | 5 points, bronze
            2030-03-05 | sara | buys 200.00                        | +194 points, due 194                         | 5 points (+194), bronze
            2030-04-01 | sara | buys 300.00                        | +291 points, due 291, now shop-silver             | 199 points (+291), shop-silver
            2030-04-03 | sara | pays                               | active to 2030-05-03                         | 199 points (+291), shop-silver
            2030-04-04 | sara | waits                              |                                              | 199 points (+291), shop-silver, Birthday voucher
            2030-04-10 | sara | cancels                            | active to 2030-05-03                         | 199 points (+291), shop-silver, Birthday voucher
            2030-05-03 | sara | buys 100.00, using Birthday voucher | +112 points, due 90                          | 490 points (+112), shop-silver
            2030-05-20 | sara | claims voucher                     | -300 points                                  | 302 points, shop-silver, Voucher
            2030-05-21 | sara | buys 30.00, using Voucher          | +25 points, due 20                           | 302 points (+25), shop-silver
            2030-12-31 | sara | account                            | points earned 784, returned 157, spent 300, left 327 |
            """);
  }

  /**
   * A point for each euro, worth 4 cents; six washes fill the card, and the first visit brings one
   * more.
   */
  @Test
  void carService() {
    year("car-service")
        .tells(
            """
            2030-01-07 | sara | joins                              |                                              | driver
            2030-01-08 | sara | buys 15.00 wash                    | +15 points, +2 washes                        | 15 points, 2 washes, driver
            2030-02-08 | sara | buys 15.00 wash + 50.00 oil        | +65 points, +1 washes                        | 80 points, 3 washes, driver
            2030-02-09 | sara | returns line 0                     | -15 points, -1 washes, refund 15             | 65 points, 2 washes, driver
            2030-03-01 | sara | buys 15.00 wash, daily 3           | +15 points, +1 washes                        | 110 points, 5 washes, driver
            2030-06-01 | sara | buys 15.00 wash                    | +15 points, +1 washes, wash full             | 125 points, driver, The seventh wash
            2030-06-02 | sara | returns                            | -15 points, -1 washes, voucher cancelled, wash undone, refund 15 | 110 points, 5 washes, driver
            2030-06-03 | sara | buys 15.00 wash                    | +15 points, +1 washes, wash full             | 125 points, driver, The seventh wash
            2030-06-10 | sara | buys 15.00 wash, using The seventh wash | due 0                                        | 125 points, driver
            2030-06-15 | sara | does inspection km=52000           | +120 points                                  | 245 points, driver
            2030-06-16 | sara | does inspection km=52001           | cap_reached                                  | 245 points, driver
            2030-07-01 | sara | buys 500.00 service                | +500 points, now frequent                     | 745 points, frequent
            2030-07-02 | sara | buys 100.00 tyres                  | +150 points                                  | 895 points, frequent
            2030-07-03 | sara | returns 2030-07-01                 | -500 points, now driver, refund 500          | 395 points, driver
            2030-07-10 | sara | claims check                       | insufficient_balance                         | 395 points, driver
            2030-08-01 | sara | buys 400.00 service                | +400 points, now frequent                     | 795 points, frequent
            2030-08-02 | sara | claims check                       | -400 points                                  | 395 points, frequent, A winter check
            2030-10-01 | sara | buys 60.00 oil, using A winter check | +60 points, due 40                           | 455 points, frequent
            2030-12-31 | sara | account                            | points earned 1385, returned 530, spent 400, left 455; washes earned 8, returned 2, spent 12, back 6, left 0 |
            """);
  }
}
