package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is packed comes out as it went in, as far back as it reaches. */
class DaysTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 21);

  private final Progress progress = new Progress();

  private static Progress unpacked(byte[] packed, LocalDate from, boolean ever) {
    return Days.unpack(packed, from, ever).orElseThrow();
  }

  @Test
  void olderDaysAreLeftOutOrOneSum() {
    progress.load(Progress.SPEND, TODAY.minusDays(40), 1_000);
    progress.load(Progress.SPEND, TODAY.minusDays(31), 200);
    progress.load(Progress.SPEND, TODAY.minusDays(30), 30);
    progress.load(Progress.VISITS, TODAY, 1);
    LocalDate from = TODAY.minusDays(30);

    Progress lately = unpacked(Days.of(progress, new Reach(30, false), TODAY).pack(), from, false);
    byte[] packed = Days.of(progress, new Reach(30, true), TODAY).pack();

    assertThat(lately.sum(Progress.SPEND, Progress.LONG_AGO, TODAY)).isEqualTo(30);
    assertThat(lately.sum(Progress.VISITS, TODAY, TODAY)).isEqualTo(1);
    Progress ever = unpacked(packed, from, true);
    assertThat(ever.sum(Progress.SPEND, Progress.LONG_AGO, TODAY)).isEqualTo(1_230);
    assertThat(ever.sum(Progress.SPEND, from, TODAY)).isEqualTo(30);
    assertThat(unpacked(packed, from, false).sum(Progress.SPEND, Progress.LONG_AGO, TODAY))
        .isEqualTo(30);
    assertThat(unpacked(packed, TODAY, true).sum(Progress.SPEND, Progress.LONG_AGO, from))
        .as("days between are added to the sum")
        .isEqualTo(1_230);
  }

  @Test
  void whoAsksForMoreThanIsThereIsToldSo() {
    byte[] packed = Days.of(progress, new Reach(30, false), TODAY).pack();

    assertThat(Days.unpack(packed, TODAY.minusDays(30), false)).isPresent();
    assertThat(Days.unpack(packed, TODAY.minusDays(31), false)).isEmpty();
    assertThat(Days.unpack(packed, TODAY.minusDays(30), true)).isEmpty();
    assertThat(Days.unpack(null, TODAY, false)).isEmpty();
    assertThat(Days.unpack(new byte[] {2, 0, 0}, TODAY, false)).as("another form").isEmpty();
  }

  @Test
  void whatIsCutOffIsNotTakenForLess() {
    progress.load(Progress.SPEND, TODAY, 123_456);
    byte[] packed = Days.of(progress, new Reach(30, false), TODAY).pack();
    byte[] cut = Arrays.copyOf(packed, packed.length - 1);

    assertThatThrownBy(() -> Days.unpack(cut, TODAY, false)).hasMessageContaining("cut off");
  }

  @Test
  void aRegularOfAYearIsSmall() {
    for (int day = 0; day < 150; day++) {
      progress.load(Progress.SPEND, TODAY.minusDays(2L * day), 150_000 + day);
      progress.load(Progress.VISITS, TODAY.minusDays(2L * day), 1);
    }

    assertThat(Days.of(progress, new Reach(800, false), TODAY).pack()).hasSizeLessThan(1_000);
  }

  @Test
  void anyAmountsOfAnyDaysComeBack() {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int life = 0; life < 500; life++) {
      Progress some = new Progress();
      LocalDate from = TODAY.minusDays(random.nextInt(400));
      boolean ever = random.nextBoolean();
      for (int day = random.nextInt(30); day > 0; day--) {
        long amount = random.nextLong() >> 8 + random.nextInt(56);
        some.load(random.nextInt(-1, 4), TODAY.minusDays(random.nextInt(500)), amount);
      }

      Progress back = unpacked(new Days(from, ever, some).pack(), from, ever);

      Progress wanted = new Progress();
      some.all()
          .forEach((key, amount) -> {
            boolean lately = !key.day().isBefore(from);
            if (lately || ever) {
              wanted.load(key.measure(), lately ? key.day() : Progress.LONG_AGO, amount);
            }
          });
      assertThat(back.all()).as("seed %d, life %d", seed, life).isEqualTo(wanted.all());
    }
  }
}
