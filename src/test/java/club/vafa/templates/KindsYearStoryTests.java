package club.vafa.templates;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** A year of each kind of program by itself, each with its statement of account. */
@StoryTest
@Import(TestClub.class)
class KindsYearStoryTests {
  private final ApplicationContext context;
  @LocalServerPort private int port;

  KindsYearStoryTests(ApplicationContext context) {
    this.context = context;
  }

  /** A point for each euro, worth ten cents, for six months; double on the first of a month. */
  @Test
  void points() {
    Year.of(context, port, "EUR")
        .program(
            """
            vafa-program: 1
            units:
              - code: points
                names: {en: Points}
                worth: "0.1"
                expiry: {kind: rolling, months: 6, endOf: day}
            campaigns:
              - code: base
                name: {en: Base}
                trigger: {on: purchase}
                rules:
                  - code: euro
                    then: [{do: earn, unit: points, amount: {by: step, each: 1, give: 1}}]
                  - code: first
                    when: [{is: dayOfMonth, any: [1]}]
                    then: [{do: earn, unit: points, amount: {by: multiplier, times: 2}}]
              - code: welcome
                name: {en: Welcome}
                trigger: {on: enrolment}
                rules:
                  - code: gift
                    then: [{do: earn, unit: points, amount: {by: fixed, give: 50}}]
            """)
        .tells(
            """
            2030-01-07 | sara | joins                         |                                       | 50 points
            2030-01-07 | sara | buys 20.00                    | +20 points                            | 70 points
            2030-02-01 | sara | buys 30.00                    | +60 points                            | 130 points
            2030-02-03 | sara | returns                       | -60 points, refund 30                 | 70 points
            2030-03-04 | sara | buys 40.00, paying 30 points | +37 points, due 37                   | 77 points
            2030-03-10 | sara | returns                       | -37 points, back 30 points, refund 40 | 70 points
            2030-07-07 | sara | waits                         |                                       | 70 points
            2030-07-08 | sara | waits                         |                                       |
            2030-09-02 | sara | buys 15.90 + 4.10             | +20 points                            | 20 points
            2030-09-09 | sara | returns line 1                | -5 points, refund 4.10                | 15 points
            2030-12-31 | sara | account                       | points earned 187, returned 102, spent 30, back 30, expired 70, left 15 |
            """);
  }

  /** 10 % comes back as credit, usable after the 14 days in which goods may come back. */
  @Test
  void cashback() {
    Year.of(context, port, "EUR")
        .program(
            """
            vafa-program: 1
            settings: {walletPaidEarns: false, returnPolicy: may_owe}
            units:
              - code: credit
                kind: credit
                names: {en: Credit}
                decimals: 2
                mayOwe: true
                worth: 1
                expiry: {kind: rolling, months: 3, endOf: month}
                waiting: {kind: days, days: 14}
            campaigns:
              - code: back
                name: {en: Back}
                trigger: {on: purchase}
                rules:
                  - code: ladder
                    then:
                      - do: earn
                        unit: credit
                        amount:
                          by: ladder
                          of: quantity
                          steps: [{from: 1, percent: 10}, {from: 2, percent: 17}]
            """)
        .tells(
            """
            2030-01-10 | sara | joins                           |                                        |
            2030-01-10 | sara | buys 100.00                     | +10 credit                             | 0 credit (+10)
            2030-01-23 | sara | waits                           |                                        | 0 credit (+10)
            2030-01-24 | sara | waits                           |                                        | 10 credit
            2030-02-01 | sara | buys 200.00 x2                  | +34 credit                             | 10 credit (+34)
            2030-02-05 | sara | returns line 0                  | -24 credit, refund 100                 | 10 credit (+10)
            2030-02-20 | sara | buys 30.00, paying 15.00 credit | +1.5 credit, due 15                    | 5 credit (+1.5)
            2030-03-01 | sara | returns                         | -1.5 credit, back 15 credit, refund 30 | 20 credit
            2030-03-05 | sara | buys 20.00, paying 20.00 credit | due 0                                  |
            2030-03-06 | sara | returns 2030-01-10              | -10 credit, refund 100                 | -10 credit
            2030-03-20 | sara | buys 50.00                      | +5 credit                              | -10 credit (+5)
            2030-04-03 | sara | waits                           |                                        | -5 credit
            2030-05-02 | sara | buys 80.00                      | +8 credit                              | -5 credit (+8)
            2030-05-16 | sara | waits                           |                                        | 3 credit
            2030-08-31 | sara | waits                           |                                        | 3 credit
            2030-09-01 | sara | waits                           |                                        |
            2030-12-31 | sara | account                         | credit earned 58.5, returned 35.5, spent 35, back 15, expired 3, left 0 |
            """);
  }
}
