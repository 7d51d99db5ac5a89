package club.vafa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class SpeechTests {
  private static final LocalDate ABAN = LocalDate.of(2026, 11, 3);
  private static final Money PRICE = new Money(1_850_000, Currency.getInstance("IRR"));

  @Test
  void arabicSaysIranianMonthsAndMoneyAsPeopleInIranDo() {
    Speech arabic = new Speech(Language.AR);
    assertThat(arabic.date(ABAN, CalendarKind.JALALI)).isEqualTo("12 آبان 1405");
    assertThat(arabic.price(PRICE)).isEqualTo("18,500\u00A0ريال").isEqualTo(arabic.money(PRICE));
  }

  @Test
  void otherLanguagesAndCalendarsSayThemAsEver() {
    assertThat(new Speech(Language.FA).date(ABAN, CalendarKind.JALALI)).isEqualTo("۱۲ آبان ۱۴۰۵");
    assertThat(new Speech(Language.EN).date(ABAN, CalendarKind.JALALI)).isEqualTo("12 Aban 1405");
    assertThat(new Speech(Language.AR).date(ABAN, CalendarKind.GREGORIAN))
        .isEqualTo("3 نوفمبر 2026");
  }
}
