package club.vafa.referrals;

import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two members turned out to be one person. Who was brought along counts as new only when that
 * account was the person's first; who brought themselves along is no friend at all.
 *
 * @param later the account that came later; null when both came at once
 */
record Merged(MemberId from, MemberId into, @Nullable MemberId later) {

  static Merged of(@Nullable MemberRow from, @Nullable MemberRow into) {
    MemberRow gone = Objects.requireNonNull(from);
    MemberRow stays = Objects.requireNonNull(into);
    int order = gone.joinedAt().compareTo(stays.joinedAt());
    return new Merged(
        gone.id(), stays.id(), order == 0 ? null : order > 0 ? gone.id() : stays.id());
  }

  /**
   * The referral after the merge.
   *
   * @param taken whether the survivor came along with somebody
   */
  Referral apply(Referral referral, boolean taken) {
    MemberId friend = referral.friend().equals(from) ? into : referral.friend();
    MemberId advocate = referral.advocate().equals(from) ? into : referral.advocate();
    boolean moves = !friend.equals(referral.friend());
    if (friend.equals(advocate) || referral.friend().equals(later) || (moves && taken)) {
      return referral.state().waits() ? referral.in(ReferralState.CANCELLED) : referral;
    }
    return referral.between(friend, advocate);
  }
}
