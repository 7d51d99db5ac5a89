package club.vafa.campaigns.web;

import club.vafa.campaigns.CampaignId;
import java.util.Locale;

/**
 * A campaign in plain words.
 *
 * @param sentence all of it but its name; empty when it cannot be read any more
 * @param redrafted whether a draft beside what is live waits to be published
 */
public record CampaignRow(
    CampaignId id, String name, String sentence, Phase phase, boolean redrafted) {

  /** Where it is for who looks at it today, in the order in which they are listed. */
  public enum Phase {
    LIVE,
    COMING,
    PAUSED,
    DRAFT,
    OVER;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
