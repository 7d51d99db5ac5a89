package club.vafa.operations.shop;

import club.vafa.kernel.Language;
import club.vafa.operations.shop.Person.Kind;
import club.vafa.operations.shop.Person.Rhythm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up the members, one by one, each with dice of their own. */
final class People {
  private static final int MOST = 10_000;

  private final Year.Plan plan;
  private final List<Good> menu;
  private final Names names = new Names();

  People(Year.Plan plan, List<Good> menu) {
    this.plan = plan;
    this.menu = menu;
    if (plan.members() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " members");
    }
  }

  List<Person> make(Dice dice) {
    List<Person> people = new ArrayList<>();
    for (int number = 0; number < plan.members(); number++) {
      people.add(person(number, dice.of(number)));
    }
    return people;
  }

  private Person person(int number, Dice dice) {
    Kind kind = kind(dice.part());
    Rhythm rhythm = List.of(Rhythm.values()).get(dice.weighted(new double[] {3, 3, 4}));
    Language language = List.of(Language.values()).get(dice.weighted(new double[] {0.9, 8.2, 0.9}));
    Names.Name name = names.of(language, dice);
    int from = from(kind, dice);
    return new Person(
        number,
        kind,
        rhythm,
        language,
        name.given(),
        name.family(),
        // 7919 is prime to the range, so neighbours get numbers far apart and none gets one twice.
        // Well formed and plainly made up; no country has promised to keep numbers for imagined
        // people.
        "+989900%06d".formatted(number * 7919 % MOST + 1000),
        dice.chance(0.35) ? name.latin() + (number + 1) + "@example.com" : null,
        born(dice),
        rate(kind, dice),
        kind == Kind.REGULAR ? dice.between(2, 5) : dice.between(1.1, 2),
        basket(kind, dice),
        favourites(dice),
        dice.chance(0.4) ? dice.between(0.05, 0.4) : 0,
        dice.weighted(new double[] {5, 3, 0}),
        from,
        until(kind, from, dice));
  }

  private static Kind kind(double part) {
    if (part < 0.165) {
      return Kind.REGULAR;
    }
    return part < 0.74 ? Kind.OCCASIONAL : part < 0.765 ? Kind.BIG_SPENDER : Kind.PASSING;
  }

  private static double rate(Kind kind, Dice dice) {
    return switch (kind) {
      case REGULAR -> Math.min(400, dice.around(75, 0.45));
      case OCCASIONAL -> dice.around(9.5, 0.6);
      case BIG_SPENDER -> dice.around(7, 0.4);
      case PASSING -> dice.around(2.2, 0.3);
    };
  }

  private static double basket(Kind kind, Dice dice) {
    return kind == Kind.BIG_SPENDER ? dice.around(22_000_000, 0.35) : dice.around(2_700_000, 0.33);
  }

  /** Most were customers before the club began; the others find the café during the year. */
  private int from(Kind kind, Dice dice) {
    double known = kind == Kind.REGULAR ? 0.68 : 0.5;
    return dice.chance(known) ? 0 : dice.below(plan.days() - 7);
  }

  /** Some move away, or simply stop. */
  private int until(Kind kind, int from, Dice dice) {
    double leaves = kind == Kind.REGULAR ? 0.16 : 0.22;
    return dice.chance(leaves)
        ? Math.min(plan.days(), from + 40 + dice.below(plan.days()))
        : plan.days();
  }

  private @Nullable LocalDate born(Dice dice) {
    long age = (long) Math.clamp(dice.around(33, 0.32), 15, 86);
    LocalDate born = plan.today().minusYears(age).minusDays(dice.below(365) + 1L);
    return dice.chance(0.62) ? born : null;
  }

  private Set<String> favourites(Dice dice) {
    double[] popularity = menu.stream().mapToDouble(Good::popularity).toArray();
    Set<String> favourites = new HashSet<>();
    while (favourites.size() < 3) {
      favourites.add(menu.get(dice.weighted(popularity)).sku());
    }
    return favourites;
  }
}
