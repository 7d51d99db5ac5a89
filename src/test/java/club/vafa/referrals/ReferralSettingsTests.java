package club.vafa.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Outcome.Refused;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that cannot be meant are refused; codes are read however they are typed. */
class ReferralSettingsTests {
  private static String faults(ReferralSettings settings) {
    return settings.checked() instanceof Refused<ReferralSettings>(var refusals)
        ? refusals.stream()
            .map(refusal -> refusal.pointer() + " " + refusal.code().code())
            .collect(Collectors.joining(", "))
        : "";
  }

  private static ReferralSettings link(@Nullable String link) {
    return new ReferralSettings(link, 90, 60, 10, 10, Map.of());
  }

  @Test
  void theUsualSettingsAreInOrder() {
    assertThat(faults(ReferralSettings.USUAL)).isEmpty();
    assertThat(faults(link("https://club.example/join?code={code}"))).isEmpty();
    assertThat(faults(link(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://club.example/join",
    "javascript:alert('{code}')",
    "//club.example/{code}",
    "https://club.example/{code} more",
    "https://کلاب.example/{code}"
  })
  void aLinkLeadsSomewhereWithTheCode(String text) {
    assertThat(faults(link(text))).isEqualTo("/link referral_link_invalid");
  }

  @Test
  void everythingHasItsBounds() {
    assertThat(faults(new ReferralSettings(null, 0, -1, 0, -1, Map.of())))
        .isEqualTo(
            "/openDays unknown_value, /threshold unknown_value, /weekly unknown_value,"
                + " /minutes unknown_value");
    assertThat(faults(new ReferralSettings(null, 1, 0, 1, 0, Map.of("same_email", 0)))).isEmpty();
    assertThat(
            faults(new ReferralSettings(null, 1, 0, 1, 0, Map.of("same/star", 1, "same_card", -1))))
        .isEqualTo("/weights/same~1star unknown_value, /weights/same_card unknown_value");
  }

  @Test
  void codesAreReadHoweverTheyAreTyped() {
    assertThat(ReferralCodes.plain(" k7mp-3xqd ")).isEqualTo("K7MP3XQD");
    assertThat(ReferralCodes.plain("K۷MP–۳XQD")).isEqualTo("K7MP3XQD");
    assertThat(ReferralCodes.shown("K7MP3XQD")).isEqualTo("K7MP-3XQD");
    Set<String> made = new HashSet<>();
    SecureRandom random = new SecureRandom();
    for (int at = 0; at < 10_000; at++) {
      made.add(ReferralCodes.make(random));
    }
    assertThat(made).hasSize(10_000).allMatch(code -> code.matches("[2-9A-HJ-NP-Z]{8}"));
  }
}
