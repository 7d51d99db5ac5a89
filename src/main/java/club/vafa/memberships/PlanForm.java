package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.memberships.PlanTerms.Cancelling;
import club.vafa.memberships.PlanTerms.Each;
import club.vafa.memberships.PlanTerms.Entitlement;
import club.vafa.memberships.PlanTerms.Limit;
import club.vafa.memberships.PlanTerms.Period;
import club.vafa.memberships.PlanTerms.Renewal;
import club.vafa.memberships.PlanTerms.Sharing;
import club.vafa.memberships.PlanTerms.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A plan as its owner writes it. */
public record PlanForm(
    @Nullable String code,
    @Nullable Map<String, @Nullable String> names,
    @Nullable Map<String, @Nullable String> descriptions,
    @Nullable MoneyRequest fee,
    @Nullable PlanPeriodRequest period,
    @Nullable Integer trialDays,
    @Nullable Renewal renewal,
    @Nullable Integer graceDays,
    @Nullable Integer tries,
    @Nullable Integer pauseDays,
    @Nullable Cancelling cancelling,
    @Nullable SharingRequest sharing,
    @Nullable List<@Nullable EntitlementRequest> entitlements) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 2000;
  private static final int MOST_ENTITLEMENTS = 50;
  static final int USUAL_TRIES = 3;

  /** So many days, months or years. */
  public record PlanPeriodRequest(@Nullable Integer count, @Nullable Each each) {}

  /** How many of the household have it too. */
  public record SharingRequest(@Nullable Integer adults, @Nullable Integer children) {}

  /** Something the plan entitles to. */
  public record EntitlementRequest(
      @Nullable String code,
      @Nullable Map<String, @Nullable String> names,
      @Nullable UseLimitRequest limit) {}

  /** So many uses in each stretch of time. */
  public record UseLimitRequest(@Nullable Integer uses, @Nullable Window each) {}

  public static PlanForm of(Club club, String code, PlanTerms terms) {
    return new PlanWriter(club).form(code, terms);
  }

  public String codeOrNothing() {
    return code == null ? "" : code;
  }

  /** What the plan says, or what is wrong with the way it is written. */
  public Outcome<PlanTerms> read(Club club) {
    Input input = new Input();
    PlanPeriodRequest lasting = input.required("/period", period);
    PlanTerms terms =
        new PlanTerms(
            texts(input, "/names", names, LONGEST_NAME),
            texts(input, "/descriptions", descriptions, LONGEST_DESCRIPTION),
            fee(input, club),
            new Period(
                lasting == null || lasting.count() == null ? 1 : lasting.count(),
                each(input, lasting)),
            number(trialDays, 0),
            Objects.requireNonNullElse(renewal, Renewal.BY_HAND),
            number(graceDays, 0),
            number(tries, USUAL_TRIES),
            number(pauseDays, 0),
            Objects.requireNonNullElse(cancelling, Cancelling.PERIOD_END),
            sharing == null
                ? new Sharing(0, 0)
                : new Sharing(number(sharing.adults(), 0), number(sharing.children(), 0)),
            entitlements(input));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(terms);
  }

  private static Each each(Input input, @Nullable PlanPeriodRequest period) {
    Each each = period == null ? Each.MONTH : input.required("/period/each", period.each());
    return each == null ? Each.MONTH : each;
  }

  private static int number(@Nullable Integer sent, int otherwise) {
    return sent == null ? otherwise : sent;
  }

  private long fee(Input input, Club club) {
    Money read = MoneyRequest.read(input, "/fee", input.required("/fee", fee));
    if (read != null && !read.currency().equals(club.currency())) {
      input.refuse(
          "/fee/currency",
          MembershipCode.MEMBERSHIP_CURRENCY,
          Map.of("currency", club.currency().getCurrencyCode()));
    }
    return read == null ? 0 : read.minor();
  }

  private List<Entitlement> entitlements(Input input) {
    List<@Nullable EntitlementRequest> sent = entitlements == null ? List.of() : entitlements;
    if (sent.size() > MOST_ENTITLEMENTS) {
      input.refuse("/entitlements", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ENTITLEMENTS));
      return List.of();
    }
    List<Entitlement> read = new ArrayList<>();
    for (int at = 0; at < sent.size(); at++) {
      String pointer = "/entitlements/" + at;
      EntitlementRequest one = input.required(pointer, sent.get(at));
      if (one != null) {
        read.add(
            new Entitlement(
                one.code() == null ? "" : one.code(),
                texts(input, pointer + "/names", one.names(), LONGEST_NAME),
                limit(input, pointer + "/limit", one.limit())));
      }
    }
    return read;
  }

  private static @Nullable Limit limit(
      Input input, String pointer, @Nullable UseLimitRequest sent) {
    if (sent == null) {
      return null;
    }
    Integer uses = input.required(pointer + "/uses", sent.uses());
    return new Limit(
        uses == null ? 1 : uses, Objects.requireNonNullElse(sent.each(), Window.PERIOD));
  }

  private static Map<Language, String> texts(
      Input input, String pointer, @Nullable Map<String, @Nullable String> sent, int longest) {
    Map<Language, String> read = new EnumMap<>(Language.class);
    if (sent != null) {
      sent.forEach((code, text) -> {
        Language language = Language.of(code);
        if (!language.code().equals(code)) {
          input.refuse(
              pointer,
              InputCode.UNKNOWN_VALUE,
              Map.of("value", Input.shortened(code), "allowed", "en, fa, ar"));
        }
        read.put(language, input.text(pointer + "/" + Input.shortened(code), text, longest));
      });
    }
    return read;
  }
}
