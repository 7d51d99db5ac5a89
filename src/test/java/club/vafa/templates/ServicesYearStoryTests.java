package club.vafa.templates;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A year of each trade in which more than money counts, from its template as it is proposed. */
@StoryTest
@Import(TestClub.class)
class ServicesYearStoryTests {
  private final ApplicationContext context;
  @LocalServerPort private int port;

  ServicesYearStoryTests(ApplicationContext context) {
    this.context = context;
  }

  private Year year(String trade) {
    return Year.of(context, port, "EUR").template(trade, "");
  }

  /** Check-ups count, money does not: 100 for coming, 50 more in time, 30 more for a cleaning. */
  @Test
  void dentist() {
    year("dentist")
        .tells(
            """
            2030-01-10 | lena | joins born 2000-03-03              |                                              | patient
            2030-01-15 | lena | does checkup in_time=true cleaned=true | +180 points, +1 checkups                     | 1 checkups, 180 points, patient
            2030-01-20 | lena | does checkup in_time=true           | cap_reached                                  | 1 checkups, 180 points, patient
            2030-02-01 | lena | buys 90.00 filling                 |                                              | 1 checkups, 180 points, patient
            2030-03-03 | lena | waits                              |                                              | 1 checkups, 200 points, patient
            2030-05-10 | lena | does course                        | +80 points                                   | 1 checkups, 280 points, patient
            2030-05-11 | lena | does course                        | cap_reached                                  | 1 checkups, 280 points, patient
            2030-07-15 | lena | does checkup in_time=false          | +100 points, +1 checkups, now careful        | 2 checkups, 380 points, careful
            2030-07-20 | lena | claims brush-set                   | -150 points                                  | 2 checkups, 230 points, careful, A brush and paste set
            2030-07-21 | lena | gives back                         | back 150                                     | 2 checkups, 380 points, careful
            2030-07-22 | lena | claims brush-set                   | -150 points                                  | 2 checkups, 230 points, careful, A brush and paste set
            2031-01-14 | lena | does checkup in_time=true           | +150 points, +1 checkups                     | 3 checkups, 380 points, careful, A brush and paste set
            2031-03-03 | lena | waits                              |                                              | 3 checkups, 400 points, careful
            2031-07-14 | lena | does checkup in_time=true           | +150 points, +1 checkups, checkups full      | 550 points, careful, An electric toothbrush
            2031-07-15 | lena | claims cleaning                    | -500 points                                  | 50 points, careful, An electric toothbrush, A professional cleaning
            2031-08-01 | lena | buys 60.00 cleaning, using A professional cleaning | due 0                                        | 50 points, careful, An electric toothbrush
            2031-08-02 | lena | returns                            | voucher returned, refund 0                   | 50 points, careful, An electric toothbrush, A professional cleaning
            2031-12-31 | lena | account                            | checkups earned 4, spent 4, left 0; points earned 700, spent 800, back 150, left 50 |
            """);
  }

  /**
   * A point for each euro after a week, at once for lessons and for finishing; levels stay. Of two
   * courses with 5 % off the one that stays earns what it would have earned alone.
   */
  @Test
  void trainingCentre() {
    year("training")
        .tells(
            """
            2030-01-07       | sara | joins                              |                                              | learner
            2030-01-08       | sara | buys 150.00 english                | +150 points, now skilled                     | 0 points (+150), skilled
            2030-01-10       | sara | returns                            | -150 points, now learner, refund 150         | learner
            2030-01-11       | sara | buys 150.00 french                 | +150 points, now skilled                     | 0 points (+150), skilled
            2030-01-20       | sara | does attended                      | +6 points                                    | 156 points, skilled
            2030-01-20 18:00 | sara | does attended                      | cap_reached                                  | 156 points, skilled
            2030-01-27       | sara | does attended                      | +6 points                                    | 162 points, skilled
            2030-03-01       | sara | does finished grade=95             | +180 points                                  | 342 points, skilled
            2030-03-02       | sara | claims course-voucher              | insufficient_balance                         | 342 points, skilled
            2030-04-01       | sara | buys 150.00 english + 150.00 maths | +285 points, due 285, now master             | 342 points (+285), master
            2030-04-05       | sara | returns line 1                     | -135 points, now skilled, refund 142.50      | 342 points (+150), skilled
            2030-04-10       | sara | waits                              |                                              | 492 points, skilled
            2030-05-01       | sara | buys 25.00 book                    | +25 points, now master                       | 492 points (+25), master
            2030-05-10       | sara | claims book                        | -500 points                                  | 17 points, master, A course book
            2030-05-11       | sara | buys 22.00 book, using A course book | due 0                                        | 17 points, master
            2030-12-31       | sara | account                            | points earned 802, returned 285, spent 500, left 17 |
            """);
  }

  /** Ten points for a visit, a shake for twelve in a month, and a membership of 40 a month. */
  @Test
  void gym() {
    year("gym")
        .tells(
            """
            2030-01-02       | kian | joins born 1995-07-07              |                                              | starter
            2030-01-02       | kian | takes member                       | trial to 2030-01-09                          | starter
            2030-01-03       | kian | does visit                         | +10 points, +1 visits                        | 10 points, 1 visits, starter
            2030-01-03 18:00 | kian | does visit                         | cap_reached                                  | 10 points, 1 visits, starter
            2030-01-04       | kian | buys 5.00 shake                    | due 4.50                                     | 10 points, 1 visits, starter
            2030-01-09       | kian | pays                               | active to 2030-02-09                         | 10 points, 1 visits, starter
            2030-01-10       | kian | does visit, daily 11               | +10 points, +1 visits, month full            | 120 points, starter, A shake for a full month
            2030-01-25       | kian | does visit                         | +10 points, +1 visits                        | 130 points, 1 visits, starter, A shake for a full month
            2030-01-31       | kian | waits                              |                                              | 130 points, 1 visits, starter, A shake for a full month
            2030-02-01       | kian | waits                              |                                              | 130 points, starter, A shake for a full month
            2030-02-10       | kian | buys 5.00 shake                    | due 4.50                                     | 130 points, starter, A shake for a full month
            2030-02-17       | kian | buys 5.00 shake                    |                                              | 130 points, starter, A shake for a full month
            2030-02-18       | kian | takes member-year paying           | active to 2031-02-18                         | 130 points, starter, A shake for a full month
            2030-02-19       | kian | buys 5.00 shake                    | due 4.50                                     | 130 points, starter, A shake for a full month
            2030-02-20       | kian | returns                            | refund 4.50                                  | 130 points, starter, A shake for a full month
            2030-07-02       | kian | waits                              |                                              | 130 points, athlete
            2030-07-07       | kian | waits                              |                                              | 230 points, athlete
            2030-07-08       | kian | claims shake                       | -100 points                                  | 130 points, athlete, A protein shake
            2030-07-09       | kian | buys 5.00 shake, using A protein shake | due 0                                        | 130 points, athlete
            2030-08-18       | kian | cancels now                        | cancelled to 2031-02-18, refund 200.54       | 130 points, athlete
            2030-12-31       | kian | account                            | points earned 230, spent 100, left 130; visits earned 13, spent 12, expired 1, left 0 |
            """);
  }

  /** Ten points for a euro; ten nights in a year for silver, kept to the end of the next. */
  @Test
  void hotel() {
    year("hotel")
        .tells(
            """
            2030-01-10       | sara | joins                              |                                              | visitor
            2030-01-15       | sara | does stay nights=3                 | +3 nights                                    | 3 nights, visitor
            2030-01-15       | sara | buys 360.00 room                   | +3600 points                                 | 3 nights, 3600 points, visitor
            2030-03-20       | sara | does stay nights=7                 | +800 points, +7 nights, now hotel-silver           | 10 nights, 4400 points, hotel-silver
            2030-03-20 18:00 | sara | buys 800.00 room + 40.00 bar       | +10500 points                                | 10 nights, 14900 points, hotel-silver
            2030-03-21       | sara | returns line 1                     | -500 points, refund 40                       | 10 nights, 14400 points, hotel-silver
            2030-04-01       | sara | claims dinner                      | -10000 points                                | 10 nights, 4400 points, hotel-silver, Dinner for two
            2030-04-02       | sara | gives back                         | back 10000                                   | 10 nights, 14400 points, hotel-silver
            2030-05-01       | sara | buys 80.00 bar                     | +1000 points                                 | 10 nights, 15400 points, hotel-silver
            2030-05-02       | sara | claims night                       | -15000 points                                | 10 nights, 400 points, hotel-silver, A free night
            2030-06-01       | sara | buys 100.00 room, using A free night | due 0                                        | 10 nights, 400 points, hotel-silver
            2031-01-16       | sara | waits                              |                                              | 7 nights, 400 points, hotel-silver
            2031-12-31       | sara | waits                              |                                              | 400 points, hotel-silver
            2032-01-01       | sara | waits                              |                                              | 400 points, visitor
            2032-06-02       | sara | waits                              |                                              | visitor
            2032-06-02       | sara | account                            | nights earned 10, expired 10, left 0; points earned 15900, returned 500, spent 25000, back 10000, expired 400, left 0 |
            """);
  }

  /**
   * A mile for a mile, half as many again in business; status miles make the tier and end with the
   * year.
   */
  @Test
  void miles() {
    year("miles")
        .tells(
            """
            2030-01-05 | sara | joins                              |                                              | 1000 miles, blue
            2030-01-10 | sara | does flight miles=5000             | +5000 miles, +5000 status                    | 6000 miles, 5000 status, blue
            2030-02-10 | sara | does flight miles=12000 business=true | +18000 miles, +18000 status                  | 24000 miles, 23000 status, blue
            2030-03-01 | sara | buys 150.00 perfume                | +500 miles                                   | 24500 miles, 23000 status, blue
            2030-03-02 | sara | returns                            | -500 miles, refund 150                       | 24000 miles, 23000 status, blue
            2030-04-01 | sara | does flight miles=2000             | +2000 miles, +2000 status, now wings-silver        | 26000 miles, 25000 status, wings-silver
            2030-05-01 | sara | does flight miles=4000             | +5000 miles, +4000 status                    | 31000 miles, 29000 status, wings-silver
            2030-06-01 | sara | claims upgrade                     | -10000 miles                                 | 21000 miles, 29000 status, wings-silver, An upgrade
            2030-06-02 | sara | gives back                         | back 10000                                   | 31000 miles, 29000 status, wings-silver
            2030-06-03 | sara | claims short-flight                | -15000 miles                                 | 16000 miles, 29000 status, wings-silver, A short award flight
            2030-12-31 | sara | waits                              |                                              | 16000 miles, 29000 status, wings-silver, A short award flight
            2031-01-01 | sara | waits                              |                                              | 16000 miles, wings-silver, A short award flight
            2032-01-01 | sara | waits                              |                                              | 16000 miles, blue
            2032-06-04 | sara | waits                              |                                              | blue
            2032-06-04 | sara | account                            | miles earned 31500, returned 500, spent 25000, back 10000, expired 16000, left 0; status earned 29000, expired 29000, left 0 |
            """);
  }

  /** A leaf for a euro, ten for an hour; what was reached stays, whatever comes back. */
  @Test
  void charity() {
    year("charity")
        .tells(
            """
            2030-01-10 | nour | joins born 1985-09-09              |                                              | seed
            2030-01-11 | nour | does donation amount=50            | +50 leaves                                   | 50 leaves, seed
            2030-02-01 | nour | does donation amount=20 monthly=true | +30 leaves                                   | 80 leaves, seed
            2030-02-15 | nour | does donation amount=20 monthly=true | +20 leaves, cap_reached                      | 100 leaves, seed
            2030-03-01 | nour | does help hours=12                 | +80 leaves                                   | 180 leaves, seed
            2030-04-01 | nour | buys 25.50 vase                    | +25 leaves, now sapling                      | 205 leaves, sapling
            2030-04-02 | nour | returns                            | -25 leaves, refund 25.50                     | 180 leaves, sapling
            2030-05-01 | nour | claims plant-tree                  | -100 leaves, requested                       | 80 leaves (100 held), sapling
            2030-05-20 | nour | gets it                            | fulfilled                                    | 80 leaves, sapling
            2030-05-21 | nour | claims plant-tree                  | insufficient_balance                         | 80 leaves, sapling
            2030-09-09 | nour | waits                              |                                              | 90 leaves, sapling
            2030-10-01 | nour | does donation amount=900           | +900 leaves, now tree                        | 990 leaves, tree
            2030-10-02 | nour | claims evening                     | -300 leaves                                  | 690 leaves, tree, An evening with those we help
            2030-10-03 | nour | claims plant-tree                  | -100 leaves, requested                       | 590 leaves (100 held), tree, An evening with those we help
            2031-01-02 | nour | waits                              |                                              | 690 leaves, tree, An evening with those we help
            2031-01-02 | nour | account                            | leaves earned 1115, returned 25, spent 400, left 690 |
            """);
  }

  /** A point for a euro in every shop, double on the first of the month, tiers by visits. */
  @Test
  void coalition() {
    year("coalition")
        .branches("baker", "books")
        .tells(
            """
            2030-01-05 | ali | joins born 1980-06-06              |                                              | 30 points, neighbour
            2030-01-06 | ali | buys 12.50, at baker               | +12 points                                   | 42 points, neighbour
            2030-02-01 | ali | buys 20.00, at books               | +40 points                                   | 82 points, neighbour
            2030-02-02 | ali | returns                            | -40 points, refund 20                        | 42 points, neighbour
            2030-03-05 | ali | buys 1.00, at baker, times 29      | +29 points, now good-neighbour               | 71 points, good-neighbour
            2030-03-06 | ali | buys 40.00, at books               | +50 points                                   | 121 points, good-neighbour
            2030-06-06 | ali | waits                              |                                              | 151 points, good-neighbour
            2030-07-01 | ali | buys 200.00, at books              | +450 points                                  | 601 points, good-neighbour
            2030-07-02 | ali | claims street-voucher              | -300 points                                  | 301 points, good-neighbour, Voucher for any shop
            2030-07-03 | ali | buys 10.00, at baker, using Voucher for any shop | due 0                                        | 301 points, good-neighbour
            2030-07-04 | ali | returns                            | voucher returned, refund 0                   | 301 points, good-neighbour, Voucher for any shop
            2031-12-31 | ali | waits                              |                                              | 331 points, good-neighbour
            2032-01-01 | ali | waits                              |                                              | 331 points, neighbour
            2032-02-01 | ali | waits                              |                                              | 30 points, neighbour
            2032-02-01 | ali | account                            | points earned 671, returned 40, spent 300, expired 301, left 30 |
            """);
  }
}
