package club.vafa.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTests {
  @Test
  void tellsWithinWhichTimeSoManyPerCentWereAnswered() {
    Latencies latencies = new Latencies();
    for (int millisecond = 100; millisecond >= 1; millisecond--) {
      latencies.add(millisecond * 1_000_000L);
    }
    assertThat(latencies.spread()).isEqualTo(new Latencies.Spread(50, 95, 99, 100));
  }

  @Test
  void aSingleAnswerIsAllOfThem() {
    Latencies latencies = new Latencies();
    latencies.add(2_000_000);
    assertThat(latencies.spread()).isEqualTo(new Latencies.Spread(2, 2, 2, 2));
  }

  @Test
  void nothingMeasuredIsNothing() {
    assertThat(new Latencies().spread()).isEqualTo(Latencies.Spread.NONE);
  }
}
