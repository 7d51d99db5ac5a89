package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.POINTS;

import org.junit.jupiter.api.Test;

/** When awards of several rules are one, and what becomes of each rule's share. */
class SharesTests {
  private static void ledger(String table) {
    Story.tell(POINTS, table);
  }

  private static void ledgerThatMayOwe(String table) {
    Story.tell(CREDIT, table);
  }

  @Test
  void whatSeveralRulesGiveForADocumentIsOneAward() {
    ledger(
        """
        day  1   earn    40   as shoes by base
        day  1   earn    10   as shoes by fifth
        day  1   earn     5   as socks by base
        day 10   spend   52   : 50 + 2
        """);
  }

  @Test
  void otherTermsOrWhatHappensInBetweenMakeAnAwardOfItsOwn() {
    ledger(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  1   earn    10   as shoes by fifth  until day 60
        day  2   spend   45   : 40 + 5
        day  3   earn    40   as socks by base   until day 61
        day  3   spend    1   : 1
        day  3   earn    10   as socks by fifth  until day 61
        day  4   spend   50   : 4 + 40 + 6
        """);
  }

  @Test
  void ofOneAwardEachRuleIsTakenBackByItself() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  1   earn    10   as shoes by fifth  until day 31
        day  2   claw     4   of shoes by fifth  may_owe : pending 0 active 4 owed 0 forgone 0
        day  3   claw    10   of shoes by fifth  may_owe : pending 0 active 6 owed 0 forgone 4
        day  4   claw    50   of shoes by base   may_owe : pending 0 active 40 owed 0 forgone 10
        day  4   claw     1   of shoes by other  may_owe : pending 0 active 0 owed 0 forgone 1
        """);
  }

  @Test
  void whatExpiredOfAnAwardWasOfTheLastRules() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  1   earn    10   as shoes by fifth  until day 31
        day  2   spend   45   : 45
        day 31   expire   5
        day 32   claw    40   of shoes by base   may_owe : pending 0 active 0 owed 40 forgone 0
        day 32   claw    10   of shoes by fifth  may_owe : pending 0 active 0 owed 5 forgone 5
        """);
  }

  @Test
  void aDebtIsSettledBeforeTheNextRuleGives() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  2   spend   40   : 40
        day  3   claw    40   of shoes by base   may_owe : pending 0 active 0 owed 40 forgone 0
        day  4   earn    30   as socks by base   until day 31 : settled 30
        day  4   earn    30   as socks by fifth  until day 31 : settled 10
        day  5   spend   20   : 20
        """);
  }

  @Test
  void moreRulesThanFitMakeAnotherAward() {
    String rules = "";
    for (int rule = 1; rule <= 17; rule++) {
      rules += "day 1 earn 2 as shoes by r" + rule + "\n";
    }
    ledger(rules + "day 2 spend 33 : 32 + 1");
  }

  @Test
  void awardsThatWaitForTheSameAreOneToo() {
    ledger(
        """
        day  1   earn    40   as shoes by base   awaits visit
        day  1   earn    10   as shoes by fifth  awaits visit
        day  2   claw     5   of shoes by base   pending_only : pending 5 active 0 owed 0 forgone 0
        day  3   event  visit  : 45
        """);
  }
}
