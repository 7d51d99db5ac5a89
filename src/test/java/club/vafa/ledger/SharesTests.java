package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
  void whatWasTakenBackByARuleIsNotHadByAnother() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  1   earn    10   as shoes by fifth  until day 31
        day  2   claw    10   of shoes by fifth  may_owe : pending 0 active 10 owed 0 forgone 0
        day 31   expire  40
        day 32   claw    40   of shoes by base   may_owe : pending 0 active 0 owed 0 forgone 40
        """);
  }

  @Test
  void twoReturnsOfHalfEachWithTheEndInBetween() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base   until day 31
        day  1   earn    10   as shoes by fifth  until day 31
        day  2   claw    20   of shoes by base   may_owe : pending 0 active 20 owed 0 forgone 0
        day  2   claw     5   of shoes by fifth  may_owe : pending 0 active 5 owed 0 forgone 0
        day 31   expire  25
        day 32   claw    20   of shoes by base   may_owe : pending 0 active 0 owed 0 forgone 20
        day 32   claw     5   of shoes by fifth  may_owe : pending 0 active 0 owed 0 forgone 5
        """);
  }

  @Test
  void whatIsTakenBackOfTheLastRuleWasNotWhatExpiredOfTheOneBefore() {
    ledgerThatMayOwe(
        """
        day  1   earn    40   as shoes by base    until day 31
        day  1   earn    10   as shoes by fifth   until day 31
        day  1   earn    10   as shoes by friday  until day 31
        day  2   spend   40   : 40
        day  3   claw    10   of shoes by friday  may_owe : pending 0 active 10 owed 0 forgone 0
        day 31   expire  10
        day 32   claw    10   of shoes by fifth   may_owe : pending 0 active 0 owed 0 forgone 10
        day 32   claw    40   of shoes by base    may_owe : pending 0 active 0 owed 40 forgone 0
        """);
  }

  @Test
  void whatIsLeftOfOtherRulesIsTakenInItsTurn() {
    ledger(
        """
        day  1   earn    40   as shoes by base   until day 60
        day  1   earn    10   as shoes by fifth  until day 60
        day  2   spend   40   : 40
        day  3   earn    20   as socks by base   until day 31
        day  4   claw    10   of shoes by base   within_balance : pending 0 active 10 owed 0 forgone 0
        day 31   expire  10
        day 31   balance : 10 pending 0 held 0 owed 0
        """);
  }

  @Test
  void aRuleThatGivesTwiceMakesTwoAwards() {
    ledger(
        """
        day  1   earn    40   as shoes by base
        day  1   earn    10   as shoes by base
        day  2   spend   45   : 40 + 5
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

  /** The same life twice: in one of them another actor for each rule keeps awards apart. */
  private static final class Twins {
    private static final List<String> RULES = List.of("base", "fifth", "friday");

    private final Random random;
    private final MemberId sara = LedgerFixtures.member();
    private final Books joined = books();
    private final Books apart = books();
    private final List<UUID> sales = new ArrayList<>();
    private int today = 1;

    Twins(long seed) {
      random = new Random(seed);
    }

    private Books books() {
      Journal journal = new Journal(LedgerFixtures.IDS);
      return new Books(
          LedgerFixtures.club(), LedgerFixtures.day(100_000), journal, Set.of(sara), _ -> true);
    }

    void live() {
      today += random.nextInt(4);
      Instant at = LedgerFixtures.day(today);
      long amount = 1 + random.nextInt(60);
      switch (random.nextInt(5)) {
        case 0, 1 -> earn(at);
        case 2 -> {
          Cause cause = Cause.purchase(LedgerFixtures.IDS.next());
          assertThat(joined.spend(sara, CREDIT, amount, cause, at) instanceof Outcome.Done)
              .isEqualTo(apart.spend(sara, CREDIT, amount, cause, at) instanceof Outcome.Done);
        }
        default -> clawBack(amount, at);
      }
      assertThat(joined.usable(sara, CREDIT, at)).isEqualTo(apart.usable(sara, CREDIT, at));
      assertThat(joined.balance(sara, CREDIT)).isEqualTo(apart.balance(sara, CREDIT));
    }

    private void earn(Instant at) {
      UUID sale = LedgerFixtures.IDS.next();
      sales.add(sale);
      Instant end = LedgerFixtures.day(today + 1 + random.nextInt(20));
      Terms terms =
          random.nextInt(4) == 0
              ? new Terms(LedgerFixtures.day(today + 3), null, end.plus(Duration.ofDays(4)))
              : Terms.until(end);
      for (String rule : RULES.subList(0, 1 + random.nextInt(RULES.size()))) {
        long amount = 1 + random.nextInt(40);
        Cause cause = Cause.purchase(sale).by(rule(rule));
        joined.earn(sara, CREDIT, amount, terms, cause, at);
        apart.earn(sara, CREDIT, amount, terms, cause.because(rule, null), at);
      }
    }

    private void clawBack(long amount, Instant at) {
      if (sales.isEmpty()) {
        return;
      }
      UUID sale = sales.get(Math.max(0, sales.size() - 1 - random.nextInt(4)));
      Cause.Rule rule = rule(RULES.get(random.nextInt(RULES.size())));
      ReturnPolicy policy = ReturnPolicy.values()[random.nextInt(ReturnPolicy.values().length)];
      Cause cause = Cause.returned(LedgerFixtures.IDS.next(), sale);
      assertThat(joined.clawBack(sara, CREDIT, sale, rule, amount, policy, cause, at))
          .isEqualTo(apart.clawBack(sara, CREDIT, sale, rule, amount, policy, cause, at));
    }

    private static Cause.Rule rule(String code) {
      return new Cause.Rule(new UUID(7, code.hashCode()), 1, code);
    }
  }

  @Test
  void sharesAreTakenBackAsAwardsOfTheirOwnWouldBe() {
    for (long seed = 0; seed < 400; seed++) {
      Twins twins = new Twins(seed);
      for (int step = 0; step < 40; step++) {
        int now = step;
        assertThatCode(twins::live).as("seed %d, step %d", seed, now).doesNotThrowAnyException();
      }
    }
  }
}
