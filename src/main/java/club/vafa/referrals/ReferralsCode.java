package club.vafa.referrals;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Reasons to refuse something about a referral. */
public enum ReferralsCode implements ProblemCode {
  REFERRAL_NOT_FOUND(Kind.NOT_FOUND),
  REFERRAL_NOT_BLOCKED(Kind.CONFLICT),
  REFERRAL_SETTLED(Kind.CONFLICT),
  REFERRAL_LINK_INVALID(Kind.REFUSED);

  private final Kind kind;

  ReferralsCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
