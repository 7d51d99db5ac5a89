package club.vafa.operations.shop;

import club.vafa.operations.shop.Act.GiveBack;
import club.vafa.operations.shop.Act.Join;
import club.vafa.operations.shop.Act.Line;
import club.vafa.operations.shop.Act.Review;
import club.vafa.operations.shop.Act.Sale;
import club.vafa.operations.shop.Act.Visit;
import club.vafa.operations.shop.Act.Wish;
import club.vafa.operations.shop.Person.Kind;
import club.vafa.operations.shop.Visits.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets everybody come and buy, and puts it all in order. */
final class Selling {
  /** The part of the sales at which somebody shows that they are a member. */
  private static final double KNOWN = 0.85;

  private static final double RETURNED = 0.02;
  private static final double REVIEWED = 0.04;
  private static final double BRINGS_COUPON = 0.45;
  private static final List<String> OCCASIONS = List.of("tasting", "latte art", "live music");

  private final Year.Plan plan;
  private final List<Weather> days;
  private final Baskets baskets;
  private final List<Act> acts = new ArrayList<>();
  private final List<Unnumbered> sales = new ArrayList<>();

  Selling(Year.Plan plan, List<Weather> days, Baskets baskets) {
    this.plan = plan;
    this.days = days;
    this.baskets = baskets;
  }

  /** A sale before the tills have numbered theirs. */
  private record Unnumbered(
      @Nullable Person person, Till till, Instant at, List<Line> lines, boolean first) {}

  List<Act> live(List<Person> people, Dice dice) {
    Visits visits = new Visits(days, dice.of(1));
    double expected = people.stream().mapToDouble(visits::expected).sum();
    double scale = KNOWN * plan.purchases() / expected;
    for (Person person : people) {
      Dice own = dice.of(2).of(person.number());
      List<When> times = visits.of(person, scale, own);
      Instant joined = join(person, times, own);
      for (int visit = 0; visit < times.size() && sales.size() < plan.purchases(); visit++) {
        sell(person, times.get(visit), visit == 0, own);
      }
      occasions(person, joined, own.of(1));
    }
    Dice anybody = dice.of(3);
    while (sales.size() < plan.purchases()) {
      sell(null, visits.anybody(anybody), false, anybody);
    }
    number(dice.of(4));
    acts.sort(Comparator.comparing(Act::at));
    return acts;
  }

  /** Most join at the till, just before they pay for the first time. */
  private Instant join(Person person, List<When> times, Dice dice) {
    Instant at =
        times.isEmpty()
            ? at(new When(person.from(), 600 + dice.below(600)), 0)
            : at(times.getFirst(), 0).minusSeconds(90);
    acts.add(new Join(person, at));
    return at;
  }

  private void sell(@Nullable Person person, When when, boolean first, Dice dice) {
    var moment = new Baskets.Moment(days.get(when.day()), when.minute());
    List<Line> lines = baskets.fill(person, moment, dice);
    sales.add(
        new Unnumbered(person, till(person, when, dice), at(when, dice.below(60)), lines, first));
  }

  private static Till till(@Nullable Person person, When when, Dice dice) {
    boolean third = when.day() >= Year.THIRD_BRANCH;
    int home = person == null ? dice.weighted(new double[] {5, 3, 0}) : person.home();
    if (third && (person == null ? dice.chance(0.2) : person.number() % 4 == 0)) {
      home = 2;
    }
    boolean elsewhere = person != null && dice.chance(0.12);
    int branch = elsewhere ? dice.below(third ? 3 : 2) : home;
    return dice.pick(Till.OF_BRANCHES.get(branch));
  }

  /** Numbers the sales of each till and day, as tills do, and decides what follows from them. */
  private void number(Dice dice) {
    sales.sort(Comparator.comparing(Unnumbered::at));
    Map<String, Integer> numbers = new HashMap<>();
    for (Unnumbered sold : sales) {
      LocalDate day = LocalDate.ofInstant(sold.at(), Year.ZONE);
      int number = numbers.merge(sold.till().source() + day, 1, Integer::sum);
      Sale sale =
          new Sale(
              sold.till().source(),
              "%s-%04d".formatted(day, number),
              sold.person(),
              sold.till(),
              sold.at(),
              sold.lines(),
              sold.first() && dice.chance(BRINGS_COUPON) ? "WELCOME" : null,
              wish(sold, dice));
      acts.add(sale);
      follow(sale, dice);
    }
  }

  private static Wish wish(Unnumbered sold, Dice dice) {
    Person person = sold.person();
    if (person == null || !dice.chance(person.spends())) {
      return Wish.MONEY;
    }
    boolean coffee = sold.lines().stream().anyMatch(l -> l.good().category().equals("coffee"));
    return List.of(Wish.POINTS, Wish.CREDIT, Wish.STAMPS)
        .get(dice.weighted(new double[] {4, 3, coffee ? 4 : 0}));
  }

  private void follow(Sale sale, Dice dice) {
    if (dice.chance(RETURNED)) {
      boolean atOnce = dice.chance(0.8);
      long minutes = atOnce ? 3 + dice.below(40) : 24 * 60L + dice.below(2 * 24 * 60);
      int line = dice.below(sale.lines().size());
      add(new GiveBack(sale, sale.lines().size() == 1 ? null : line, after(sale, minutes)));
    }
    Person person = sale.person();
    if (person != null && dice.chance(REVIEWED)) {
      int stars = 1 + dice.weighted(new double[] {2, 3, 9, 30, 56});
      add(new Review(person, "R-" + sale.number(), stars, after(sale, 60 + dice.below(1200))));
    }
  }

  /** Every other Tuesday there is something on in the evening. */
  private void occasions(Person person, Instant joined, Dice dice) {
    if (person.kind() != Kind.REGULAR) {
      return;
    }
    for (int day = 10; day < Math.min(person.until(), days.size()); day += 14) {
      Instant at = at(new When(day, 19 * 60 + dice.below(30)), 0);
      if (dice.chance(0.05) && at.isAfter(joined)) {
        String occasion = OCCASIONS.get(day / 14 % OCCASIONS.size());
        add(new Visit(person, "V-" + day + "-" + person.number(), occasion, at));
      }
    }
  }

  /** What would fall after the year does not happen. */
  private void add(Act act) {
    if (plan.number(LocalDate.ofInstant(act.at(), Year.ZONE)) < days.size()) {
      acts.add(act);
    }
  }

  private static Instant after(Sale sale, long minutes) {
    return sale.at().plus(Duration.ofMinutes(minutes));
  }

  private Instant at(When when, int second) {
    LocalDate day = days.get(when.day()).date();
    return day.atStartOfDay(Year.ZONE).plusMinutes(when.minute()).plusSeconds(second).toInstant();
  }
}
