package club.vafa.rewards.web;

import club.vafa.rewards.Period;
import club.vafa.rewards.Reward;
import club.vafa.ui.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of a reward.
 *
 * @param tiers of the club by code
 * @param reward that is changed; null when it is a new one
 */
public record RewardEntry(
    Form form, RewardWords words, Map<String, String> tiers, @Nullable Reward reward) {
  private static final int MOST_PRICES = 10;

  public boolean fresh() {
    return reward == null;
  }

  public String title() {
    return reward == null ? words.screen().text("rewards.new") : words.name(reward);
  }

  /** Where it leads when nothing is kept. */
  public String back() {
    return reward == null ? RewardsPage.PATH : RewardsPage.PATH + "/" + reward.id();
  }

  public String action() {
    return reward == null ? RewardsPage.PATH + "/new" : back() + "/edit";
  }

  /** Those that are there and room for one more. */
  public int prices() {
    return Math.min(MOST_PRICES, form.size("/prices") + 1);
  }

  public Map<String, String> periods() {
    Map<String, String> periods = new LinkedHashMap<>();
    for (Period period : Period.values()) {
      if (period != Period.EVER) {
        String code = RewardWords.lower(period);
        periods.put(code, words.screen().text("rewards.period." + code));
      }
    }
    return periods;
  }
}
