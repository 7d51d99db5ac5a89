package club.vafa.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.CalendarKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Random lives: however sales, returns and late reports follow each other, the standing is what a
 * plain reckoning over the list of what is left of the sales says.
 */
class RandomLifeTests {
  private static final LocalDate START = LocalDate.of(2024, 1, 1);
  private static final long[] THRESHOLDS = {0, 20_000, 50_000, 90_000};

  private static final String SET =
      """
      {'names':{'en':'S'},'period':{'kind':'rolling','days':%1$d},
       'keep':{'until':'months','months':1},'down':{'mode':'recompute'},
       'tiers':[
         {'code':'t0','names':{'en':'0'}},
         {'code':'t1','names':{'en':'1'},'needs':[{'by':'spend','atLeast':'200'}]},
         {'code':'t2','names':{'en':'2'},'needs':[{'by':'spend','atLeast':'500'}]},
         {'code':'t3','names':{'en':'3'},'needs':[{'by':'spend','atLeast':'900'}]}]}
      """;

  private record Sale(LocalDate day, long amount) {}

  @Test
  void standingEqualsARecomputationFromActivity() {
    long seed = new SplittableRandom().nextLong();
    System.out.println("random lives with seed " + seed);
    for (int life = 0; life < 300; life++) {
      live(new SplittableRandom(seed + life), "seed " + seed + ", life " + life);
    }
  }

  private static void live(SplittableRandom random, String which) {
    Club club = Told.club(CalendarKind.GREGORIAN);
    int window = 20 + random.nextInt(60);
    Place place = Told.place(club, SET.formatted(window), START);
    List<Sale> sales = new ArrayList<>();
    List<String> story = new ArrayList<>();
    LocalDate day = START;
    int reckoned = 0;
    LocalDate until = null;
    for (int step = 0; step < 60; step++) {
      day = day.plusDays(random.nextInt(12));
      place.bringUpTo(day);
      while (until != null && until.isBefore(day)) {
        int still = rank(sales, until, window);
        LocalDate next = until.plusMonths(1);
        until = still == 0 ? null : next;
        reckoned = Math.min(still, reckoned);
      }
      long amount = (1 + random.nextInt(300)) * 100L;
      sales.add(new Sale(day, amount));
      place.climber.progress().add(Progress.SPEND, day, amount);
      place.counted(day, noon(day), null);
      story.add(day + " " + amount);
      int now = rank(sales, day, window);
      if (now > reckoned) {
        reckoned = now;
        until = day.plusMonths(1);
      }
      assertThat(place.rank()).as("%s: %s", which, story).isEqualTo(reckoned);
      assertThat(place.until()).as("%s: %s", which, story).isEqualTo(until);
    }
  }

  /** Returned in the end, all of it: nobody keeps a tier for goods that went back. */
  @Test
  void whenEverythingCameBackNothingIsLeft() {
    long seed = new SplittableRandom().nextLong();
    System.out.println("random returns with seed " + seed);
    SplittableRandom random = new SplittableRandom(seed);
    for (int life = 0; life < 300; life++) {
      Place place = Told.place(Told.club(CalendarKind.GREGORIAN), SET.formatted(30), START);
      List<Sale> sales = new ArrayList<>();
      LocalDate day = START;
      for (int step = 0; step < 20; step++) {
        day = day.plusDays(random.nextInt(9));
        place.bringUpTo(day);
        if (sales.isEmpty() || random.nextInt(3) > 0) {
          LocalDate on = day.minusDays(random.nextInt(4) == 0 ? random.nextInt(20) : 0);
          Sale sale = new Sale(on, (1 + random.nextInt(900)) * 100L);
          sales.add(sale);
          place.climber.progress().add(Progress.SPEND, on, sale.amount());
          place.counted(on, noon(on), null);
        } else {
          back(place, sales.remove(random.nextInt(sales.size())), day);
        }
      }
      for (Sale sale : sales) {
        back(place, sale, day);
      }
      assertThat(place.tier()).as("seed %d, life %d", seed, life).isEqualTo("t0");
      assertThat(place.due()).as("seed %d, life %d", seed, life).isNull();
    }
  }

  private static void back(Place place, Sale sale, LocalDate day) {
    place.climber.progress().add(Progress.SPEND, sale.day(), -sale.amount());
    place.uncounted(sale.day(), noon(day), null);
  }

  private static Instant noon(LocalDate day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static int rank(List<Sale> sales, LocalDate day, int window) {
    long sum = 0;
    for (Sale sale : sales) {
      if (!sale.day().isAfter(day) && sale.day().isAfter(day.minusDays(window))) {
        sum += sale.amount();
      }
    }
    int rank = 0;
    while (rank + 1 < THRESHOLDS.length && sum >= THRESHOLDS[rank + 1]) {
      rank++;
    }
    return rank;
  }
}
