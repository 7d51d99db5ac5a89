package club.vafa.rewards;

import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Reward.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue in force, all of it together, for those who change a whole program in one
 * transaction.
 */
@Component
public class LiveRewards {
  private final RewardStore store;
  private final Rewards rewards;
  private final Shelf shelf;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  LiveRewards(RewardStore store, Rewards rewards, Shelf shelf, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.rewards = rewards;
    this.shelf = shelf;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** The rewards that can be had, as they stand in the running transaction. */
  public List<Reward> of(ClubId club) {
    return store.live(club);
  }

  /** The codes of all rewards, drafts and those that have ended among them. */
  public Set<String> codes(ClubId club) {
    return store.codes(club);
  }

  /**
   * Puts a reward into force: a new one, a new version, or one that had ended. A draft that
   * somebody works on stays what it is.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(ClubId club, Rewards.Named wanted, String actor) {
    Instant now = clock.instant();
    Reward before =
        store
            .byCode(club, wanted.code())
            .orElseGet(() -> {
              RewardId id = new RewardId(ids.next());
              Reward made =
                  new Reward(id, wanted.code(), State.DRAFT, 0, null, null, now, now, actor);
              store.insert(club, made);
              return made;
            });
    Reward live =
        new Reward(
            before.id(),
            before.code(),
            State.LIVE,
            before.version() + 1,
            before.draft(),
            wanted.terms(),
            before.createdAt(),
            now,
            actor);
    store.insertVersion(club, live);
    store.save(club, live);
    shelf.forget(club);
    feed.append(club, "reward.published", live.id().value(), null, now);
  }

  /** Takes a reward out of the catalogue; its vouchers go on counting. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Reward> end(ClubId club, String code, String actor) {
    Optional<Reward> found = store.byCode(club, code);
    return found.isEmpty()
        ? Outcome.refused(Refusal.of(RewardsCode.REWARD_NOT_FOUND))
        : rewards.end(club, found.get().id(), actor);
  }
}
