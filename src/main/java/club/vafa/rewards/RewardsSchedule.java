package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets rewards go on by themselves: batches grow, vouchers and claims whose time is over end. Each
 * chunk is a commit, so that after a stop it goes on where it was.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vafa.rewards.schedule", matchIfMissing = true)
class RewardsSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(RewardsSchedule.class);
  private static final int CHUNK = 500;

  private final Rewards rewards;
  private final Batches batches;
  private final Clubs clubs;

  RewardsSchedule(Rewards rewards, Batches batches, Clubs clubs) {
    this.rewards = rewards;
    this.batches = batches;
    this.clubs = clubs;
  }

  @Scheduled(
      fixedDelayString = "${vafa.rewards.batches-every:500ms}",
      initialDelayString = "${vafa.rewards.batches-after:5s}")
  void makeCodes() {
    forEachClub("Codes could not be made", batches::goOn);
  }

  @Scheduled(
      fixedDelayString = "${vafa.rewards.due-every:60s}",
      initialDelayString = "${vafa.rewards.due-after:20s}")
  void comeDue() {
    forEachClub("What came due could not be ended", club -> rewards.comeDue(club, CHUNK));
  }

  private void forEachClub(String failure, Predicate<Club> more) {
    for (ClubId id : clubs.all()) {
      try {
        Club club = clubs.get(id);
        boolean again = true;
        while (again) {
          again = ClubScope.call(id, () -> more.test(club));
        }
      } catch (RuntimeException failed) {
        LOG.error("{} in club {}", failure, id, failed);
      }
    }
  }
}
