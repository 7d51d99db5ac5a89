package club.vafa.memberships;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.Plan.State;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The plans in force, all together, for those who change a whole program in one transaction. */
@Component
public class LivePlans {
  private final PlanStore store;
  private final Plans plans;

  LivePlans(PlanStore store, Plans plans) {
    this.store = store;
    this.plans = plans;
  }

  /** The plans that can be joined, as they stand in the running transaction. */
  public List<Plan> of(ClubId club) {
    return store.all(club).stream().filter(Plan::live).toList();
  }

  /** The codes of all plans, drafts and those that have ended among them. */
  public Set<String> codes(ClubId club) {
    Set<String> codes = new HashSet<>();
    store.all(club).forEach(plan -> codes.add(plan.code()));
    return codes;
  }

  /** The codes of what all these plans entitle to. */
  public Set<String> entitlements(ClubId club) {
    Set<String> codes = new HashSet<>();
    store
        .all(club)
        .forEach(plan -> plan.terms().entitlements().forEach(one -> codes.add(one.code())));
    return codes;
  }

  /** What is wrong with a plan, whoever wants it. */
  public List<Refusal> against(String code, PlanTerms terms) {
    return Plans.against(code, terms);
  }

  /**
   * Puts a plan into force: a new one, changed terms for periods to come, or one that had ended,
   * which can be joined again.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Plan> put(ClubId club, String code, PlanTerms terms, String actor) {
    Optional<Plan> before = store.byCode(club, code);
    return before.isPresent()
        ? plans.reopen(club, before.get(), terms, actor)
        : plans.draft(club, code, terms).then(draft -> plans.publish(club, draft.id(), actor));
  }

  /** Closes a plan to new members; what runs ends with its period. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Plan> end(ClubId club, String code) {
    Optional<Plan> found = store.byCode(club, code).filter(plan -> plan.state() == State.LIVE);
    return found.isEmpty()
        ? Outcome.refused(Refusal.of(MembershipCode.PLAN_NOT_FOUND))
        : plans.end(club, found.get().id());
  }
}
