package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Hold;
import club.vafa.ledger.HoldId;
import club.vafa.ledger.Ledger;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.rewards.ClaimStore.Counter;
import club.vafa.rewards.RewardTerms.Limit;
import club.vafa.rewards.RewardTerms.Stock;
import club.vafa.rewards.Rewards.NewClaim;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes claims. The member is locked first, then the counters of the stock; everything is checked
 * before the first of them moves, the balance last of all.
 */
@Component
class Claiming {
  private static final long MOST_PIECES = 100;

  /** A hold without a day by which the reward must be handed over lasts as good as for ever. */
  private static final int LONG_DAYS = 36_500;

  /** The schedule ends an overdue claim and its hold; the hold by itself only when it did not. */
  private static final int SPARE_DAYS = 30;

  private final RewardStore rewards;
  private final ClaimStore claims;
  private final Handing handing;
  private final Standings standings;
  private final Members members;
  private final Ledger ledger;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Claiming(
      RewardStore rewards,
      ClaimStore claims,
      Handing handing,
      Standings standings,
      Members members,
      Ledger ledger,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.rewards = rewards;
    this.claims = claims;
    this.handing = handing;
    this.standings = standings;
    this.members = members;
    this.ledger = ledger;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** All that is known when it comes to booking. */
  private record Decided(
      Club club, Reward reward, RewardTerms terms, NewClaim wanted, Paying paying, Instant at) {
    LocalDate since() {
      Stock stock = terms.stock();
      Period period = stock == null ? Period.EVER : stock.period();
      return period.since(club, at);
    }
  }

  Outcome<Claim> claim(Club club, NewClaim wanted, String actor) {
    if (wanted.quantity() < 1 || wanted.quantity() > MOST_PIECES) {
      return Outcome.refused(
          Refusal.at(
              "/quantity",
              wanted.quantity() < 1 ? InputCode.MUST_BE_POSITIVE : InputCode.TOO_MANY_ITEMS,
              wanted.quantity() < 1 ? Map.of() : Map.of("limit", MOST_PIECES)));
    }
    Optional<Reward> found = find(club, wanted.reward());
    RewardTerms terms = found.map(Reward::published).orElse(null);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.at("/reward", RewardsCode.REWARD_NOT_FOUND));
    }
    if (found.get().state() != Reward.State.LIVE || terms == null) {
      return Outcome.refused(Refusal.at("/reward", RewardsCode.REWARD_NOT_LIVE));
    }
    MemberRow row = members.lock(club.id(), List.of(wanted.member())).get(wanted.member());
    if (row == null) {
      return Outcome.refused(Refusal.at("/member", MemberCode.MEMBER_NOT_FOUND));
    }
    Optional<Refusal> unfit = row.refusal();
    if (unfit.isPresent()) {
      return Outcome.refused(unfit.get());
    }
    Standing standing = standings.of(club, wanted.member());
    Instant at = clock.instant();
    return Paying.of(
            club,
            terms,
            new Paying.Choice(wanted.quantity(), wanted.unit(), wanted.money(), standing))
        .map(paying -> new Decided(club, found.get(), terms, wanted, paying, at))
        .then(decided -> check(decided, standing))
        .then(decided -> book(decided, actor));
  }

  private Optional<Reward> find(Club club, String named) {
    return RewardId.parse(named)
        .map(id -> rewards.find(club.id(), id))
        .orElseGet(() -> rewards.byCode(club.id(), named));
  }

  private Outcome<Decided> check(Decided decided, Standing standing) {
    Club club = decided.club();
    RewardId reward = decided.reward().id();
    RewardTerms terms = decided.terms();
    Limit limit = terms.limit();
    long claimed = 0;
    if (limit != null) {
      Instant from = Offering.start(club, limit.period(), decided.at());
      claimed = claims.claimed(club.id(), decided.wanted().member(), reward, from);
    }
    Fit.Taken taken =
        terms.stock() == null
            ? new Fit.Taken(0, 0)
            : new Fit.Taken(
                claims.take(club.id(), new Counter(reward, "", LocalDate.EPOCH)),
                claims.take(club.id(), new Counter(reward, "", decided.since())));
    Fit.Asking asking =
        new Fit.Asking(
            standing,
            decided.at(),
            decided.wanted().quantity(),
            decided.wanted().session(),
            claimed,
            taken,
            session -> claims.take(club.id(), new Counter(reward, session, LocalDate.EPOCH)));
    return new Fit(terms, asking)
        .against()
        .<Outcome<Decided>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(decided));
  }

  private Outcome<Claim> book(Decided decided, String actor) {
    Club club = decided.club();
    ClaimId id = new ClaimId(ids.next());
    Outcome<Handing.Ready> ready =
        handing.prepare(club, decided.reward(), decided.terms(), decided.wanted().quantity());
    if (ready instanceof Refused<Handing.Ready>(List<Refusal> refusals)) {
      return Outcome.refused(refusals);
    }
    return pay(decided, id, actor)
        .map(paid -> {
          Claim claim = claim(decided, id, paid.hold());
          claims.insert(club.id(), claim);
          claims.insert(club.id(), id, ids.next(), step(claim, actor));
          take(club, claim, claim.quantity());
          ready.map(codes -> handing.handOver(club, codes, claim));
          feed.append(club.id(), "reward.claimed", id.value(), null, decided.at());
          return claim;
        });
  }

  /** What was paid, and the hold on it while the reward is not handed over. */
  private record Paid(@Nullable HoldId hold) {}

  private Outcome<Paid> pay(Decided decided, ClaimId id, String actor) {
    Paying paying = decided.paying();
    if (paying.units() == 0) {
      return Outcome.done(new Paid(null));
    }
    Cause cause = Cause.of(Cause.Kind.CLAIM, id.value()).because(actor, decided.reward().code());
    MemberId member = decided.wanted().member();
    Ledger.Part part = new Ledger.Part(member, paying.price().unit(), paying.units());
    Integer within = decided.terms().fulfilWithin();
    if (within == null) {
      return ledger.spend(decided.club(), part, cause).map(_ -> new Paid(null));
    }
    int days = within == 0 ? LONG_DAYS : within + SPARE_DAYS;
    Instant until = decided.at().plusSeconds(days * 86_400L);
    return ledger.hold(decided.club(), part, until, cause).map((Hold hold) -> new Paid(hold.id()));
  }

  private static Claim claim(Decided decided, ClaimId id, @Nullable HoldId hold) {
    NewClaim wanted = decided.wanted();
    Paying paying = decided.paying();
    Integer within = decided.terms().fulfilWithin();
    String session = wanted.session();
    return new Claim(
        id,
        wanted.member(),
        decided.reward().id(),
        decided.reward().version(),
        wanted.quantity(),
        session == null ? "" : session,
        paying.units() == 0
            ? null
            : Integer.valueOf(decided.club().unit(paying.price().unit()).orElseThrow().number()),
        paying.units(),
        paying.money(),
        within == null ? Claim.State.FULFILLED : Claim.State.REQUESTED,
        hold,
        decided.since(),
        decided.at(),
        within == null || within == 0 ? null : decided.at().plusSeconds(within * 86_400L));
  }

  private static Claim.Step step(Claim claim, String actor) {
    return new Claim.Step(claim.state(), claim.claimedAt(), actor, null, 0, 0);
  }

  /** Takes pieces from the stock and the session, or gives them back when there are fewer. */
  void take(Club club, Claim claim, long pieces) {
    claims.add(club.id(), new Counter(claim.reward(), "", LocalDate.EPOCH), pieces);
    if (!claim.since().equals(LocalDate.EPOCH)) {
      claims.add(club.id(), new Counter(claim.reward(), "", claim.since()), pieces);
    }
    if (!claim.session().isEmpty()) {
      claims.add(club.id(), new Counter(claim.reward(), claim.session(), LocalDate.EPOCH), pieces);
    }
  }
}
