package club.vafa.program;

import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets scheduled drafts go live, in the order of their times, also those that were missed. */
@Component
@ConditionalOnProperty(name = "vafa.program.schedule", matchIfMissing = true)
class GoLiveSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(GoLiveSchedule.class);

  private final WholeProgram program;
  private final Clubs clubs;

  GoLiveSchedule(WholeProgram program, Clubs clubs) {
    this.program = program;
    this.clubs = clubs;
  }

  @Scheduled(
      fixedDelayString = "${vafa.program.go-live-every:5s}",
      initialDelayString = "${vafa.program.go-live-after:5s}")
  void goLive() {
    for (ClubId club : clubs.all()) {
      try {
        while (ClubScope.call(club, () -> program.goLive(club))) {
          LOG.debug("a scheduled program of club {} was looked at", club);
        }
      } catch (RuntimeException failed) {
        LOG.error("The scheduled program of club {} could not go live", club, failed);
      }
    }
  }
}
