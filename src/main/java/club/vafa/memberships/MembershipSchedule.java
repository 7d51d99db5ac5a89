package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets memberships go on by themselves: fees fall due, grace and rest run out. Each change bears
 * the day it was due, so days of being off are made up for. A club whose turn fails is reported and
 * does not hold up the others.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vafa.memberships.schedule", matchIfMissing = true)
class MembershipSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(MembershipSchedule.class);
  private static final int CHUNK = 200;

  private final Memberships memberships;
  private final Plans plans;
  private final Clubs clubs;
  private final Clock clock;

  MembershipSchedule(Memberships memberships, Plans plans, Clubs clubs, Clock clock) {
    this.memberships = memberships;
    this.plans = plans;
    this.clubs = clubs;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${vafa.memberships.due-every:60s}",
      initialDelayString = "${vafa.memberships.due-after:15s}")
  void bringUpToNow() {
    for (ClubId id : clubs.all()) {
      try {
        bringUpToNow(id);
      } catch (RuntimeException failed) {
        LOG.error("Memberships of club {} could not be brought up to now", id, failed);
      }
    }
  }

  private void bringUpToNow(ClubId id) {
    if (ClubScope.call(id, () -> plans.published(id).isEmpty())) {
      return;
    }
    Club club = clubs.get(id);
    Instant now = clock.instant();
    int done = CHUNK;
    while (done == CHUNK) {
      done = ClubScope.call(id, () -> memberships.bringUpTo(club, now, CHUNK));
    }
  }
}
