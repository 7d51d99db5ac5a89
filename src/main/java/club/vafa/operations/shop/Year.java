package club.vafa.operations.shop;

import club.vafa.operations.shop.Act.GiveBack;
import club.vafa.operations.shop.Act.Join;
import club.vafa.operations.shop.Act.Review;
import club.vafa.operations.shop.Act.Sale;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The café's year: everything that happens in it, in order. */
public record Year(Plan plan, List<Weather> days, List<Person> people, List<Act> acts) {
  public static final ZoneId ZONE = ZoneId.of("Asia/Tehran");

  /** The day of the year, counted from 0, on which the third branch opens. */
  public static final int THIRD_BRANCH = 214;

  private static final int DAYS = 365;

  public Year {
    days = List.copyOf(days);
    people = List.copyOf(people);
    acts = List.copyOf(acts);
  }

  /**
   * What is wanted.
   *
   * @param seed the same for the same year
   * @param purchases how many in the whole year, anonymous ones included
   * @param today the year ends on the day before
   */
  public record Plan(long seed, int members, int purchases, LocalDate today) {
    /** The demo club as it is shown. */
    public static Plan whole(long seed, LocalDate today) {
      return new Plan(seed, 2_000, 40_000, today);
    }

    public LocalDate first() {
      return today.minusDays(DAYS);
    }

    public int days() {
      return DAYS;
    }

    /** The number of a day within the year. */
    public int number(LocalDate day) {
      return (int) (day.toEpochDay() - first().toEpochDay());
    }
  }

  /** Makes the year up. */
  public static Year imagine(Plan plan) {
    Dice dice = new Dice(plan.seed());
    List<Good> menu = Menu.read();
    List<Weather> days =
        IntStream.range(0, DAYS).mapToObj(day -> Weather.of(plan.first().plusDays(day))).toList();
    List<Person> people = new People(plan, menu).make(dice.of(1));
    Selling selling = new Selling(plan, days, new Baskets(menu));
    List<Act> acts = selling.live(people, dice.of(2));
    return new Year(plan, days, people, acts);
  }

  public List<Sale> sales() {
    return all(Sale.class);
  }

  public List<Join> joins() {
    return all(Join.class);
  }

  public List<GiveBack> returns() {
    return all(GiveBack.class);
  }

  public List<Review> reviews() {
    return all(Review.class);
  }

  private <T extends Act> List<T> all(Class<T> kind) {
    return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The acts of each day. */
  public List<List<Act>> byDay() {
    List<List<Act>> byDay = new ArrayList<>();
    IntStream.range(0, DAYS).forEach(_ -> byDay.add(new ArrayList<>()));
    for (Act act : acts) {
      byDay.get(plan.number(LocalDate.ofInstant(act.at(), ZONE))).add(act);
    }
    return byDay;
  }
}
