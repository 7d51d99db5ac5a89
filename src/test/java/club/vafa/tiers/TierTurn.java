package club.vafa.tiers;

import club.vafa.kernel.ClubId;
import org.springframework.context.ApplicationContext;

/** Lets time do its work on the tiers of one club, for stories of other rooms. */
public final class TierTurn {
  private TierTurn() {}

  public static void bringUpToNow(ApplicationContext context, ClubId club) {
    context.getBean(TierSchedule.class).bringUpToNow(club);
  }
}
