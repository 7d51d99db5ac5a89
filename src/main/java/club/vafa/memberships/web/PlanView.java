package club.vafa.memberships.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.memberships.Plan;
import club.vafa.memberships.PlanTerms;
import club.vafa.memberships.PlanTerms.Cancelling;
import club.vafa.memberships.PlanTerms.Each;
import club.vafa.memberships.PlanTerms.Entitlement;
import club.vafa.memberships.PlanTerms.Limit;
import club.vafa.memberships.PlanTerms.Renewal;
import club.vafa.memberships.PlanTerms.Window;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A plan as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlanView(
    String id,
    String code,
    Plan.State state,
    int version,
    Map<String, String> names,
    Map<String, String> descriptions,
    Money fee,
    PlanPeriodView period,
    int trialDays,
    Renewal renewal,
    int graceDays,
    int tries,
    int pauseDays,
    Cancelling cancelling,
    SharingView sharing,
    List<EntitlementView> entitlements,
    Instant createdAt,
    Instant updatedAt) {

  /** How long a fee lasts. */
  record PlanPeriodView(int count, Each each) {}

  /** How many of the household have it too. */
  record SharingView(int adults, int children) {}

  /** Something the plan entitles to. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntitlementView(String code, Map<String, String> names, @Nullable UseLimitView limit) {}

  /** So many uses in each stretch of time. */
  record UseLimitView(int uses, Window each) {
    static @Nullable UseLimitView of(@Nullable Limit limit) {
      return limit == null ? null : new UseLimitView(limit.uses(), limit.each());
    }
  }

  static PlanView of(Club club, Plan plan) {
    PlanTerms terms = plan.terms();
    return new PlanView(
        plan.id().toString(),
        plan.code(),
        plan.state(),
        plan.version(),
        texts(terms.names()),
        texts(terms.descriptions()),
        new Money(terms.fee(), club.currency()),
        new PlanPeriodView(terms.period().count(), terms.period().each()),
        terms.trialDays(),
        terms.renewal(),
        terms.graceDays(),
        terms.tries(),
        terms.pauseDays(),
        terms.cancelling(),
        new SharingView(terms.sharing().adults(), terms.sharing().children()),
        terms.entitlements().stream().map(PlanView::entitlement).toList(),
        plan.createdAt(),
        plan.updatedAt());
  }

  private static EntitlementView entitlement(Entitlement one) {
    return new EntitlementView(one.code(), texts(one.names()), UseLimitView.of(one.limit()));
  }

  static Map<String, String> texts(Map<Language, String> texts) {
    Map<String, String> byCode = new TreeMap<>();
    texts.forEach((language, text) -> byCode.put(language.code(), text));
    return byCode;
  }
}
