package club.vafa.campaigns;

import club.vafa.kernel.CodePattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Unique codes to make, their form checked; see {@link CouponBatch}. */
public record NewBatch(
    CouponId coupon,
    int count,
    String pattern,
    String alphabet,
    boolean active,
    @Nullable Instant until,
    String actor) {
  public static final int MOST = 1_000_000;

  /** The alphabets by name: clear leaves out what is taken for something else. */
  public static String alphabet(String name) {
    return name.equals("digits") ? CodePattern.DIGITS : CodePattern.CLEAR;
  }
}
