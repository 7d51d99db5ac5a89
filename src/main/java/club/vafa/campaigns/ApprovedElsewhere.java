package club.vafa.campaigns;

import club.vafa.clubs.Club;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;

/** Carries out what is approved here and belongs to a room above, which this one cannot call. */
public interface ApprovedElsewhere {
  /** Locks what that room locks before it locks the campaigns. */
  void hold(ClubId club);

  /** Carries it out, in the transaction of the approval. */
  Outcome<?> carryOut(Club club, Approval approved, String actor);
}
