package club.vafa.kernel;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.List;

/** The names of the twelve months of a calendar. */
public final class Months {
  private static final int ALL = 12;

  /** What ICU has for them are the Persian names, misread from Latin letters. */
  private static final List<String> JALALI_IN_ARABIC =
      List.of(
          "فروردين",
          "أرديبهشت",
          "خرداد",
          "تير",
          "مرداد",
          "شهريور",
          "مهر",
          "آبان",
          "آذر",
          "دي",
          "بهمن",
          "إسفند");

  private Months() {}

  public static List<String> of(CalendarKind calendar, Language language) {
    if (calendar == CalendarKind.JALALI && language == Language.AR) {
      return JALALI_IN_ARABIC;
    }
    ULocale locale = new ULocale(language.code() + "@calendar=" + calendar.type());
    return List.of(new DateFormatSymbols(locale).getMonths()).subList(0, ALL);
  }
}
