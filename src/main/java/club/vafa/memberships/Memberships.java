package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.memberships.Cover.Allowance;
import club.vafa.memberships.Membership.Change;
import club.vafa.memberships.MembershipStore.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is on which plan: joined, paid, paused, cancelled, and what it gives. The payer's row is
 * locked before the membership's, as the main act does it.
 */
@Component
public class Memberships {
  /** The order the database sorts ids in. */
  private static final Comparator<MembershipId> BY_ID =
      Comparator.comparing(MembershipId::toString);

  private final MembershipStore store;
  private final ChangeStore changes;
  private final Paying paying;
  private final BenefitStore gains;
  private final Benefits benefits;
  private final PastBenefits past;
  private final Lives lives;
  private final Plans plans;
  private final Members members;
  private final Ids ids;
  private final Clock clock;

  Memberships(
      MembershipStore store,
      ChangeStore changes,
      Paying paying,
      BenefitStore gains,
      Benefits benefits,
      PastBenefits past,
      Lives lives,
      Plans plans,
      Members members,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.changes = changes;
    this.paying = paying;
    this.gains = gains;
    this.benefits = benefits;
    this.past = past;
    this.lives = lives;
    this.plans = plans;
    this.members = members;
    this.ids = ids;
    this.clock = clock;
  }

  /** Somebody who joins; without a payment the trial begins, or the first fee is awaited. */
  public record Joining(MemberId member, String plan, @Nullable Payment payment, String actor) {}

  /** A membership with what its plan says and what is left of what it entitles to. */
  public record Detail(
      Membership membership, Plan plan, PlanTerms terms, Map<String, Allowance> allowances) {}

  @Transactional
  public Outcome<Membership> join(Club club, Joining wanted) {
    Optional<Plan> found = plans.byCode(club.id(), wanted.plan());
    if (found.isEmpty() || found.get().state() == Plan.State.DRAFT) {
      return Outcome.refused(
          Refusal.at("/plan", MembershipCode.PLAN_UNKNOWN, Map.of("value", wanted.plan())));
    }
    Plan plan = found.get();
    MemberRow row = members.lock(club.id(), List.of(wanted.member())).get(wanted.member());
    if (row == null || row.refusal().isPresent()) {
      return Outcome.refused(
          row == null
              ? Refusal.at("/member", MemberCode.MEMBER_NOT_FOUND)
              : row.refusal().orElseThrow().under("/member"));
    }
    Optional<MembershipId> open = store.open(club.id(), wanted.member(), plan.id());
    if (open.isPresent()) {
      return again(club, open.get(), wanted.payment());
    }
    if (!plan.live()) {
      return Outcome.refused(Refusal.at("/plan", MembershipCode.PLAN_ENDED));
    }
    return begin(club, plan, wanted);
  }

  /** Joining twice is refused, unless it is the same payment that is told twice. */
  private Outcome<Membership> again(Club club, MembershipId open, @Nullable Payment payment) {
    boolean same = payment != null && paying.known(club, payment).filter(open::equals).isPresent();
    return same
        ? Outcome.done(store.find(club.id(), open).orElseThrow())
        : Outcome.refused(
            Refusal.at(
                "", MembershipCode.MEMBERSHIP_EXISTS, Map.of("membership", open.toString())));
  }

  private Outcome<Membership> begin(Club club, Plan plan, Joining wanted) {
    Instant now = clock.instant();
    Payment payment = wanted.payment();
    boolean tries = payment == null && !store.hadTrial(club.id(), wanted.member(), plan.id());
    MembershipId id = new MembershipId(ids.next());
    Life life =
        lives.open(
            club,
            plan,
            Membership.awaiting(id, new Membership.Wish(wanted.member(), now), plan, club));
    life.begin(club.day(now), tries);
    if (payment == null) {
      lives.insert(life, wanted.actor());
      return Outcome.done(life.after());
    }
    return switch (paying.fee(life, payment)) {
      case Refused<Long>(List<Refusal> refusals) ->
          Outcome.refused(refusals.stream().map(Memberships::ofPayment).toList());
      case Done<Long>(Long fee) -> {
        lives.insert(life, wanted.actor());
        yield Outcome.done(paying.settle(life, payment, fee, wanted.actor()));
      }
    };
  }

  private static Refusal ofPayment(Refusal refusal) {
    return refusal.pointer().isEmpty() ? refusal : refusal.under("/payment");
  }

  /**
   * Records what a till or a provider reports of a payment. The same report twice is one, whoever
   * sends it and however many at once.
   */
  @Transactional
  public Outcome<Membership> pay(Club club, MembershipId id, Payment payment, String actor) {
    return locked(club, id)
        .then(life -> {
          if (paying.known(club, payment).filter(id::equals).isPresent()) {
            return Outcome.done(life.after());
          }
          return paying.fee(life, payment).map(fee -> paying.settle(life, payment, fee, actor));
        });
  }

  /** Lets a membership rest for so many days at most. */
  @Transactional
  public Outcome<Membership> pause(Club club, MembershipId id, int days, String actor) {
    return change(club, id, actor, (life, today) -> life.pause(today, days));
  }

  @Transactional
  public Outcome<Membership> resume(Club club, MembershipId id, String actor) {
    return change(club, id, actor, Life::resume);
  }

  /** Cancels at the end of the period, or at once when the plan allows it. */
  @Transactional
  public Outcome<Membership> cancel(Club club, MembershipId id, boolean atOnce, String actor) {
    return change(club, id, actor, (life, today) -> life.cancel(today, atOnce));
  }

  private interface Work {
    Outcome<Life> on(Life life, LocalDate today);
  }

  private Outcome<Membership> change(Club club, MembershipId id, String actor, Work work) {
    return locked(club, id)
        .then(life -> work.on(life, club.day(clock.instant())))
        .map(life -> lives.save(life, actor));
  }

  /** The membership, locked and brought up to now, so that nobody depends on the schedule. */
  private Outcome<Life> locked(Club club, MembershipId id) {
    Optional<Membership> seen = store.find(club.id(), id);
    if (seen.isEmpty()) {
      return Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_NOT_FOUND));
    }
    members.lock(club.id(), List.of(seen.get().member()));
    Life life = lives.open(club, store.lock(club.id(), id).orElseThrow());
    new Dues(life).bringUpTo(club.day(clock.instant()));
    return Outcome.done(life);
  }

  /** Counts a use of an entitlement, or takes it back. */
  @Transactional
  public Outcome<Membership> use(Club club, MembershipId id, NewUse wanted) {
    return locked(club, id)
        .then(life -> {
          Instant until = new Dues(life).coveredUntil();
          return until == null || !until.isAfter(clock.instant())
              ? Outcome.refused(Refusal.of(MembershipCode.MEMBERSHIP_NOT_COVERED))
              : benefits.use(club, life.after(), wanted);
        });
  }

  /** Does what came due in some memberships, the longest due first; how many there were. */
  @Transactional
  public int bringUpTo(Club club, Instant now, int most) {
    List<Due> due = store.due(club.id(), now, most);
    members.lock(club.id(), due.stream().map(Due::member).toList());
    for (MembershipId id : due.stream().map(Due::id).sorted(BY_ID).toList()) {
      Life life = lives.open(club, store.lock(club.id(), id).orElseThrow());
      new Dues(life).bringUpTo(club.day(now));
      lives.save(life, Lives.BY_ITSELF);
    }
    return due.size();
  }

  public Optional<Membership> find(ClubId club, MembershipId id) {
    return store.find(club, id);
  }

  /** Memberships by id, those after the given one; of one member when it is named. */
  public List<Membership> list(
      ClubId club, @Nullable MemberId member, @Nullable UUID after, int limit) {
    return store.list(club, member, after, limit);
  }

  /** Memberships in a state by id, those after the given one. */
  public List<Membership> in(ClubId club, Membership.State state, @Nullable UUID after, int limit) {
    return store.in(club, state, after, limit);
  }

  /** What became of a membership, oldest first. */
  public List<Change> changes(ClubId club, MembershipId id, @Nullable UUID after, int limit) {
    return changes.list(club, id, after, limit);
  }

  public Detail detail(Club club, Membership one) {
    return new Detail(
        one,
        plans.get(club.id(), one.plan()),
        plans.terms(club.id(), one.plan(), one.span().version()),
        benefits.allowances(club, one));
  }

  /** What a membership gave in a period and cost. */
  public Optional<Savings> savings(ClubId club, MembershipId id, int period) {
    return gains.savings(club, id, period);
  }

  /**
   * What covers each of these members now.
   *
   * @param binding whether uses will be counted: then the memberships are locked
   */
  public Map<MemberId, List<Cover>> covers(
      Club club, Collection<MemberId> covered, boolean binding) {
    return benefits.covers(club, covered, binding);
  }

  /** Whom memberships covered when, for a past that is lived through once more. */
  public Map<MemberId, List<PastCover>> past(Club club) {
    return past.covers(club);
  }

  /** Adds what sales gained and used, under the locks of {@link #covers}. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void count(ClubId club, List<Gained> gained, List<Consumed> consumed) {
    gains.gain(club, gained);
    gains.use(club, consumed);
  }
}
