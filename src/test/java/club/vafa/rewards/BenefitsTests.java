package club.vafa.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.rewards.Booklet.Piece;
import club.vafa.rewards.VoucherTerms.Benefit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenefitsTests {
  private static final List<Piece> BASKET =
      List.of(
          new Piece("LATTE", 2_000, 900),
          new Piece("CAKE", 1_000, 450),
          new Piece("MUG", 1_000, 0));

  private static long @Nullable [] off(Benefit benefit, long worth) {
    long[] left = BASKET.stream().mapToLong(Piece::amount).toArray();
    return Benefits.off(benefit, worth, new Benefits.Goods(BASKET, left)).orElse(null);
  }

  @Test
  void moneyIsSpreadOverWhatTheLinesCost() {
    assertThat(off(new Benefit.MoneyOff(100), 100)).containsExactly(67, 33, 0);
    assertThat(off(new Benefit.MoneyOff(5_000), 5_000)).containsExactly(900, 450, 0);
    assertThat(off(new Benefit.MoneyOff(5_000), 1)).containsExactly(1, 0, 0);
  }

  @Test
  void perCentIsRoundedHalfUpAndCapped() {
    assertThat(off(new Benefit.PercentOff(100_000, null), 1)).containsExactly(90, 45, 0);
    assertThat(off(new Benefit.PercentOff(1_000, null), 1)).containsExactly(1, 0, 0);
    assertThat(off(new Benefit.PercentOff(1_000_000, 20L), 1)).containsExactly(13, 7, 0);
  }

  @Test
  void goodsAreFreeAsFarAsTheyAreInTheBasket() {
    assertThat(off(new Benefit.Goods("LATTE", 1_000), 1)).containsExactly(450, 0, 0);
    assertThat(off(new Benefit.Goods("LATTE", 9_000), 1)).containsExactly(900, 0, 0);
    assertThat(off(new Benefit.Goods("MUG", 1_000), 1)).containsExactly(0, 0, 0);
    assertThat(off(new Benefit.Goods("TEA", 1_000), 1)).containsExactly(0, 0, 0);
    assertThat(off(new Benefit.Elsewhere(), 1)).isNull();
  }
}
