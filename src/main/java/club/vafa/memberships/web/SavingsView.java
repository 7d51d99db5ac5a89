package club.vafa.memberships.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.memberships.Memberships.Detail;
import club.vafa.memberships.Savings;
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
    Speech speech = new Speech(language);
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
                speech.date(savings.begins(), club.calendar()),
                "last",
                speech.date(savings.ends().minusDays(1), club.calendar()),
                "saved",
                speech.money(money(club, savings.saved())),
                "fee",
                speech.money(money(club, savings.fee())),
                "difference",
                speech.money(money(club, Math.abs(difference))),
                "case",
                savings.fee() == 0 ? "free" : difference >= 0 ? "more" : "less"));
  }
}
