package club.vafa.rules.condition;

import club.vafa.kernel.Digits;
import java.util.Locale;

/** Coupon codes as they are compared: case, outer spaces and the script of digits do not matter. */
public final class CouponCode {
  private CouponCode() {}

  public static String plain(String code) {
    return Digits.western(code.strip()).toUpperCase(Locale.ROOT);
  }
}
