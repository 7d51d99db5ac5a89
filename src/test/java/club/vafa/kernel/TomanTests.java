package club.vafa.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.junit.jupiter.api.Test;

class TomanTests {
  private static final Currency RIAL = Currency.getInstance("IRR");

  @Test
  void tenRialAreOneTomanAndOddOnesAreNotLost() {
    assertThat(Toman.typed("123450")).isEqualTo("12345");
    assertThat(Toman.typed("123457")).isEqualTo("12345.7");
    assertThat(Toman.typed("0.05")).isEqualTo("0.005");
    assertThat(Toman.rial("12345.7")).isEqualTo("123457");
    assertThat(Toman.rial("100")).isEqualTo("1000");
    assertThat(Toman.rial("0")).isEqualTo("0");
    assertThat(Toman.rial("many")).as("left to be refused").isEqualTo("many");
    assertThat(Toman.rial("")).isEmpty();
  }

  @Test
  void thereAndBackIsTheSame() {
    for (long minor = 0; minor < 100_000; minor += 37) {
      String rial = new Money(minor, RIAL).amount();
      assertThat(Toman.rial(Toman.typed(rial))).isEqualTo(rial);
    }
  }

  @Test
  void moneyIsToldInTomanByItsWord() {
    Speech english = new Speech(Language.EN).inToman("toman");
    assertThat(english.money(new Money(12_345_700, RIAL))).isEqualTo("12,345.7\u00A0toman");
    assertThat(english.price(new Money(10_000_000, RIAL))).isEqualTo("10,000\u00A0toman");
    assertThat(english.sign(RIAL)).isEqualTo("toman");
    assertThat(new Speech(Language.FA).inToman("تومان").price(new Money(12_345_700, RIAL)))
        .isEqualTo("۱۲٬۳۴۵٫۷\u00A0تومان");
  }

  @Test
  void otherMoneyStaysWhatItIs() {
    Speech english = new Speech(Language.EN).inToman("toman");
    assertThat(english.price(new Money(1250, Currency.getInstance("EUR")))).isEqualTo("€12.50");
    assertThat(Toman.suits(Currency.getInstance("EUR"))).isFalse();
  }
}
