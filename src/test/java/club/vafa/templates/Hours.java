package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Clubs;
import club.vafa.earning.Occasions;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.ledger.Ledger;
import club.vafa.memberships.Memberships;
import club.vafa.rewards.Rewards;
import club.vafa.tiers.TierTurn;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Time in a story: it passes, and everything that works on schedules has worked by then. */
final class Hours {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CHUNK = 500;

  private final ApplicationContext context;
  private final Clock clock;

  Hours(ApplicationContext context) {
    this.context = context;
    this.clock = context.getBean(Clock.class);
  }

  void moveTo(ClubId club, Instant now) {
    clock.moveTo(now);
    settle(club);
  }

  /** Does what is due, and follows the feed to its end: commits of others may hold rows back. */
  void settle(ClubId club) {
    follow(club);
    ClubScope.run(
        club,
        () -> {
          var known = context.getBean(Clubs.class).get(club);
          while (context.getBean(Memberships.class).bringUpTo(known, clock.instant(), CHUNK) > 0) {
            Thread.onSpinWait();
          }
          while (context.getBean(Rewards.class).comeDue(known, CHUNK)) {
            Thread.onSpinWait();
          }
          while (context.getBean(Ledger.class).bringUpTo(known, clock.instant(), CHUNK) > 0) {
            Thread.onSpinWait();
          }
        });
    TierTurn.bringUpToNow(context, club);
  }

  private void follow(ClubId club) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    do {
      context.getBean(Occasions.class).raise(club);
      if (System.nanoTime() > end) {
        throw new AssertionError("the feed could not be followed to its end");
      }
    } while (!ClubScope.call(club, () -> followed(club)));
  }

  private boolean followed(ClubId club) {
    return context
        .getBean(JdbcClient.class)
        .sql(
            """
            select not exists (
              select from feed.entry e join feed.cursor c on c.club_id = e.club_id
              where e.club_id = ? and c.follower in ('earning.referrals', 'earning.occasions')
                and (e.xid, e.id) > (c.xid, c.id))
            """)
        .param(club.value())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  void assertBooksHold(ClubId club) {
    ClubScope.run(
        club,
        () -> {
          var known = context.getBean(Clubs.class).get(club);
          assertThat(context.getBean(Ledger.class).verify(known).text()).as("findings").isEmpty();
        });
  }
}
