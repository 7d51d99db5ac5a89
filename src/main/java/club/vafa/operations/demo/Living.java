package club.vafa.operations.demo;

import club.vafa.clubs.Club;
import club.vafa.earning.Occasions;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Ledger;
import club.vafa.operations.shop.Act;
import club.vafa.operations.shop.Year;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Lets the demo club live through its year. The clock goes from morning to midnight to morning;
 * what comes due on the way, such as activations, expiries and birthdays, happens then, as it would
 * have. The tills send the day's sales together, when they close.
 */
@Component
@Profile("demo")
class Living {
  private static final int CHUNK = 500;

  /**
   * The third branch is set up this many days before it opens, campaigns are published so early.
   */
  private static final int AHEAD = 3;

  private final Doing doing;
  private final DemoClub equipment;
  private final DemoCampaigns campaigns;
  private final Perks perks;
  private final Desk desk;
  private final Ledger ledger;
  private final Occasions occasions;
  private final Clock clock;

  Living(
      Doing doing,
      DemoClub equipment,
      DemoCampaigns campaigns,
      Perks perks,
      Desk desk,
      Ledger ledger,
      Occasions occasions,
      Clock clock) {
    this.doing = doing;
    this.equipment = equipment;
    this.campaigns = campaigns;
    this.perks = perks;
    this.desk = desk;
    this.ledger = ledger;
    this.occasions = occasions;
    this.clock = clock;
  }

  /** Tells how far the year is. */
  interface Progress {
    void after(int days, int purchases);
  }

  Doing.Tally live(ClubId club, Year year, Progress progress) {
    Doing.Tally tally = new Doing.Tally();
    List<JsonNode> waiting = campaigns.of(year.plan());
    List<List<Act>> days = year.byDay();
    for (int day = 0; day < days.size(); day++) {
      LocalDate date = year.plan().first().plusDays(day);
      clock.moveTo(date.atStartOfDay(Year.ZONE).plusHours(5).toInstant());
      if (day == Year.THIRD_BRANCH - AHEAD) {
        ClubScope.run(club, () -> equipment.branch(club, 2));
      }
      Club today = doing.club(club);
      Instant soon = date.plusDays(AHEAD).atStartOfDay(Year.ZONE).toInstant();
      waiting = campaigns.publish(today, waiting, soon);
      bringUpToNow(today);
      if (day > 0) {
        clock.moveTo(date.atStartOfDay(Year.ZONE).plus(perks(day)).toInstant());
        List<MemberId> guests = tally.buyers(days.get(day - 1));
        int left = days.size() - day;
        ClubScope.run(club, () -> perks.live(today, left, guests));
      }
      clock.moveTo(date.plusDays(1).atStartOfDay(Year.ZONE).minusSeconds(1).toInstant());
      doing.carryOut(today, days.get(day), tally);
      progress.after(day + 1, tally.purchases());
    }
    clock.setAhead(Duration.ZERO);
    bringUpToNow(doing.club(club));
    ClubScope.run(club, () -> desk.lay(doing.club(club)));
    return tally;
  }

  /** Some time between ten and six, another each day. */
  private static Duration perks(int day) {
    return Duration.ofMinutes(600 + day * 37L % 480);
  }

  /** What comes due by itself, in the ledger and in the calendar; answers in how many wallets. */
  int bringUpToNow(Club club) {
    Instant now = clock.instant();
    int wallets = 0;
    int done = CHUNK;
    while (done == CHUNK) {
      done = ClubScope.call(club.id(), () -> ledger.bringUpTo(club, now, CHUNK));
      wallets += done;
    }
    occasions.raise(club.id());
    return wallets;
  }
}
