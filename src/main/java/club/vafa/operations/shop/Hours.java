package club.vafa.operations.shop;

import club.vafa.operations.shop.Person.Rhythm;

/** At which time of a day somebody comes. */
final class Hours {
  private static final int OPENS = 7 * 60 + 30;
  private static final int CLOSES = 23 * 60;
  private static final int CLOSES_IN_RAMADAN = 24 * 60 - 1;

  /** Centres of the peaks of a day, in minutes: morning, noon and evening. */
  private static final double[] PEAKS = {9 * 60, 13 * 60 + 20, 18 * 60 + 50};

  private static final double[] SPREADS = {55, 50, 105};

  private Hours() {}

  /** Minutes since midnight. */
  static int minute(Weather day, Rhythm rhythm, Dice dice) {
    if (day.ramadan()) {
      // After the fast is broken: soon after sunset, or late in the evening.
      double after = dice.chance(0.6) ? dice.gamma(2.5) * 70 : dice.between(120, 340);
      return Math.clamp((long) (day.sunset() + after), day.sunset(), CLOSES_IN_RAMADAN);
    }
    int peak = dice.weighted(weights(day, rhythm));
    double later = day.holiday() && peak == 0 ? 85 : 0;
    double minute = PEAKS[peak] + later + SPREADS[peak] * dice.normal();
    // Who would have come before or after hours comes at some other hour of theirs.
    return minute < OPENS || minute >= CLOSES ? (int) dice.between(OPENS, CLOSES) : (int) minute;
  }

  private static double[] weights(Weather day, Rhythm rhythm) {
    return switch (rhythm) {
      case OFFICE -> new double[] {6.5, 2, 1.5};
      case WEEKEND -> new double[] {day.holiday() ? 3.5 : 1, 1.5, 5};
      case ANY -> new double[] {day.holiday() ? 2 : 3, 2, 5};
    };
  }
}
