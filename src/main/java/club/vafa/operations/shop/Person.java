package club.vafa.operations.shop;

import club.vafa.kernel.Language;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is a member.
 *
 * @param number from 0, the same for the same seed
 * @param visitsPerYear how often they come while they come at all
 * @param regularity shape of the gamma distribution of their intervals
 * @param basket half of their baskets are below this, in rial
 * @param favourites what they order again and again
 * @param spends how likely they pay with what they have collected, when they can
 * @param from first day of the year on which they may come, counted from 0
 * @param until the day from which they don't come any more
 */
public record Person(
    int number,
    Kind kind,
    Rhythm rhythm,
    Language language,
    String givenName,
    String familyName,
    String phone,
    @Nullable String email,
    @Nullable LocalDate born,
    double visitsPerYear,
    double regularity,
    double basket,
    Set<String> favourites,
    double spends,
    int home,
    int from,
    int until) {
  public Person {
    favourites = Set.copyOf(favourites);
  }

  /** What kind of customer. */
  public enum Kind {
    /** Comes again and again, at their own hours. */
    REGULAR,
    /** Comes now and then. */
    OCCASIONAL,
    /** Comes rarely and then buys for a whole office or party. */
    BIG_SPENDER,
    /** Came a few times. */
    PASSING
  }

  /** On which days and at which hours. */
  public enum Rhythm {
    OFFICE,
    WEEKEND,
    ANY
  }

  /** How tills and exports name them. */
  public String externalId() {
    return "C-%05d".formatted(number + 1);
  }
}
