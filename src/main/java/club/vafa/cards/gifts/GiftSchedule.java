package club.vafa.cards.gifts;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Ends gift cards on their day, a chunk at a time, days of being off included. A club whose turn
 * fails is reported and does not hold up the others.
 */
@Component
@ConditionalOnProperty(name = "vafa.ledger.schedule", matchIfMissing = true)
class GiftSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(GiftSchedule.class);
  private static final int CHUNK = 500;

  private final GiftCards gifts;
  private final Clubs clubs;
  private final Clock clock;

  GiftSchedule(GiftCards gifts, Clubs clubs, Clock clock) {
    this.gifts = gifts;
    this.clubs = clubs;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${vafa.cards.gifts-every:60s}",
      initialDelayString = "${vafa.cards.gifts-after:15s}")
  void endDue() {
    for (ClubId club : clubs.all()) {
      try {
        endDue(club);
      } catch (RuntimeException failed) {
        LOG.error("Gift cards of club {} could not be ended", club, failed);
      }
    }
  }

  private void endDue(ClubId id) {
    Instant now = clock.instant();
    int done = CHUNK;
    while (done == CHUNK) {
      done = ClubScope.call(id, () -> gifts.endDue(clubs.get(id), now, CHUNK));
    }
  }
}
