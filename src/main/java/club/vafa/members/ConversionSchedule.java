package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Conversion;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** Turns units by itself where the club has it so; each page of members is a commit. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "vafa.members.conversions", matchIfMissing = true)
class ConversionSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ConversionSchedule.class);

  private final Wallets wallets;
  private final Clubs clubs;

  ConversionSchedule(Wallets wallets, Clubs clubs) {
    this.wallets = wallets;
    this.clubs = clubs;
  }

  @Scheduled(
      fixedDelayString = "${vafa.members.conversions-every:10m}",
      initialDelayString = "${vafa.members.conversions-after:30s}")
  void turn() {
    for (ClubId club : clubs.all()) {
      for (Conversion conversion : clubs.conversions(club)) {
        try {
          turn(clubs.get(club), conversion);
        } catch (RuntimeException failed) {
          LOG.error("Units could not be turned in club {}: {}", club, conversion, failed);
        }
      }
    }
  }

  void turn(Club club, Conversion conversion) {
    Optional<MemberId> next = some(club, conversion, Optional.empty());
    while (next.isPresent()) {
      next = some(club, conversion, next);
    }
  }

  private Optional<MemberId> some(Club club, Conversion conversion, Optional<MemberId> after) {
    return ClubScope.call(
        club.id(), () -> wallets.convertSome(club, conversion, after.orElse(null)));
  }
}
