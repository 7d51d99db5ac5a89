package club.vafa.clubs;

import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How members turn one unit into another: so many of one give so many of the other. A worked
 * number: 100 points give 1 euro in steps of 50 from 200 on; 250 points are 2.50 euro, 249 cannot
 * be turned by hand, and by itself 200 of them are.
 *
 * @param from code of the unit that is given, {@code to} of the one that is got
 * @param give minor units that give {@code get} minor units of the other
 * @param rounding of what does not come out even
 * @param step what is turned is a multiple of it, minor units
 * @param minimum the least that is turned at once, minor units
 * @param byHand whether members and staff may ask for it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Conversion(
    String from,
    String to,
    long give,
    long get,
    RoundingMode rounding,
    long step,
    long minimum,
    boolean byHand,
    Automatic automatic) {

  /** When it happens by itself. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Automatic.Never.class, name = "never"),
    @JsonSubTypes.Type(value = Automatic.Threshold.class, name = "threshold"),
    @JsonSubTypes.Type(value = Automatic.Monthly.class, name = "monthly"),
    @JsonSubTypes.Type(value = Automatic.Yearly.class, name = "yearly")
  })
  public sealed interface Automatic {
    /** Only by hand. */
    record Never() implements Automatic {}

    /** Right after a purchase, as soon as a member has the minimum. */
    record Threshold() implements Automatic {}

    /** On a day of each month of the club's calendar, its last where it lacks that day. */
    record Monthly(int day) implements Automatic {}

    /** On a day of each year of the club's calendar, the month's last where it lacks that day. */
    record Yearly(int month, int day) implements Automatic {}
  }

  /** What an amount gives. */
  public long of(long amount) {
    return Rate.divide(amount, get, give, rounding);
  }

  /** The most of a balance that can be turned; 0 when it is below the minimum. */
  public long most(long balance) {
    long whole = balance - balance % step;
    return whole >= minimum && of(whole) > 0 ? whole : 0;
  }

  public boolean atOnce() {
    return automatic instanceof Automatic.Threshold;
  }

  /** When nothing is said of it. */
  public static Automatic orNever(@Nullable Automatic automatic) {
    return automatic == null ? new Automatic.Never() : automatic;
  }
}
