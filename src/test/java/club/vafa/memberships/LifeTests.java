package club.vafa.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.memberships.Membership.Span;
import club.vafa.memberships.PlanTerms.Cancelling;
import club.vafa.memberships.PlanTerms.Each;
import club.vafa.memberships.PlanTerms.Period;
import club.vafa.memberships.PlanTerms.Renewal;
import club.vafa.memberships.PlanTerms.Sharing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The life of a membership as a table: a day, what happens, and how the membership then stands.
 * Each day first does what came due by itself.
 */
class LifeTests {
  private static final UUID ID = new UUID(0, 1);

  private CalendarKind calendar = CalendarKind.GREGORIAN;
  private Period period = new Period(1, Each.MONTH);
  private Renewal renewal = Renewal.AUTOMATIC;
  private Cancelling cancelling = Cancelling.PRO_RATA;
  private Plan.State plan = Plan.State.LIVE;
  private long fee = 3000;
  private int trialDays;

  private Club club() {
    return new Club(
        new ClubId(ID),
        "club",
        "Club",
        Currency.getInstance("EUR"),
        ZoneId.of("Europe/Berlin"),
        calendar,
        Language.EN,
        "DE",
        false,
        Club.GiftCardsEarn.WHEN_SPENT,
        ReturnPolicy.MAY_OWE,
        Club.Look.PLAIN,
        List.of());
  }

  private PlanTerms terms() {
    return new PlanTerms(
        Map.of(Language.EN, "Plus"),
        Map.of(),
        fee,
        period,
        trialDays,
        renewal,
        7,
        3,
        20,
        cancelling,
        new Sharing(0, 0),
        List.of());
  }

  private Plan plan() {
    Instant made = Instant.parse("2026-01-01T00:00:00Z");
    return new Plan(new PlanId(ID), "plus", plan, 1, terms(), made, made);
  }

  private void table(String table) {
    Membership one = null;
    for (String line : table.strip().split("\n")) {
      String[] part = line.strip().split(" +: +");
      LocalDate today = LocalDate.parse(part[0]);
      if (one == null) {
        Instant at = today.atTime(15, 0).atZone(club().zone()).toInstant();
        Membership.Wish wish = new Membership.Wish(new MemberId(ID), at);
        one = Membership.awaiting(new MembershipId(ID), wish, plan(), club());
      }
      PlanTerms terms = terms();
      Life life = new Life(club(), plan(), _ -> terms, one);
      new Dues(life).bringUpTo(today);
      String refused = does(life, today, part[1].split(" "));
      one = life.after();
      assertThat(refused.isEmpty() ? told(one) : refused).as(line).isEqualTo(part[2]);
    }
  }

  private String does(Life life, LocalDate today, String... words) {
    return switch (words[0]) {
      case "join" -> {
        life.begin(today, words.length == 1);
        yield "";
      }
      case "look" -> "";
      case "pay" ->
          refused(
              life.fee(today)
                  .map(due -> {
                    life.pay(today, due);
                    return due;
                  }));
      case "fail" -> {
        life.fail();
        yield "";
      }
      case "pause" -> refused(life.pause(today, Integer.parseInt(words[1])));
      case "resume" -> refused(life.resume(today));
      case "cancel" -> refused(life.cancel(today, words.length > 1));
      case "fee" -> {
        fee = Long.parseLong(words[1]);
        yield "";
      }
      case "yearly" -> {
        period = new Period(1, Each.YEAR);
        yield "";
      }
      case "end" -> {
        plan = Plan.State.ENDED;
        yield "";
      }
      default -> throw new IllegalArgumentException(words[0]);
    };
  }

  private static String refused(Outcome<?> outcome) {
    return switch (outcome) {
      case Done<?> _ -> "";
      case Refused<?>(var refusals) ->
          refusals.stream().map(one -> one.code().code()).collect(Collectors.joining(" "));
    };
  }

  private static String told(Membership one) {
    Span span = one.span();
    String ahead = one.ahead() == null ? "" : " then " + one.ahead().ends();
    String refund = one.refund() == 0 ? "" : " back " + one.refund();
    return one.state().name().toLowerCase(Locale.ROOT)
        + " %d %s to %s".formatted(span.number(), span.begins(), span.ends())
        + (span.paid() == 0 ? "" : " for " + span.paid())
        + ahead
        + (one.ending() ? " ending" : "")
        + refund;
  }

  @Test
  void monthsEndWhereTheCalendarSaysAndDoNotDrift() {
    table(
        """
        2026-01-31 : join paid : pending 1 2026-01-31 to 2026-02-07
        2026-01-31 : pay       : active 1 2026-01-31 to 2026-02-28 for 3000
        2026-02-28 : pay       : active 2 2026-02-28 to 2026-03-31 for 3000
        2026-03-31 : pay       : active 3 2026-03-31 to 2026-04-30 for 3000
        2026-04-30 : look      : past_due 4 2026-04-30 to 2026-05-31
        """);
  }

  @Test
  void yearsOfTheJalaliCalendarAreItsOwn() {
    calendar = CalendarKind.JALALI;
    period = new Period(1, Each.YEAR);
    // 30 Esfand 1403 is 20 March 2025; 1404 has no 30 Esfand, its 29th is 20 March 2026.
    table(
        """
        2025-03-20 : join paid : pending 1 2025-03-20 to 2025-03-27
        2025-03-20 : pay       : active 1 2025-03-20 to 2026-03-20 for 3000
        """);
  }

  @Test
  void aTrialIsFollowedByTheFirstFee() {
    trialDays = 14;
    table(
        """
        2026-01-31 : join   : trial 1 2026-01-31 to 2026-02-14
        2026-02-13 : look   : trial 1 2026-01-31 to 2026-02-14
        2026-02-14 : pay    : active 2 2026-02-14 to 2026-03-14 for 3000
        2026-02-24 : cancel now : cancelled 2 2026-02-14 to 2026-03-14 for 3000 back 1821
        """);
  }

  @Test
  void aFeePaidInTheTrialIsForThePeriodAfterIt() {
    trialDays = 14;
    table(
        """
        2026-01-01 : join : trial 1 2026-01-01 to 2026-01-15
        2026-01-02 : pay  : trial 1 2026-01-01 to 2026-01-15 then 2026-02-15
        2026-01-02 : pay  : membership_not_due
        2026-01-15 : look : active 2 2026-01-15 to 2026-02-15 for 3000
        """);
  }

  @Test
  void anUnpaidFeeEndsItAfterTheGraceOrAfterTooManyTries() {
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-02-01 : fail      : past_due 2 2026-02-01 to 2026-03-01
        2026-02-07 : pay       : active 2 2026-02-01 to 2026-03-01 for 3000
        2026-02-07 : pay       : membership_not_due
        2026-03-02 : fail      : past_due 3 2026-03-01 to 2026-04-01
        2026-03-03 : fail      : past_due 3 2026-03-01 to 2026-04-01
        2026-03-04 : fail      : expired 3 2026-03-01 to 2026-04-01
        2026-03-04 : pay       : membership_state
        """);
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-02-07 : look      : past_due 2 2026-02-01 to 2026-03-01
        2026-02-08 : look      : expired 2 2026-02-01 to 2026-03-01
        """);
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-08 : look      : expired 1 2026-01-01 to 2026-01-08
        """);
  }

  @Test
  void daysOfBeingOffAreMadeUpFor() {
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-06-01 : look      : expired 2 2026-02-01 to 2026-03-01
        """);
    fee = 0;
    table(
        """
        2026-01-31 : join : active 1 2026-01-31 to 2026-02-28
        2026-06-01 : look : active 5 2026-05-31 to 2026-06-30
        """);
  }

  @Test
  void renewedByHandItEndsUnlessItWasPaidBefore() {
    renewal = Renewal.BY_HAND;
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-16 : pay       : membership_not_due
        2026-01-17 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000 then 2026-03-01
        2026-02-01 : look      : active 2 2026-02-01 to 2026-03-01 for 3000
        2026-03-01 : look      : expired 2 2026-02-01 to 2026-03-01 for 3000
        """);
  }

  @Test
  void anotherPriceHoldsFromTheNextPeriodOn() {
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-10 : fee 3500  : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-02-01 : fee 4000  : past_due 2 2026-02-01 to 2026-03-01
        2026-02-02 : pay       : active 2 2026-02-01 to 2026-03-01 for 3500
        """);
  }

  @Test
  void itRestsForSoManyDaysOfAPeriodAndTheyComeAfter() {
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pause 1   : membership_state
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-10 : pause 0   : pause_too_long
        2026-01-10 : pause 21  : pause_too_long
        2026-01-10 : pause 15  : paused 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-12 : pay       : membership_state
        2026-01-20 : resume    : active 1 2026-01-01 to 2026-02-11 for 3000
        2026-01-21 : pause 11  : pause_too_long
        2026-01-21 : pause 10  : paused 1 2026-01-01 to 2026-02-11 for 3000
        2026-02-03 : look      : active 1 2026-01-01 to 2026-02-21 for 3000
        2026-02-21 : pay       : active 2 2026-02-21 to 2026-03-21 for 3000
        """);
  }

  @Test
  void cancellingGivesBackWhatIsLeftOrNothingAtTheEnd() {
    table(
        """
        2026-01-01 : join paid  : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay        : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-10 : pause 10   : paused 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-15 : cancel now : cancelled 1 2026-01-01 to 2026-02-01 for 3000 back 2129
        2026-01-15 : cancel now : membership_state
        """);
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-20 : cancel    : active 1 2026-01-01 to 2026-02-01 for 3000 ending
        2026-01-25 : pay       : membership_ending
        2026-02-01 : look      : cancelled 1 2026-01-01 to 2026-02-01 for 3000 ending
        """);
    cancelling = Cancelling.PERIOD_END;
    table(
        """
        2026-01-01 : join paid  : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay        : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-20 : cancel now : cancel_at_end_only
        2026-02-01 : cancel now : cancelled 2 2026-02-01 to 2026-03-01
        """);
  }

  @Test
  void withItsPlanItEndsAfterWhatWasPaid() {
    table(
        """
        2026-01-01 : join paid : pending 1 2026-01-01 to 2026-01-08
        2026-01-01 : pay       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-20 : end       : active 1 2026-01-01 to 2026-02-01 for 3000
        2026-01-21 : pay       : plan_ended
        2026-02-01 : look      : expired 1 2026-01-01 to 2026-02-01 for 3000
        """);
  }
}
