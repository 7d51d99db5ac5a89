package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastReturn;
import club.vafa.kernel.ClubId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the shop really sold, as it was recorded. */
record Recorded(Activity activity, ClubId club, PastQuery query) implements Source {
  @Override
  public PastQuery.Extent extent() {
    return activity.extent(club, query);
  }

  @Override
  public Map<UUID, List<PastReturn>> returns() {
    return activity.pastReturns(club, query);
  }

  @Override
  public void read(Reading reading) {
    if (!activity.packedPast(club, query, reading::accept)) {
      activity.past(club, query, reading);
    }
  }
}
