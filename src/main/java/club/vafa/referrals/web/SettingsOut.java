package club.vafa.referrals.web;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.referrals.ReferralSettings;
import club.vafa.referrals.signal.Signal;
import club.vafa.referrals.signal.Signals;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a club takes referrals, with what every sign weighs. */
@Schema(name = "ReferralSettings")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsOut(
    @Nullable String link,
    int openDays,
    int threshold,
    int weekly,
    int minutes,
    Map<String, Integer> weights) {

  static SettingsOut of(ReferralSettings settings) {
    Map<String, Integer> weights = new TreeMap<>();
    for (Signal signal : Signals.ALL) {
      weights.put(signal.code(), settings.weight(signal));
    }
    return new SettingsOut(
        settings.link(),
        settings.openDays(),
        settings.threshold(),
        settings.weekly(),
        settings.minutes(),
        weights);
  }

  /** Settings to take the place of those there are; what is missing is as usual. */
  @Schema(name = "NewReferralSettings")
  record In(
      @Nullable String link,
      @Nullable Integer openDays,
      @Nullable Integer threshold,
      @Nullable Integer weekly,
      @Nullable Integer minutes,
      @Nullable Map<String, @Nullable Integer> weights) {

    Outcome<ReferralSettings> read() {
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
          : Outcome.done(
              new ReferralSettings(
                  link,
                  or(openDays, usual.openDays()),
                  or(threshold, usual.threshold()),
                  or(weekly, usual.weekly()),
                  or(minutes, usual.minutes()),
                  read));
    }

    private static int or(@Nullable Integer given, int usual) {
      return given == null ? usual : given;
    }
  }
}
