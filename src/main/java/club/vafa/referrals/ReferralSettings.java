package club.vafa.referrals;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.referrals.signal.Signal;
import club.vafa.referrals.signal.Signals;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a club takes referrals.
 *
 * @param link address to give to friends, with {@code {code}} in it; null for none
 * @param openDays how long after joining a purchase can still qualify
 * @param threshold the score from which a referral is blocked; 0 blocks none
 * @param weekly how many referrals in seven days are still usual
 * @param minutes how near to each other two visits at one terminal are a sign
 * @param weights of signs that weigh other than usual; 0 for one that is not looked at
 */
public record ReferralSettings(
    @Nullable String link,
    int openDays,
    int threshold,
    int weekly,
    int minutes,
    Map<String, Integer> weights) {
  /** What is put in the place of the code. */
  public static final String PLACE = "{code}";

  public static final ReferralSettings USUAL = new ReferralSettings(null, 90, 60, 10, 10, Map.of());

  private static final int LONGEST_LINK = 500;
  private static final int MOST_DAYS = 3_650;
  private static final int MOST_SCORE = 1_000;
  private static final int MOST_MINUTES = 1_440;

  public ReferralSettings {
    weights = Map.copyOf(weights);
  }

  /** What a sign weighs in this club. */
  public int weight(Signal signal) {
    return weights.getOrDefault(signal.code(), signal.weight());
  }

  /** The settings, when they are in order. */
  Outcome<ReferralSettings> checked() {
    Input input = new Input();
    String read = input.optionalText("/link", link, LONGEST_LINK);
    if (read != null && !isLink(read)) {
      input.refuse("/link", ReferralsCode.REFERRAL_LINK_INVALID);
    }
    between(input, "/openDays", openDays, new Range(1, MOST_DAYS));
    between(input, "/threshold", threshold, new Range(0, MOST_SCORE));
    between(input, "/weekly", weekly, new Range(1, MOST_SCORE));
    between(input, "/minutes", minutes, new Range(0, MOST_MINUTES));
    new TreeMap<>(weights)
        .forEach((code, weight) -> {
          String pointer = "/weights/" + code.replace("~", "~0").replace("/", "~1");
          if (!Signals.CODES.contains(code)) {
            input.refuse(
                pointer,
                InputCode.UNKNOWN_VALUE,
                Map.of(
                    "value", Input.shortened(code), "allowed", String.join(", ", Signals.CODES)));
          } else {
            between(input, pointer, weight, new Range(0, MOST_SCORE));
          }
        });
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new ReferralSettings(read, openDays, threshold, weekly, minutes, weights));
  }

  private record Range(int least, int most) {}

  private static void between(Input input, String pointer, int value, Range range) {
    if (value < range.least() || value > range.most()) {
      input.refuse(
          pointer,
          InputCode.UNKNOWN_VALUE,
          Map.of(
              "value", Integer.toString(value), "allowed", range.least() + " … " + range.most()));
    }
  }

  private static boolean isLink(String text) {
    boolean plain = text.chars().allMatch(sign -> sign > ' ' && sign < 0x7F);
    return plain
        && text.contains(PLACE)
        && (text.startsWith("https://") || text.startsWith("http://"));
  }
}
