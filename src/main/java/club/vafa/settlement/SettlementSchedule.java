package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads the books on by itself, a chunk a commit. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vafa.settlement.schedule", matchIfMissing = true)
class SettlementSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(SettlementSchedule.class);

  private final Settlement settlement;
  private final Clubs clubs;

  SettlementSchedule(Settlement settlement, Clubs clubs) {
    this.settlement = settlement;
    this.clubs = clubs;
  }

  @Scheduled(
      fixedDelayString = "${vafa.settlement.read-every:60s}",
      initialDelayString = "${vafa.settlement.read-after:25s}")
  void readOn() {
    for (ClubId id : clubs.all()) {
      try {
        Club club = clubs.get(id);
        boolean more = true;
        while (more) {
          more = ClubScope.call(id, () -> settlement.readOn(club));
        }
      } catch (RuntimeException failed) {
        LOG.error("The settlement of club {} could not be brought up to date", id, failed);
      }
    }
  }
}
