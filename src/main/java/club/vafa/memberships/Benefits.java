package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.Household;
import club.vafa.members.Household.Resident;
import club.vafa.members.Household.Role;
import club.vafa.members.Households;
import club.vafa.memberships.BenefitStore.Covering;
import club.vafa.memberships.BenefitStore.Named;
import club.vafa.memberships.BenefitStore.UseKey;
import club.vafa.memberships.Cover.Allowance;
import club.vafa.memberships.PlanTerms.Entitlement;
import club.vafa.memberships.PlanTerms.Limit;
import club.vafa.memberships.PlanTerms.Sharing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom memberships cover and what is left of what they entitle to. */
@Component
class Benefits {
  private final BenefitStore store;
  private final Plans plans;
  private final Households households;
  private final Clock clock;

  Benefits(BenefitStore store, Plans plans, Households households, Clock clock) {
    this.store = store;
    this.plans = plans;
    this.households = households;
    this.clock = clock;
  }

  /**
   * What covers each member now. A club that never had a plan is not asked anything, and only one
   * whose plans are shared is asked for households.
   *
   * @param binding whether what is found will be used: then it is locked
   */
  Map<MemberId, List<Cover>> covers(Club club, Collection<MemberId> members, boolean binding) {
    Map<PlanId, Plan> published = plans.published(club.id());
    if (published.isEmpty() || members.isEmpty()) {
      return Map.of();
    }
    boolean shared =
        published.values().stream()
            .anyMatch(plan -> plan.version() > 1 || plan.terms().sharing().any());
    Map<MemberId, Household> homes = shared ? households.of(club.id(), members) : Map.of();
    Set<MemberId> payers = new HashSet<>(members);
    payers.addAll(homes.keySet());
    Instant now = clock.instant();
    List<Covering> found =
        binding
            ? store.lockCovering(club.id(), payers, now)
            : store.covering(club.id(), payers, now);
    Map<MembershipId, Map<String, Allowance>> allowances = allowances(club, found);
    Map<MemberId, List<Cover>> covers = new HashMap<>();
    for (Covering one : found) {
      Plan plan = published.get(one.plan());
      Sharing sharing = plans.terms(club.id(), one.plan(), one.version()).sharing();
      Cover cover =
          new Cover(
              one.id(),
              plan == null ? plans.get(club.id(), one.plan()).code() : plan.code(),
              one.period(),
              allowances.getOrDefault(one.id(), Map.of()));
      covered(one.payer(), homes.get(one.payer()), sharing)
          .filter(members::contains)
          .forEach(member -> covers.computeIfAbsent(member, _ -> new ArrayList<>()).add(cover));
    }
    return covers;
  }

  /** The payer, and of the household as many as the plan says, the longest there first. */
  static Stream<MemberId> covered(MemberId payer, @Nullable Household home, Sharing sharing) {
    if (home == null || !sharing.any()) {
      return Stream.of(payer);
    }
    Stream<MemberId> with =
        Stream.concat(
            others(home, payer, Role.ADULT).limit(sharing.adults()),
            others(home, payer, Role.CHILD).limit(sharing.children()));
    return Stream.concat(Stream.of(payer), with);
  }

  private static Stream<MemberId> others(Household home, MemberId payer, Role role) {
    return home.residents().stream()
        .filter(one -> one.joined() && one.role() == role && !one.member().equals(payer))
        .map(Resident::member);
  }

  /** What each entitles to today, and how often it was used. */
  Map<MembershipId, Map<String, Allowance>> allowances(Club club, List<Covering> found) {
    LocalDate today = club.day(clock.instant());
    Map<UseKey, Limit> limits = new HashMap<>();
    Map<MembershipId, Map<String, Allowance>> all = new HashMap<>();
    for (Covering one : found) {
      PlanTerms terms = plans.terms(club.id(), one.plan(), one.version());
      Map<String, Allowance> own = new HashMap<>();
      for (Entitlement entitlement : terms.entitlements()) {
        Limit limit = entitlement.limit();
        own.put(entitlement.code(), new Allowance(today, Allowance.UNLIMITED, 0));
        if (limit != null) {
          LocalDate since = limit.since(club, today, one.begins());
          limits.put(new UseKey(one.id(), entitlement.code(), since), limit);
        }
      }
      all.put(one.id(), own);
    }
    Map<UseKey, Long> used = store.used(club.id(), limits.keySet());
    limits.forEach((key, limit) ->
        all.getOrDefault(key.membership(), new HashMap<>())
            .put(
                key.entitlement(),
                new Allowance(key.since(), limit.uses(), used.getOrDefault(key, 0L))));
    return all;
  }

  /** The same for one membership, whether or not it covers anybody now. */
  Map<String, Allowance> allowances(Club club, Membership one) {
    Covering as =
        new Covering(
            one.id(),
            one.member(),
            one.plan(),
            one.span().number(),
            one.span().version(),
            one.span().begins());
    return allowances(club, List.of(as)).getOrDefault(one.id(), Map.of());
  }

  /** Counts a use once for its document, or takes it back. The membership is locked. */
  Outcome<Membership> use(Club club, Membership one, NewUse wanted) {
    Allowance allowance = allowances(club, one).get(wanted.entitlement());
    if (allowance == null) {
      return Outcome.refused(
          Refusal.at(
              "/entitlement",
              MembershipCode.ENTITLEMENT_UNKNOWN,
              Map.of("value", wanted.entitlement())));
    }
    Optional<LocalDate> before =
        store.named(club.id(), one.id(), wanted.entitlement(), wanted.document());
    if (wanted.back() && before.isEmpty()) {
      return Outcome.refused(Refusal.at("/document", MembershipCode.ENTITLEMENT_NOT_USED));
    }
    if (!wanted.back() && before.isEmpty() && allowance.left() == 0) {
      return Outcome.refused(
          Refusal.at(
              "/entitlement",
              MembershipCode.ENTITLEMENT_USED_UP,
              Map.of("limit", allowance.limit())));
    }
    LocalDate since = before.orElse(allowance.since());
    boolean fresh =
        store.name(
            club.id(),
            new Named(
                one.id(),
                wanted.entitlement(),
                wanted.document(),
                wanted.back(),
                since,
                wanted.actor(),
                clock.instant()));
    if (fresh) {
      int uses = wanted.back() ? -1 : 1;
      store.use(club.id(), List.of(new Consumed(one.id(), wanted.entitlement(), since, uses)));
    }
    return Outcome.done(one);
  }
}
