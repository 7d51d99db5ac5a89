package club.vafa.memberships.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.memberships.Memberships.Detail;
import club.vafa.memberships.Savings;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a membership gave in a period as the API tells it.
 *
 * @param difference what was saved beyond the fee; below zero as long as the fee is more
 */
record SavingsView(
    String membership,
    String plan,
    int period,
    LocalDate begins,
    LocalDate ends,
    Money fee,
    Money discounts,
    Money worth,
    Money saved,
    Money difference,
    long sales,
    String sentence) {
  private static final long MILLIS_A_DAY = 86_400_000L;

  /** Who is told, in which words. */
  record Reader(Language language, Sentences sentences) {}

  static SavingsView of(Club club, Detail detail, Savings savings, Reader reader) {
    return new SavingsView(
        detail.membership().id().toString(),
        detail.plan().code(),
        savings.period(),
        savings.begins(),
        savings.ends(),
        money(club, savings.fee()),
        money(club, savings.discounts()),
        money(club, savings.worth()),
        money(club, savings.saved()),
        money(club, savings.difference()),
        savings.sales(),
        sentence(club, detail, savings, reader));
  }

  private static Money money(Club club, long minor) {
    return new Money(minor, club.currency());
  }

  private static String sentence(Club club, Detail detail, Savings savings, Reader reader) {
    Language language = reader.language();
    long difference = savings.difference();
    return reader
        .sentences()
        .text(
            language,
            "memberships.savings",
            Map.of(
                "plan",
                detail.terms().name(language, detail.plan().code()),
                "begins",
                date(club, language, savings.begins()),
                "last",
                date(club, language, savings.ends().minusDays(1)),
                "saved",
                said(language, money(club, savings.saved())),
                "fee",
                said(language, money(club, savings.fee())),
                "difference",
                said(language, money(club, Math.abs(difference))),
                "case",
                savings.fee() == 0 ? "free" : difference >= 0 ? "more" : "less"));
  }

  private static String said(Language language, Money money) {
    boolean whole = money.decimal().stripTrailingZeros().scale() <= 0;
    return NumberFormatter.withLocale(ULocale.forLocale(language.locale()))
        .unit(Currency.getInstance(money.currency().getCurrencyCode()))
        .unitWidth(UnitWidth.FULL_NAME)
        .precision(
            Precision.fixedFraction(
                whole ? 0 : Math.min(Amount.MOST_DECIMALS, Money.decimals(money.currency()))))
        .format(money.decimal())
        .toString();
  }

  /** Day, month and year in the club's calendar. */
  private static String date(Club club, Language language, LocalDate day) {
    ULocale locale = new ULocale(language.code() + "@calendar=" + type(club.calendar()));
    DateFormat format = DateFormat.getDateInstance(DateFormat.LONG, locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(day.toEpochDay() * MILLIS_A_DAY);
  }

  private static String type(CalendarKind calendar) {
    return switch (calendar) {
      case GREGORIAN -> "gregorian";
      case JALALI -> "persian";
      case HIJRI -> "islamic-umalqura";
    };
  }
}
