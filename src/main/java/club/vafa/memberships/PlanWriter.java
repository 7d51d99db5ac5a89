package club.vafa.memberships;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.memberships.PlanForm.EntitlementRequest;
import club.vafa.memberships.PlanForm.PlanPeriodRequest;
import club.vafa.memberships.PlanForm.SharingRequest;
import club.vafa.memberships.PlanForm.UseLimitRequest;
import club.vafa.memberships.PlanTerms.Cancelling;
import club.vafa.memberships.PlanTerms.Entitlement;
import club.vafa.memberships.PlanTerms.Limit;
import club.vafa.memberships.PlanTerms.Renewal;
import club.vafa.memberships.PlanTerms.Window;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a plan the way its owner would; what is so by itself is left out. */
final class PlanWriter {
  private final Club club;

  PlanWriter(Club club) {
    this.club = club;
  }

  PlanForm form(String code, PlanTerms terms) {
    int decimals = Money.decimals(club.currency());
    return new PlanForm(
        code,
        texts(terms.names()),
        texts(terms.descriptions()),
        new MoneyRequest(
            new Decimal(new BigDecimal(Amount.plain(terms.fee(), decimals))),
            club.currency().getCurrencyCode()),
        new PlanPeriodRequest(terms.period().count(), terms.period().each()),
        some(terms.trialDays(), 0),
        terms.renewal() == Renewal.BY_HAND ? null : terms.renewal(),
        some(terms.graceDays(), 0),
        some(terms.tries(), PlanForm.USUAL_TRIES),
        some(terms.pauseDays(), 0),
        terms.cancelling() == Cancelling.PERIOD_END ? null : terms.cancelling(),
        terms.sharing().any()
            ? new SharingRequest(
                some(terms.sharing().adults(), 0), some(terms.sharing().children(), 0))
            : null,
        terms.entitlements().stream()
            .<@Nullable EntitlementRequest>map(PlanWriter::entitlement)
            .toList());
  }

  private static @Nullable Integer some(int number, int usual) {
    return number == usual ? null : number;
  }

  private static EntitlementRequest entitlement(Entitlement one) {
    Limit limit = one.limit();
    return new EntitlementRequest(
        one.code(),
        texts(one.names()),
        limit == null
            ? null
            : new UseLimitRequest(
                limit.uses(), limit.each() == Window.PERIOD ? null : limit.each()));
  }

  private static Map<String, @Nullable String> texts(Map<Language, String> texts) {
    return new LinkedHashMap<>(Language.byCode(texts));
  }
}
