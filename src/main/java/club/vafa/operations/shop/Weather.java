package club.vafa.operations.shop;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.operations.shop.Person.Rhythm;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * How a day is for a café in Tehran: which day of the week, which season, a holiday, a day of
 * Ramadan. Solar feasts follow the Jalali calendar, religious ones the Hijri calendar.
 *
 * @param busyness beside an ordinary day, which has 1
 * @param holiday whether offices are closed
 * @param warmth from -1 in the coldest weeks to 1 in the hottest
 * @param sunset minutes since midnight; in Ramadan the café opens then
 */
public record Weather(
    LocalDate date, double busyness, boolean holiday, boolean ramadan, double warmth, int sunset) {
  private static final double[] MONTHS = {
    0.84, 1.05, 1.0, 0.92, 0.9, 0.95, 1.06, 1.1, 1.1, 1.04, 1.05, 1.18
  };

  /** Days of the solar year, month times 100 plus day, that are unlike their neighbours. */
  private static final Map<Integer, Double> SOLAR =
      Map.ofEntries(
          Map.entry(101, 0.3),
          Map.entry(102, 0.4),
          Map.entry(103, 0.5),
          Map.entry(104, 0.6),
          Map.entry(113, 0.45),
          Map.entry(314, 0.5),
          Map.entry(315, 0.6),
          Map.entry(930, 2.2),
          Map.entry(1122, 1.2),
          Map.entry(1125, 1.5),
          Map.entry(1229, 0.8));

  /** The same for the lunar year: the days of mourning are quiet, the feasts are not. */
  private static final Map<Integer, Double> LUNAR =
      Map.of(
          109, 0.3, 110, 0.2, 220, 0.35, 228, 0.35, 317, 1.3, 921, 0.35, 1001, 1.4, 1002, 1.3, 1210,
          1.1, 1218, 1.2);

  static Weather of(LocalDate date) {
    Parts solar = CalendarKind.JALALI.parts(date);
    Parts lunar = CalendarKind.HIJRI.parts(date);
    Double feast = SOLAR.get(solar.month() * 100 + solar.day());
    Double moon = LUNAR.get(lunar.month() * 100 + lunar.day());
    boolean ramadan = lunar.month() == 9;
    boolean nowruz = solar.month() == 1 && solar.day() <= 13;
    double busyness = MONTHS[solar.month() - 1] * weekday(date.getDayOfWeek());
    busyness *= nowruz ? 0.75 : 1;
    busyness *= ramadan ? 0.72 : 1;
    busyness *= feast == null ? 1 : feast;
    busyness *= moon == null ? 1 : moon;
    boolean holiday =
        date.getDayOfWeek() == DayOfWeek.FRIDAY
            || (nowruz && solar.day() <= 4)
            || (feast != null && solar.month() != 9)
            || moon != null;
    double turn = 2 * StrictMath.PI * (date.getDayOfYear() - 81) / 365;
    return new Weather(
        date,
        busyness,
        holiday,
        ramadan,
        StrictMath.sin(turn - 0.5),
        (int) (18 * 60 + 9 + 75 * StrictMath.sin(turn)));
  }

  /** The week begins on Saturday; Thursday and Friday are its end. */
  private static double weekday(DayOfWeek day) {
    return switch (day) {
      case SATURDAY -> 0.9;
      case SUNDAY -> 0.86;
      case MONDAY -> 0.88;
      case TUESDAY -> 0.92;
      case WEDNESDAY -> 1.02;
      case THURSDAY -> 1.28;
      case FRIDAY -> 1.2;
    };
  }

  /** How likely somebody of this rhythm comes, beside an ordinary day. */
  double pull(Rhythm rhythm) {
    boolean thursday = date.getDayOfWeek() == DayOfWeek.THURSDAY;
    return switch (rhythm) {
      case OFFICE -> busyness * (holiday ? 0.12 : thursday ? 0.55 : 1.25);
      case WEEKEND -> busyness * (holiday || thursday ? 2 : 0.55);
      case ANY -> busyness;
    };
  }
}
