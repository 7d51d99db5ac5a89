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
  CAMPAIGN_ENDED(Kind.CONFLICT);

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
