package club.vafa.campaigns;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a change to a campaign is refused. */
public enum CampaignsCode implements ProblemCode {
  CAMPAIGN_NOT_FOUND(Kind.NOT_FOUND),
  CAMPAIGN_CODE_TAKEN(Kind.CONFLICT),
  CAMPAIGN_CODE_FIXED(Kind.CONFLICT),
  CAMPAIGN_HAS_NO_DRAFT(Kind.CONFLICT),
  CAMPAIGN_NOT_LIVE(Kind.CONFLICT),
  CAMPAIGN_NOT_PAUSED(Kind.CONFLICT),
  CAMPAIGN_ENDED(Kind.CONFLICT),
  /** Somebody else has changed it meanwhile. */
  CAMPAIGN_CHANGED(Kind.CONFLICT),
  SECOND_PERSON_NEEDED(Kind.CONFLICT),
  APPROVAL_NOT_FOUND(Kind.NOT_FOUND),
  APPROVAL_ANSWERED(Kind.CONFLICT),
  APPROVAL_BY_REQUESTER(Kind.CONFLICT),
  APPROVAL_OUTDATED(Kind.CONFLICT),
  COUPON_NOT_FOUND(Kind.NOT_FOUND),
  COUPON_CODE_TAKEN(Kind.CONFLICT),
  COUPON_KIND_FIXED(Kind.CONFLICT),
  COUPON_IS_SHARED(Kind.CONFLICT),
  COUPON_IS_CANCELLED(Kind.CONFLICT),
  COUPON_BATCH_NOT_FOUND(Kind.NOT_FOUND),
  CODE_PATTERN(Kind.REFUSED),
  CODE_PATTERN_GUESSABLE(Kind.REFUSED),
  CODE_NOT_FOUND(Kind.NOT_FOUND),
  CODE_REDEEMED(Kind.CONFLICT),
  CODE_CANCELLED(Kind.CONFLICT),
  CODE_HELD(Kind.CONFLICT);

  private final Kind kind;

  CampaignsCode(Kind kind) {
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
