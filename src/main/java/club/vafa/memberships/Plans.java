package club.vafa.memberships;

import static java.util.stream.Collectors.toUnmodifiableMap;

import club.vafa.feed.Feed;
import club.vafa.installation.Remembered;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.Plan.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The plans of a club: drafted, live, changed for periods to come, ended. */
@Component
public class Plans {
  private static final int MOST_KEPT = 10_000;

  private final PlanStore store;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;
  private final Remembered<Map<PlanId, Plan>> published = new Remembered<>();
  private final Map<Version, PlanTerms> versions = new ConcurrentHashMap<>();

  Plans(PlanStore store, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  private record Version(ClubId club, PlanId plan, int version) {}

  /** Keeps a new plan as a draft. */
  @Transactional
  public Outcome<Plan> draft(ClubId club, String code, PlanTerms terms) {
    List<Refusal> faults = against(code, terms);
    if (!faults.isEmpty()) {
      return Outcome.refused(faults);
    }
    Instant now = clock.instant();
    Plan plan = new Plan(new PlanId(ids.next()), code, State.DRAFT, 0, terms, now, now);
    return store.insert(club, plan)
        ? Outcome.done(plan)
        : Outcome.refused(
            Refusal.at("/code", MembershipCode.PLAN_CODE_TAKEN, Map.of("value", code)));
  }

  static List<Refusal> against(String code, PlanTerms terms) {
    List<Refusal> faults = new ArrayList<>();
    if (!PlanTerms.isCode(code)) {
      faults.add(Refusal.at("/code", MembershipCode.PLAN_CODE_FORM));
    }
    faults.addAll(terms.faults());
    return faults;
  }

  /** A plan as somebody wants it to be. */
  public record Wanted(PlanId id, String code, PlanTerms terms) {}

  /**
   * Changes what a plan says. Of a live plan it holds for periods that begin from now on; whoever
   * has paid keeps the terms they paid for until their period ends.
   */
  @Transactional
  public Outcome<Plan> change(ClubId club, Wanted wanted, String actor) {
    return locked(club, wanted.id())
        .then(plan -> {
          if (!plan.code().equals(wanted.code())) {
            return Outcome.refused(Refusal.at("/code", MembershipCode.PLAN_CODE_FIXED));
          }
          List<Refusal> faults = wanted.terms().faults();
          return faults.isEmpty() ? Outcome.done(plan) : Outcome.refused(faults);
        })
        .map(plan -> {
          boolean live = plan.live();
          Plan changed = with(plan, plan.state(), live ? plan.version() + 1 : 0, wanted.terms());
          return save(club, changed, actor, "plan.changed");
        });
  }

  /** Opens a draft for joining. */
  @Transactional
  public Outcome<Plan> publish(ClubId club, PlanId id, String actor) {
    return locked(club, id)
        .then(plan ->
            plan.live()
                ? Outcome.refused(Refusal.of(MembershipCode.PLAN_LIVE))
                : Outcome.done(
                    save(club, with(plan, State.LIVE, 1, plan.terms()), actor, "plan.published")));
  }

  /** Ends a plan: nobody joins any more, and what runs ends with its period. */
  @Transactional
  public Outcome<Plan> end(ClubId club, PlanId id) {
    return locked(club, id)
        .map(plan -> {
          Plan ended = with(plan, State.ENDED, plan.version(), plan.terms());
          store.update(club, ended);
          published.forget(club);
          feed.append(club, "plan.ended", id.value(), null, clock.instant());
          return ended;
        });
  }

  /** A plan that may have ended can be joined under these terms from now on. */
  Outcome<Plan> reopen(ClubId club, Plan known, PlanTerms terms, String actor) {
    Plan plan = store.lock(club, known.id()).orElseThrow();
    List<Refusal> faults = terms.faults();
    String kind = plan.live() ? "plan.changed" : "plan.published";
    return faults.isEmpty()
        ? Outcome.done(save(club, with(plan, State.LIVE, plan.version() + 1, terms), actor, kind))
        : Outcome.refused(faults);
  }

  private Outcome<Plan> locked(ClubId club, PlanId id) {
    Optional<Plan> found = store.lock(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(MembershipCode.PLAN_NOT_FOUND));
    }
    return found.get().state() == State.ENDED
        ? Outcome.refused(Refusal.of(MembershipCode.PLAN_ENDED))
        : Outcome.done(found.get());
  }

  private Plan with(Plan plan, State state, int version, PlanTerms terms) {
    return new Plan(
        plan.id(), plan.code(), state, version, terms, plan.createdAt(), clock.instant());
  }

  private Plan save(ClubId club, Plan plan, String actor, String kind) {
    store.update(club, plan);
    if (plan.version() > 0) {
      store.keep(club, plan, actor, plan.updatedAt());
      feed.append(club, kind, plan.id().value(), null, plan.updatedAt());
    }
    published.forget(club);
    return plan;
  }

  public Optional<Plan> find(ClubId club, PlanId id) {
    return store.find(club, id);
  }

  public Optional<Plan> byCode(ClubId club, String code) {
    return store.byCode(club, code);
  }

  /** Plans by code, those after the given code. */
  public List<Plan> list(ClubId club, String afterCode, int limit) {
    return store.list(club, afterCode, limit);
  }

  /** The plans that are or were live, at most a second old; a club without any has none of this. */
  Map<PlanId, Plan> published(ClubId club) {
    return published.get(
        club, () -> store.published(club).stream().collect(toUnmodifiableMap(Plan::id, p -> p)));
  }

  /** What a version of a plan said, which never changes. */
  PlanTerms terms(ClubId club, PlanId plan, int version) {
    if (versions.size() > MOST_KEPT) {
      versions.clear();
    }
    Function<Version, PlanTerms> read = _ -> store.terms(club, plan, version);
    return versions.computeIfAbsent(new Version(club, plan, version), read);
  }

  /** The plan as it stands in the running transaction. */
  Plan get(ClubId club, PlanId id) {
    return store.find(club, id).orElseThrow();
  }
}
