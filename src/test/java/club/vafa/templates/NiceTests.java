package club.vafa.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Amounts as shops write them. */
class NiceTests {
  @Test
  void anAmountBecomesTheNearestNiceOne() {
    String[][] table = {
      {"0.43", "2", "0.4"},
      {"0.6", "2", "0.6"},
      {"4.8", "2", "5"},
      {"9.6", "2", "10"},
      {"62.5", "0", "60"},
      {"70", "0", "80"},
      {"237000", "0", "250000"},
      {"2400000", "2", "2500000"},
      {"0.02", "0", "1"},
      {"2.4", "0", "2"},
      {"2.6", "0", "3"},
      {"0.0234", "3", "0.025"},
      {"1.3", "2", "1.2"},
      {"1.4", "2", "1.5"},
      {"13", "0", "12"},
    };
    for (String[] row : table) {
      assertThat(Nice.of(new BigDecimal(row[0]), Integer.parseInt(row[1])).toPlainString())
          .as(row[0])
          .isEqualTo(row[2]);
    }
  }

  @Test
  void nothingMovesByMoreThanASeventh() {
    Random random = new Random(17);
    for (int turn = 0; turn < 10_000; turn++) {
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextLong(1_000_000_000L), 2);
      BigDecimal nice = Nice.of(amount, 2);
      if (amount.compareTo(new BigDecimal("0.10")) > 0) {
        assertThat(nice.subtract(amount).abs().multiply(BigDecimal.valueOf(7)))
            .as("%s became %s", amount, nice)
            .isLessThanOrEqualTo(amount);
      }
    }
  }

  @Test
  void nothingIsNotRounded() {
    assertThatThrownBy(() -> Nice.of(BigDecimal.ZERO, 2))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
