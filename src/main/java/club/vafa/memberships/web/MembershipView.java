package club.vafa.memberships.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Money;
import club.vafa.memberships.Cover.Allowance;
import club.vafa.memberships.Membership;
import club.vafa.memberships.Membership.Span;
import club.vafa.memberships.Membership.State;
import club.vafa.memberships.Memberships.Detail;
import club.vafa.memberships.PlanTerms.Entitlement;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A membership as the API tells it.
 *
 * @param next the period after this one, when its fee was paid early
 * @param due the fee that is awaited, and until when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembershipView(
    String id,
    String member,
    String plan,
    State state,
    SpanView period,
    @Nullable SpanView next,
    @Nullable DueView due,
    @Nullable LocalDate pausedUntil,
    boolean ending,
    Money refund,
    List<AllowanceView> entitlements,
    Instant joinedAt) {

  /** A period; {@code ends} is the first day that it does not cover. */
  record SpanView(
      int number, LocalDate begins, LocalDate ends, boolean trial, Money fee, Money paid) {
    static SpanView of(Club club, Span span) {
      return new SpanView(
          span.number(),
          span.begins(),
          span.ends(),
          span.trial(),
          new Money(span.fee(), club.currency()),
          new Money(span.paid(), club.currency()));
    }
  }

  /** A fee that is awaited. */
  record DueView(Money fee, LocalDate until, int failed) {}

  /** Something it entitles to; without a limit there is neither used nor left. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AllowanceView(
      String code,
      Map<String, String> names,
      PlanView.@Nullable UseLimitView limit,
      @Nullable Long used,
      @Nullable Long left) {
    static AllowanceView of(Entitlement one, @Nullable Allowance allowance) {
      Allowance counted = allowance != null && allowance.limited() ? allowance : null;
      return new AllowanceView(
          one.code(),
          PlanView.texts(one.names()),
          PlanView.UseLimitView.of(one.limit()),
          counted == null ? null : counted.used(),
          counted == null ? null : counted.left());
    }
  }

  static MembershipView of(Club club, Detail detail) {
    Membership one = detail.membership();
    Span ahead = one.ahead();
    return new MembershipView(
        one.id().toString(),
        one.member().toString(),
        detail.plan().code(),
        one.state(),
        SpanView.of(club, one.span()),
        ahead == null ? null : SpanView.of(club, ahead),
        due(club, one),
        one.pause().ends(),
        one.ending(),
        new Money(one.refund(), club.currency()),
        detail.terms().entitlements().stream()
            .map(each -> AllowanceView.of(each, detail.allowances().get(each.code())))
            .toList(),
        one.joinedAt());
  }

  private static @Nullable DueView due(Club club, Membership one) {
    LocalDate grace = one.dunning().graceEnds();
    LocalDate until = one.state() == State.PENDING ? one.span().ends() : grace;
    return until == null
        ? null
        : new DueView(new Money(one.span().fee(), club.currency()), until, one.dunning().tries());
  }
}
