package club.vafa.referrals;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.referrals.signal.Signal;
import club.vafa.referrals.signal.Signals;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings to take the place of those there are; what is missing is as usual. */
@Schema(name = "NewReferralSettings")
public record ReferralForm(
    @Nullable String link,
    @Nullable Integer openDays,
    @Nullable Integer threshold,
    @Nullable Integer weekly,
    @Nullable Integer minutes,
    @Nullable Map<String, @Nullable Integer> weights) {

  /** The form of settings; of weights only those that are other than usual. */
  public static ReferralForm of(ReferralSettings settings) {
    Map<String, @Nullable Integer> weights = new TreeMap<>();
    for (Signal signal : Signals.ALL) {
      if (settings.weight(signal) != signal.weight()) {
        weights.put(signal.code(), settings.weight(signal));
      }
    }
    return new ReferralForm(
        settings.link(),
        settings.openDays(),
        settings.threshold(),
        settings.weekly(),
        settings.minutes(),
        weights);
  }

  /** The settings, when they are in order. */
  public Outcome<ReferralSettings> read() {
    ReferralSettings usual = ReferralSettings.USUAL;
    Input input = new Input();
    Map<String, Integer> read = new HashMap<>();
    if (weights != null) {
      weights.forEach((code, weight) -> {
        if (weight == null) {
          input.refuse("/weights", InputCode.REQUIRED);
        } else {
          read.put(code, weight);
        }
      });
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : new ReferralSettings(
                link,
                or(openDays, usual.openDays()),
                or(threshold, usual.threshold()),
                or(weekly, usual.weekly()),
                or(minutes, usual.minutes()),
                read)
            .checked();
  }

  private static int or(@Nullable Integer given, int usual) {
    return given == null ? usual : given;
  }
}
