package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.AFTER_VISIT;
import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.LATER;
import static club.vafa.ledger.LedgerFixtures.MILES;
import static club.vafa.ledger.LedgerFixtures.POINTS;

import org.junit.jupiter.api.Test;

class BooksTests {
  private static void ledger(String table) {
    Story.tell(POINTS, table);
  }

  private static void ledgerThatMayOwe(String table) {
    Story.tell(CREDIT, table);
  }

  @Test
  void spendsTheOldestLotFirst() {
    ledger(
        """
        day  1   earn   100   until day 31
        day  5   earn    50   until day 90
        day 10   spend  120   ok
        day 31   expire   0
        day 90   expire  30
        """);
  }

  @Test
  void whatEndsFirstIsSpentFirstThenWhatIsOldestAndWhatStaysLast() {
    ledger(
        """
        day  1   earn    10
        day  2   earn    20   until day 90
        day  3   earn    30   until day 60
        day  4   earn    40   until day 90
        day 10   spend   95   : 30 + 20 + 40 + 5
        day 10   balance : 5 pending 0 held 0 owed 0
        """);
  }

  @Test
  void theLastDayCountsAndTheNextDoesNot() {
    ledger(
        """
        day  1   earn   100   until day 31
        day 30   spend   40   ok
        day 31   spend   40   insufficient_balance
        day 31   balance : 0 pending 0 held 0 owed 0
        """);
  }

  @Test
  void aSaleThatComesLateSpendsWhatWasThereOnItsDay() {
    ledger(
        """
        day  1   earn   100   from day 15
        day  2   earn    10
        day 20   spend   90   : 90
        day 10   spend   15   insufficient_balance
        day 10   spend   10   : 10
        day 20   spend   10   : 10
        """);
  }

  @Test
  void pendingIsNotSpentBeforeItsDay() {
    ledger(
        """
        day  1   earn   100   from day 15 until day 31
        day 14   balance : 0 pending 100 held 0 owed 0
        day 14   spend    1   insufficient_balance
        day 15   spend   60   ok
        day 15   balance : 40 pending 0 held 0 owed 0
        day 31   expire  40
        """);
  }

  @Test
  void whatIsStillPendingAtItsEndExpires() {
    ledger(
        """
        day  1   earn   100   until day 31 awaits visit
        day 31   expire 100
        day 32   event  visit : 0
        """);
  }

  @Test
  void theUnitSaysHowLongToWaitAndFromThereHowLongToKeep() {
    Story.tell(
        LATER,
        """
        day  1   earn   100
        day 14   spend   1    insufficient_balance
        day 15   spend   1    ok
        day 75   expire  0
        day 76   expire 99
        """);
  }

  @Test
  void anEventWakesTheAwardsThatWaitForItAndTheirTimeStartsThen() {
    Story.tell(
        AFTER_VISIT,
        """
        day  1   earn   100   as shoes
        day  1   earn    50   as hat
        day 99   balance : 0 pending 150 held 0 owed 0
        day 100  event  other : 0
        day 100  event  visit of shoes : 100
        day 101  event  visit : 50
        day 130  expire   0
        day 131  expire 100
        day 132  expire  50
        """);
  }

  @Test
  void activityKeepsAWalletAliveAndItsEndTakesAll() {
    Story.tell(
        MILES,
        """
        day  1   earn   100
        day 30   touch
        day 31   earn    10   from day 90
        day 59   touch
        day 90   balance : 0 pending 0 held 0 owed 0
        day 91   earn     5
        day 92   balance : 5 pending 0 held 0 owed 0
        day 122  expire   5
        """);
  }

  @Test
  void whatComesBackToAWalletThatEndedExpires() {
    Story.tell(
        MILES,
        """
        day  1   earn   100
        day  2   spend   60   as coffee : ok
        day 40   expire  40
        day 41   reverse 60   of coffee : usable 0 settled 0 expired 60 missing 0
        day 42   earn    10
        day 43   balance : 10 pending 0 held 0 owed 0
        """);
  }

  @Test
  void aReturnTakesBackWhatIsLeftOfTheAwardThenOtherAwards() {
    ledger(
        """
        day  1   earn   100   as shoes
        day  2   earn    50   until day 20
        day  3   earn    60
        day  4   spend   90   : 50 + 40
        day  5   claw   100   of shoes within_balance : pending 0 active 100 owed 0 forgone 0
        day  5   balance : 20 pending 0 held 0 owed 0
        """);
  }

  @Test
  void whatCannotBeTakenBackIsForgoneWithinTheBalance() {
    ledger(
        """
        day  1   earn   100   as shoes
        day  2   spend   80   ok
        day  3   claw   100   of shoes within_balance : pending 0 active 20 owed 0 forgone 80
        day  4   earn    50
        day  4   balance : 50 pending 0 held 0 owed 0
        """);
  }

  @Test
  void onlyWhatIsPendingIsTakenBackWhenThePolicySaysSo() {
    ledger(
        """
        day  1   earn   100   from day 15 as shoes
        day  2   earn    70   as hat
        day  3   claw    40   of shoes pending_only : pending 40 active 0 owed 0 forgone 0
        day  3   claw    70   of hat   pending_only : pending 0 active 0 owed 0 forgone 70
        day 15   claw    60   of shoes pending_only : pending 0 active 0 owed 0 forgone 60
        day 15   balance : 130 pending 0 held 0 owed 0
        """);
  }

  @Test
  void whatWasSpentAlreadyIsOwedAndTheNextAwardsPayIt() {
    ledgerThatMayOwe(
        """
        day  1   earn   100   as shoes
        day  2   spend   80   ok
        day  3   claw   100   of shoes may_owe : pending 0 active 20 owed 80 forgone 0
        day  3   balance : 0 pending 0 held 0 owed 80
        day  4   earn    30   : settled 30
        day  4   balance : 0 pending 0 held 0 owed 50
        day  5   earn   100   : settled 50
        day  5   balance : 50 pending 0 held 0 owed 0
        day  5   spend   50   ok
        """);
  }

  @Test
  void aUnitThatMayNotOweForgoesInstead() {
    ledger(
        """
        day  1   earn   100   as shoes
        day  2   spend   80   ok
        day  3   claw   100   of shoes may_owe : pending 0 active 20 owed 0 forgone 80
        """);
  }

  @Test
  void anAwardThatWakesPaysTheDebtFirst() {
    Story.tell(
        AFTER_VISIT,
        """
        day  1   earn   100   as shoes
        day  1   event  visit : 100
        day  2   spend  100   ok
        day  2   earn    70
        day  3   claw   100   of shoes may_owe : pending 0 active 0 owed 100 forgone 0
        day  4   event  visit : 70
        day  4   balance : 0 pending 0 held 0 owed 30
        """);
  }

  @Test
  void anAwardIsTakenBackAtMostOnceAndNotWhatOfItHadExpired() {
    ledgerThatMayOwe(
        """
        day  1   earn   100   as shoes until day 10
        day  1   earn   200
        day  2   spend   40   ok
        day  3   claw    50   of shoes may_owe : pending 0 active 50 owed 0 forgone 0
        day 11   claw    80   of shoes may_owe : pending 0 active 40 owed 0 forgone 40
        day 12   claw    80   of shoes may_owe : pending 0 active 0 owed 0 forgone 80
        day 12   balance : 160 pending 0 held 0 owed 0
        """);
  }

  @Test
  void aReversalGoesBackToTheLotsAndSaysWhatHadEnded() {
    ledger(
        """
        day  1   earn    60   until day 20
        day  1   earn    60   until day 90
        day 10   spend  100   as coffee : 60 + 40
        day 30   reverse 50   of coffee : usable 40 settled 0 expired 10 missing 0
        day 30   reverse 80   of coffee : usable 0 settled 0 expired 50 missing 30
        day 30   reverse  1   of coffee : usable 0 settled 0 expired 0 missing 1
        day 30   balance : 60 pending 0 held 0 owed 0
        """);
  }

  @Test
  void whatComesBackPaysTheDebtFirst() {
    ledgerThatMayOwe(
        """
        day  1   earn   100   as shoes
        day  2   spend  100   as coffee : ok
        day  3   claw    70   of shoes may_owe : pending 0 active 0 owed 70 forgone 0
        day  4   reverse 100  of coffee : usable 30 settled 70 expired 0 missing 0
        """);
  }

  @Test
  void aHoldSetsAsideAndACaptureSpends() {
    ledger(
        """
        day  1   earn    60   until day 20
        day  1   earn    60
        day  2   hold   100   as h1 : ok
        day  2   balance : 20 pending 0 held 100 owed 0
        day  2   spend   21   insufficient_balance
        day  3   capture 70   of h1 as coffee : captured 70 usable 30 settled 0 expired 0
        day  3   balance : 50 pending 0 held 0 owed 0
        day  3   capture 10   of h1 : hold_already_captured
        day  3   release h1 : hold_already_captured
        day 21   reverse 70   of coffee : usable 10 settled 0 expired 60 missing 0
        """);
  }

  @Test
  void aReleaseGivesBackWhatHasNotEndedMeanwhile() {
    ledger(
        """
        day  1   earn    60   until day 20
        day  1   earn    60
        day  2   hold   100   as h1 : ok
        day 20   expire   0
        day 25   release h1 : usable 40 settled 0 expired 60
        day 25   release h1 : hold_released
        day 25   capture 1 of h1 : hold_released
        """);
  }

  @Test
  void aHoldPastItsTimeIsReleasedEvenWhenNobodyLooked() {
    ledger(
        """
        day  1   earn   100   until day 20
        day  2   hold    70   until day 5 as h1 : ok
        day  4   spend   31   insufficient_balance
        day  5   spend   31   ok
        day  6   capture 10   of h1 : hold_expired
        day  6   release h1   : hold_expired
        day 20   expire  69
        """);
  }

  @Test
  void aCaptureThatAsksForTooMuchChangesNothing() {
    ledger(
        """
        day  1   earn   100
        day  2   hold    70   as h1 : ok
        day  3   capture 71   of h1 : capture_exceeds_hold
        day  3   capture  0   of h1 : amount_not_positive
        day  3   capture 70   of h1 : captured 70 usable 0 settled 0 expired 0
        day  3   capture 70   of nobody : hold_not_found
        """);
  }

  @Test
  void aGiftKeepsTheEndItHad() {
    ledger(
        """
        day  1   earn    60   until day 20
        day  1   earn    60   until day 90
        day  2   give    80   : 60 + 20
        day  2   balance : 40 pending 0 held 0 owed 0
        day 19   other   : 80
        day 20   other   : 20
        day 20   give     1 herself : same_member
        day 20   give     0 : amount_not_positive
        day 20   give    41 : insufficient_balance
        """);
  }

  @Test
  void correctionsGoUpAndDownButNotBelowZero() {
    ledger(
        """
        day  1   adjust  50   : ok
        day  1   earn    10
        day  2   adjust -55   : 50 + 5
        day  2   adjust  -6   : insufficient_balance
        day  2   balance : 5 pending 0 held 0 owed 0
        """);
  }

  @Test
  void refusalsComeInTheirOrder() {
    ledger(
        """
        day  1   spend    0   amount_not_positive
        day  1   spend   -5   amount_not_positive
        day  1   spend    5   insufficient_balance
        day  5   hold     0   until day 5 : hold_ends_in_the_past
        day  5   hold     0   until day 6 : amount_not_positive
        day  5   hold     5   until day 6 : insufficient_balance
        """);
  }
}
