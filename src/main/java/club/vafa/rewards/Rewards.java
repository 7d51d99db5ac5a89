package club.vafa.rewards;

import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Reward.State;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of rewards, from draft to live, and the claims of it. */
@Component
public class Rewards {
  private final RewardStore store;
  private final ClaimStore claims;
  private final VoucherStore vouchers;
  private final Shelf shelf;
  private final Offering offering;
  private final Claiming claiming;
  private final Ending ending;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Rewards(
      RewardStore store,
      ClaimStore claims,
      VoucherStore vouchers,
      Shelf shelf,
      Offering offering,
      Claiming claiming,
      Ending ending,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.claims = claims;
    this.vouchers = vouchers;
    this.shelf = shelf;
    this.offering = offering;
    this.claiming = claiming;
    this.ending = ending;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a new reward as a draft. */
  @Transactional
  public Outcome<Reward> draft(ClubId club, String code, RewardTerms terms, String actor) {
    Instant now = clock.instant();
    Reward reward =
        new Reward(new RewardId(ids.next()), code, State.DRAFT, 0, terms, null, now, now, actor);
    return store.insert(club, reward)
        ? Outcome.done(reward)
        : Outcome.refused(
            Refusal.at("/code", RewardsCode.REWARD_CODE_TAKEN, Map.of("value", code)));
  }

  /** Replaces a reward's draft; what is live goes on unchanged. */
  @Transactional
  public Outcome<Reward> redraft(ClubId club, RewardId id, Named terms, String actor) {
    return locked(club, id)
        .then(before -> {
          if (!before.code().equals(terms.code())) {
            return Outcome.refused(Refusal.at("/code", RewardsCode.REWARD_CODE_FIXED));
          }
          return Outcome.done(
              save(club, before, new Next(before.state(), terms.terms(), before.version(), actor)));
        });
  }

  /** The terms of a reward under its code. */
  public record Named(String code, RewardTerms terms) {}

  /** Publishes the draft: from now on it is what counts. Vouchers given before keep their terms. */
  @Transactional
  public Outcome<Reward> publish(ClubId club, RewardId id, String actor) {
    return locked(club, id)
        .then(before -> {
          RewardTerms draft = before.draft();
          if (draft == null) {
            return Outcome.refused(Refusal.of(RewardsCode.REWARD_HAS_NO_DRAFT));
          }
          int version = before.version() + 1;
          Reward live =
              new Reward(
                  id,
                  before.code(),
                  State.LIVE,
                  version,
                  null,
                  draft,
                  before.createdAt(),
                  clock.instant(),
                  actor);
          store.insertVersion(club, live);
          store.save(club, live);
          shelf.forget(club);
          feed.append(club, "reward.published", id.value(), null, clock.instant());
          return Outcome.done(live);
        });
  }

  /** Takes a reward out of the catalogue for good; its vouchers go on counting. */
  @Transactional
  public Outcome<Reward> end(ClubId club, RewardId id, String actor) {
    return locked(club, id)
        .map(before -> {
          Reward ended = save(club, before, new Next(State.ENDED, null, before.version(), actor));
          shelf.forget(club);
          feed.append(club, "reward.ended", id.value(), null, clock.instant());
          return ended;
        });
  }

  private Outcome<Reward> locked(ClubId club, RewardId id) {
    Optional<Reward> found = store.lock(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(RewardsCode.REWARD_NOT_FOUND));
    }
    return found.get().state() == State.ENDED
        ? Outcome.refused(Refusal.of(RewardsCode.REWARD_ENDED))
        : Outcome.done(found.get());
  }

  private record Next(State state, @Nullable RewardTerms draft, int version, String actor) {}

  private Reward save(ClubId club, Reward before, Next next) {
    Reward after =
        new Reward(
            before.id(),
            before.code(),
            next.state(),
            next.version(),
            next.draft(),
            before.published(),
            before.createdAt(),
            clock.instant(),
            next.actor());
    store.save(club, after);
    return after;
  }

  public Optional<Reward> find(ClubId club, RewardId id) {
    return store.find(club, id);
  }

  /** Rewards by code, those after the given code. */
  public List<Reward> list(ClubId club, String afterCode, int limit) {
    return store.list(club, afterCode, limit);
  }

  /** The rewards as a member sees them: what they cost this member, and why not. */
  public List<Offer> offers(Club club, MemberId member, List<Reward> rewards) {
    return offering.to(club, member, rewards);
  }

  /**
   * What somebody wants to claim.
   *
   * @param reward its id or code
   * @param unit of the price that is chosen; the first price when missing
   * @param money part of the price for each piece, minor units
   */
  public record NewClaim(
      MemberId member,
      String reward,
      long quantity,
      @Nullable String session,
      @Nullable String unit,
      @Nullable Long money) {}

  /** Claims a reward: paid at once, or held until the club has handed it over. */
  @Transactional
  public Outcome<Claim> claim(Club club, NewClaim wanted, String actor) {
    return claiming.claim(club, wanted, actor);
  }

  /** The club has handed it over: what was held is spent. */
  @Transactional
  public Outcome<Claim> fulfil(Club club, ClaimId id, Vouchers.Reason reason) {
    return ending.end(
        club, id, new Ending.How(Claim.State.FULFILLED, reason.actor(), reason.text()));
  }

  /** The club cannot hand it over: everything goes back. */
  @Transactional
  public Outcome<Claim> fail(Club club, ClaimId id, Vouchers.Reason reason) {
    return ending.end(club, id, new Ending.How(Claim.State.FAILED, reason.actor(), reason.text()));
  }

  /** Takes a claim back, handed over or not, as long as none of its vouchers was used. */
  @Transactional
  public Outcome<Claim> revoke(Club club, ClaimId id, Vouchers.Reason reason) {
    return ending.end(club, id, new Ending.How(Claim.State.REVOKED, reason.actor(), reason.text()));
  }

  public Optional<Claim> claim(ClubId club, ClaimId id) {
    return claims.find(club, id);
  }

  /** The reward of a claim, by its code, and when it was claimed. */
  public record Claimed(String reward, Instant at) {}

  /** Which rewards these claims are of. */
  public Map<UUID, Claimed> claimed(ClubId club, Collection<UUID> claims) {
    return claims.isEmpty() ? Map.of() : this.claims.claimed(club, claims);
  }

  /** The claims looked for. */
  public Page<Claim> claims(ClubId club, ClaimQuery query, Paging paging) {
    return paging.page(
        (after, most) -> claims.list(club, query, after, most), claim -> claim.id().value());
  }

  /** How many claims there are of those looked for, counted up to so many. */
  public long countedClaims(ClubId club, ClaimQuery query, int most) {
    return claims.count(club, query, most);
  }

  /** What became of a claim, in order. */
  public List<Claim.Step> steps(ClubId club, ClaimId id) {
    return claims.steps(club, id);
  }

  /** The vouchers a claim gave. */
  @Transactional
  public List<Voucher> vouchers(ClubId club, ClaimId id) {
    return vouchers.ofClaim(club, id);
  }

  /** A reward with the terms a claim was made by. */
  public RewardTerms terms(ClubId club, RewardId reward, int version) {
    return shelf.terms(club, reward, version);
  }

  /** Ends what is overdue: vouchers and claims of a club; true when there may be more. */
  @Transactional
  public boolean comeDue(Club club, int most) {
    Instant now = clock.instant();
    List<Voucher> ended = vouchers.due(club.id(), now, most);
    vouchers.update(club.id(), ended.stream().map(one -> one.in(Voucher.State.EXPIRED)).toList());
    vouchers.insertSteps(
        club.id(),
        ended.stream()
            .map(one ->
                new VoucherStore.Step(
                    one.id(), ids.next(), "expired", one.left(), null, now, null, null))
            .toList());
    List<Claim> overdue = claims.due(club.id(), now, most);
    for (Claim claim : overdue) {
      ending.end(club, claim.id(), new Ending.How(Claim.State.EXPIRED, "schedule", null));
    }
    return ended.size() == most || overdue.size() == most;
  }
}
