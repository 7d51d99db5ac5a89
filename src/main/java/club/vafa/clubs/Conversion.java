package club.vafa.clubs;

import club.vafa.kernel.Rate;
import java.math.RoundingMode;

/**
 * How members turn one unit into another: so many of one give so many of the other. A worked
 * number: 100 points give 1 euro in steps of 50 from 200 on; 250 points are 2.50 euro, 249 cannot
 * be turned.
 *
 * @param from code of the unit that is given, {@code to} of the one that is got
 * @param give minor units that give {@code get} minor units of the other
 * @param rounding of what does not come out even
 * @param step what is turned is a multiple of it, minor units
 * @param minimum the least that is turned at once, minor units
 */
public record Conversion(
    String from, String to, long give, long get, RoundingMode rounding, long step, long minimum) {

  /** What an amount gives. */
  public long of(long amount) {
    return Rate.divide(amount, get, give, rounding);
  }
}
