package club.vafa.referrals;

import java.util.Locale;

/** What has become of a referral. */
public enum ReferralState {
  /** The friend joined; a purchase that qualifies is waited for. */
  OPEN,
  /** Signs speak against it; it waits for somebody to release or cancel it. */
  BLOCKED,
  /** The friend bought and the advocate had what campaigns give for it. */
  QUALIFIED,
  /** The purchase that qualified came back whole, and so did the award. */
  RETURNED,
  /** Called off by hand, or because friend and advocate are one person. */
  CANCELLED,
  /** The advocate left the club; the friend still came along with somebody. */
  LEFT;

  /** Whether rules take the friend for somebody who was brought along. */
  public boolean counts() {
    return switch (this) {
      case OPEN, QUALIFIED, LEFT -> true;
      case BLOCKED, RETURNED, CANCELLED -> false;
    };
  }

  /** Whether it can still come to something. */
  public boolean waits() {
    return this == OPEN || this == BLOCKED;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
