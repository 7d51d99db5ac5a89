package club.vafa.referrals.web;

import club.vafa.referrals.ReferralSettings;
import club.vafa.referrals.signal.Signal;
import club.vafa.referrals.signal.Signals;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
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
}
