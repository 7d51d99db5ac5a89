package club.vafa.replay;

import club.vafa.activity.PastQuery;
import club.vafa.activity.PastQuery.Extent;
import club.vafa.activity.PastReturn;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where the past comes from that is lived through. */
sealed interface Source permits Recorded, Filed.Part {
  /** What of it is asked for. */
  PastQuery query();

  /** How many purchases there are, from when until when. */
  Extent extent();

  /** What came back, by the purchase whose goods it was. */
  Map<UUID, List<PastReturn>> returns();

  /** Hands over all of it. */
  void read(Reading reading);
}
