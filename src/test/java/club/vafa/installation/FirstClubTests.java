package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.installation.FirstClub.Machine;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstClubTests {
  @ParameterizedTest
  @CsvSource({
    "Asia/Tehran,     fa, IR, IRR, JALALI,    FA, IR",
    "Asia/Tehran,     en, US, IRR, JALALI,    EN, IR",
    "Asia/Tehran,     en, '', IRR, JALALI,    FA, IR",
    "Asia/Dubai,      ar, AE, AED, GREGORIAN, AR, AE",
    "Europe/Berlin,   de, DE, EUR, GREGORIAN, EN, DE",
    "UTC,             fa, IR, IRR, JALALI,    FA, IR",
    "UTC,             fa, '', IRR, JALALI,    FA, IR",
    "UTC,             en, '', USD, GREGORIAN, EN, US",
    "UTC,             '', '', USD, GREGORIAN, EN, US",
    "+03:30,          en, GB, GBP, GREGORIAN, EN, GB",
  })
  void whatIsNotSaidIsTakenFromTheMachine(
      String zone,
      String language,
      String country,
      String currency,
      CalendarKind calendar,
      Language spoken,
      String region) {
    FirstClub club = FirstClub.of(Map.of(), new Machine(ZoneId.of(zone), language, country));
    assertThat(club.currency()).isEqualTo(Currency.getInstance(currency));
    assertThat(club.calendar()).isEqualTo(calendar);
    assertThat(club.language()).isEqualTo(spoken);
    assertThat(club.region()).isEqualTo(region);
    assertThat(club.zone()).isEqualTo(ZoneId.of(zone));
    assertThat(club.code()).isEqualTo("club");
  }

  @Test
  void whatIsSaidCounts() {
    Map<String, String> given =
        Map.of(
            "club.code", "nan-o-namak",
            "club.name", "نان و نمک",
            "club.currency", "EUR",
            "club.zone", "Europe/Vienna",
            "club.calendar", "jalali",
            "club.language", "fa",
            "club.region", "AT");
    assertThat(FirstClub.of(given, new Machine(ZoneId.of("UTC"), "en", "US")))
        .isEqualTo(
            new FirstClub(
                "nan-o-namak",
                "نان و نمک",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Vienna"),
                CalendarKind.JALALI,
                Language.FA,
                "AT"));
  }

  @ParameterizedTest
  @CsvSource({
    "club.code,     My Club,    'club.code (VAFA_CLUB_CODE) is \"My Club\"'",
    "club.currency, EURO,       a currency code",
    "club.zone,     Tehran,     a time zone such as Asia/Tehran",
    "club.calendar, persian,    'gregorian, jalali, hijri'",
    "club.language, de,         'en, fa or ar'",
    "club.region,   ir,         a country code of two letters",
  })
  void whatIsNotUnderstoodIsNamed(String key, String value, String sentence) {
    assertThatThrownBy(
            () -> FirstClub.of(Map.of(key, value), new Machine(ZoneId.of("UTC"), "en", "US")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence);
  }
}
