package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets the books go on by themselves: every minute what came due, once a day the proof. It asks
 * Vafa's own clock what time it is, so a moved clock moves the books with it. A club whose turn
 * fails is reported and does not hold up the others.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "vafa.ledger.schedule", matchIfMissing = true)
class LedgerSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerSchedule.class);
  private static final int CHUNK = 500;
  private static final Duration PROVED_EVERY = Duration.ofDays(1);

  private final Ledger ledger;
  private final Statements statements;
  private final Clubs clubs;
  private final Clock clock;

  LedgerSchedule(Ledger ledger, Statements statements, Clubs clubs, Clock clock) {
    this.ledger = ledger;
    this.statements = statements;
    this.clubs = clubs;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${vafa.ledger.due-every:60s}",
      initialDelayString = "${vafa.ledger.due-after:10s}")
  void bringUpToNow() {
    forEachClub("What came due could not be done", this::bringUpToNow);
  }

  private void bringUpToNow(ClubId id) {
    Club club = clubs.get(id);
    Instant now = clock.instant();
    int done = CHUNK;
    while (done == CHUNK) {
      done = ClubScope.call(id, () -> ledger.bringUpTo(club, now, CHUNK));
    }
  }

  @Scheduled(
      fixedDelayString = "${vafa.ledger.prove-every:1h}",
      initialDelayString = "${vafa.ledger.prove-after:10m}")
  void prove() {
    forEachClub("The books could not be proved", this::prove);
  }

  private void prove(ClubId club) {
    Instant due = clock.instant().minus(PROVED_EVERY);
    ClubScope.run(
        club,
        () -> {
          boolean proved =
              statements.lastVerification(club).filter(last -> last.isAfter(due)).isPresent();
          if (!proved) {
            ledger.verify(clubs.get(club));
          }
        });
  }

  private void forEachClub(String failure, Consumer<ClubId> work) {
    for (ClubId club : clubs.all()) {
      try {
        work.accept(club);
      } catch (RuntimeException failed) {
        LOG.error("{} in club {}", failure, club, failed);
      }
    }
  }
}
