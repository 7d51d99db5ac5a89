package club.vafa.campaigns;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Makes the codes that were ordered, in the background; after a restart it goes on. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "vafa.campaigns.coupons", matchIfMissing = true)
class CouponSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(CouponSchedule.class);

  private final Coupons coupons;
  private final Clubs clubs;

  CouponSchedule(Coupons coupons, Clubs clubs) {
    this.coupons = coupons;
    this.clubs = clubs;
  }

  @Scheduled(
      fixedDelayString = "${vafa.campaigns.coupons-every:1s}",
      initialDelayString = "${vafa.campaigns.coupons-after:5s}")
  void make() {
    for (ClubId club : clubs.all()) {
      try {
        int chunks = 0;
        while (ClubScope.call(club, () -> coupons.makeSome(club))) {
          chunks++;
        }
        if (chunks > 0) {
          LOG.debug("made {} chunks of codes in club {}", chunks, club);
        }
      } catch (RuntimeException failed) {
        LOG.error("Codes could not be made in club {}", club, failed);
      }
    }
  }
}
