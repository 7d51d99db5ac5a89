package club.vafa.referrals;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One member brought another along.
 *
 * @param terminal where the friend joined
 * @param signals codes of the signs that speak against it
 * @param score what their weights sum to
 * @param cleared whether somebody looked at it and let it pass, whatever the signs
 * @param purchase the friend's purchase that qualified
 * @param event the advocate's event that this set off
 */
public record Referral(
    ReferralId id,
    MemberId friend,
    MemberId advocate,
    ReferralState state,
    Instant joinedAt,
    @Nullable String terminal,
    List<String> signals,
    int score,
    boolean cleared,
    @Nullable UUID purchase,
    @Nullable UUID event) {
  public Referral {
    signals = List.copyOf(signals);
  }

  Referral in(ReferralState next) {
    return new Referral(
        id, friend, advocate, next, joinedAt, terminal, signals, score, cleared, purchase, event);
  }

  Referral between(MemberId newFriend, MemberId newAdvocate) {
    return new Referral(
        id,
        newFriend,
        newAdvocate,
        state,
        joinedAt,
        terminal,
        signals,
        score,
        cleared,
        purchase,
        event);
  }

  Referral scored(Scoring.Score found) {
    return new Referral(
        id,
        friend,
        advocate,
        found.blocks() && !cleared ? ReferralState.BLOCKED : state,
        joinedAt,
        terminal,
        found.signals(),
        found.sum(),
        cleared,
        purchase,
        event);
  }

  /** Let pass by somebody who looked at it: signs do not block it any more. */
  Referral released() {
    return new Referral(
        id,
        friend,
        advocate,
        ReferralState.OPEN,
        joinedAt,
        terminal,
        signals,
        score,
        true,
        purchase,
        event);
  }

  Referral qualified(UUID by, UUID rewarded) {
    return new Referral(
        id,
        friend,
        advocate,
        ReferralState.QUALIFIED,
        joinedAt,
        terminal,
        signals,
        score,
        cleared,
        by,
        rewarded);
  }
}
