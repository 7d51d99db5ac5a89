package club.vafa.kernel;

import club.vafa.kernel.CalendarKind.Parts;
import com.ibm.icu.number.IntegerWidth;
import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.GroupingStrategy;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Numbers, money, days and lists as one language writes them. Safe for many threads. */
public final class Speech {
  private static final int MOST_LISTED = 8;
  private static final String RIAL_IN_ARABIC = "ريال";

  private final Language language;
  private final ULocale locale;
  private final LocalizedNumberFormatter numbers;
  private final LocalizedNumberFormatter twoDigits;
  private final LocalizedNumberFormatter percents;
  private final ListFormatter or;
  private final ListFormatter and;

  /** Formatters are dear to make and quick to use. */
  private final Map<MoneyForm, LocalizedNumberFormatter> moneys = new ConcurrentHashMap<>();

  /** What money in rial is told in; null when in rial. */
  private final @Nullable String toman;

  private record MoneyForm(java.util.Currency currency, UnitWidth width, boolean whole) {}

  public Speech(Language language) {
    this(language, null);
  }

  private Speech(Language language, @Nullable String toman) {
    this.language = language;
    this.toman = toman;
    this.locale = ULocale.forLocale(language.locale());
    this.numbers =
        NumberFormatter.withLocale(locale).precision(Precision.maxFraction(Amount.MOST_DECIMALS));
    this.twoDigits = NumberFormatter.withLocale(locale).integerWidth(IntegerWidth.zeroFillTo(2));
    this.percents = numbers.unit(MeasureUnit.PERCENT);
    this.or = ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE);
    this.and = ListFormatter.getInstance(locale, ListFormatter.Type.AND, ListFormatter.Width.WIDE);
  }

  public Language language() {
    return language;
  }

  /** The same that tells money in rial as toman, by the word for it. */
  public Speech inToman(String word) {
    return new Speech(language, word);
  }

  public String number(BigDecimal value) {
    return numbers.format(value).toString();
  }

  public String number(long minor, int decimals) {
    return number(BigDecimal.valueOf(minor, decimals));
  }

  /** All decimals of the currency or, for whole amounts, none. */
  public String money(Money money) {
    return money(money, UnitWidth.FULL_NAME);
  }

  /** The same with the sign of the currency instead of its name. */
  public String price(Money money) {
    return money(money, UnitWidth.NARROW);
  }

  private String money(Money money, UnitWidth width) {
    if (toman != null && Toman.suits(money.currency())) {
      return number(Toman.of(money)) + "\u00A0" + toman;
    }
    boolean whole = money.decimal().stripTrailingZeros().scale() <= 0;
    // Nobody in Iran says whose rial it is.
    boolean own = Toman.suits(money.currency());
    if (language == Language.AR && own) {
      return withWord(money);
    }
    if (language == Language.FA && ((own && whole) || width == UnitWidth.NARROW)) {
      return withWord(money);
    }
    return moneys
        .computeIfAbsent(new MoneyForm(money.currency(), width, whole), this::formatter)
        .format(money.decimal())
        .toString();
  }

  /**
   * Persian, and Arabic in Iran, say the number first and then what it is counted in, as it does
   * with toman. A minus brings a mark that makes browsers take the whole for a text from left to
   * right; another one before it keeps them from that.
   */
  private String withWord(Money money) {
    String number = number(money.decimal());
    return (money.minor() < 0 ? "\u200F" : "") + number + "\u00A0" + sign(money.currency());
  }

  private LocalizedNumberFormatter formatter(MoneyForm form) {
    int decimals = form.whole() ? 0 : Money.decimals(form.currency());
    return NumberFormatter.withLocale(locale)
        .unit(Currency.getInstance(form.currency().getCurrencyCode()))
        .unitWidth(form.width())
        .precision(Precision.fixedFraction(decimals));
  }

  /** How the money of a currency is marked, as its prices are. */
  public String sign(java.util.Currency currency) {
    if (toman != null && Toman.suits(currency)) {
      return toman;
    }
    if (language == Language.AR && Toman.suits(currency)) {
      return RIAL_IN_ARABIC;
    }
    return Currency.getInstance(currency.getCurrencyCode())
        .getName(locale, Currency.NARROW_SYMBOL_NAME, new boolean[1]);
  }

  /** Of millionths. */
  public String percent(long millionths) {
    return percents.format(BigDecimal.valueOf(millionths, 4)).toString();
  }

  /** Day and time of day in the calendar and zone. */
  public String dateTime(ZonedDateTime at, CalendarKind calendar) {
    String comma = language.rightToLeft() ? "\u060C " : ", ";
    return date(at.toLocalDate(), calendar)
        + comma
        + timeOfDay(at.getHour() * 60L + at.getMinute());
  }

  public String timeOfDay(long minutes) {
    return twoDigits.format(minutes / 60) + ":" + twoDigits.format(minutes % 60);
  }

  /** The name of a day of the week by the first three letters of its English name. */
  public String weekday(String code) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().toLowerCase(java.util.Locale.ROOT).startsWith(code)) {
        return weekday(day);
      }
    }
    return code;
  }

  public String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
  }

  /** Day, month and year in the club's calendar. */
  public String date(LocalDate date, CalendarKind calendar) {
    Parts parts = calendar.parts(date);
    return monthDay(parts.month(), parts.day(), calendar) + " " + year(parts.year());
  }

  /** The same in numbers, as people type it: {@code 2026-03-21} or {@code ۱۴۰۵/۰۱/۰۱}. */
  public String typedDate(LocalDate date, CalendarKind calendar) {
    Parts parts = calendar.parts(date);
    String between = calendar == CalendarKind.GREGORIAN ? "-" : "/";
    return String.join(
        between,
        year(parts.year()),
        twoDigits.format(parts.month()).toString(),
        twoDigits.format(parts.day()).toString());
  }

  private String year(int year) {
    return numbers.grouping(GroupingStrategy.OFF).format(year).toString();
  }

  /** A day of every year in some calendar. */
  public String monthDay(int month, int day, CalendarKind calendar) {
    return numbers.format(day) + " " + Months.of(calendar, language).get(month - 1);
  }

  public String anyOf(Collection<String> texts) {
    return list(or, texts);
  }

  public String allOf(Collection<String> texts) {
    return list(and, texts);
  }

  /** A list of a thousand items is not read out. */
  private static String list(ListFormatter format, Collection<String> texts) {
    if (texts.size() <= MOST_LISTED) {
      return format.format(texts);
    }
    return String.join(", ", texts.stream().limit(MOST_LISTED).toList()) + " …";
  }
}
