package club.vafa.settlement;

import java.util.Locale;

/**
 * What an entry of the books is to a settlement, with the number it is stored by.
 *
 * <p>Of 100 points issued at 0.012 the partner owes the kitty 1.20. Of 40 of them spent elsewhere
 * at 0.01 the kitty owes that shop 0.40. 10 that go back with their goods take 0.12 off again.
 */
public enum What {
  ISSUED(1, 1),
  TAKEN_BACK(2, -1),
  EXPIRED(3, -1),
  SPENT(4, -1),
  GIVEN_BACK(5, 1);

  private final int number;
  private final int sign;

  What(int number, int sign) {
    this.number = number;
    this.sign = sign;
  }

  int number() {
    return number;
  }

  /** One where the partner owes for it, minus one where it is owed. */
  int sign() {
    return sign;
  }

  /** As the API and the language files call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static What of(int number) {
    for (What what : values()) {
      if (what.number == number) {
        return what;
      }
    }
    throw new IllegalArgumentException("nothing has the number " + number);
  }
}
