package club.vafa.campaigns;

import club.vafa.rules.Policy;

/**
 * What a club lays down for all its campaigns.
 *
 * @param policy what the rules keep to
 * @param secondPerson whether a campaign only goes live when a second person approves
 */
public record Safety(Policy policy, boolean secondPerson) {
  /** A club that has laid down nothing. */
  public static final Safety NONE = new Safety(Policy.OPEN, false);
}
