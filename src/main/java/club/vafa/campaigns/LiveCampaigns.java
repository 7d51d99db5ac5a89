package club.vafa.campaigns;

import club.vafa.activity.EventType;
import club.vafa.campaigns.Campaign.State;
import club.vafa.campaigns.CampaignStore.Stand;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.rules.Vocabulary;
import club.vafa.tiers.Tiers;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The campaigns in force, all together, for those who change a whole program in one transaction.
 * What is put here has been checked before, against the words the program brings along.
 */
@Component
public class LiveCampaigns {
  private final CampaignStore store;
  private final Clubs clubs;
  private final Tiers tiers;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  LiveCampaigns(CampaignStore store, Clubs clubs, Tiers tiers, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.clubs = clubs;
    this.tiers = tiers;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** The campaigns that run or are paused, by code. */
  public List<Campaign> of(ClubId club) {
    return store.running(club);
  }

  /** What campaigns may name in a club with these units and types of events. */
  public Vocabulary words(Club club, List<EventType> types) {
    // Sets of tiers are not part of a program: those the club has now may be named.
    return Words.of(club, types, tiers.codes(clubs.get(club.id())));
  }

  /** Lets nobody else change a campaign of the club until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(ClubId club) {
    store.lock(club);
  }

  /** Puts a campaign into force: a new one, a new version, or one that had ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(ClubId club, Wanted wanted) {
    Instant now = clock.instant();
    String code = wanted.code();
    Campaign before =
        store
            .byCode(club, code)
            .orElseGet(() -> {
              store.insert(club, new CampaignId(ids.next()), code, wanted.definition(), now);
              return store.byCode(club, code).orElseThrow();
            });
    int version = before.version() + 1;
    store.insertVersion(club, before.id(), version, wanted.definition(), wanted.actor(), now);
    boolean runs = !wanted.paused();
    store.change(club, before.id(), version, runs, wanted.from(), wanted.actor(), now);
    store.saveProgram(club, new Stand(before.id(), runs ? State.LIVE : State.PAUSED, version), now);
    feed.append(club, "campaign.published", before.id().value(), null, now);
  }

  /** Pauses a campaign, or lets it run again, as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void turn(ClubId club, Wanted wanted) {
    boolean runs = !wanted.paused();
    set(club, wanted, runs ? State.LIVE : State.PAUSED, runs ? "resumed" : "paused");
  }

  /** Ends a campaign that runs or is paused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(ClubId club, Wanted wanted) {
    set(club, wanted, State.ENDED, "ended");
  }

  private void set(ClubId club, Wanted wanted, State state, String what) {
    Campaign campaign = store.byCode(club, wanted.code()).orElseThrow();
    Instant now = clock.instant();
    boolean runs = state == State.LIVE;
    store.change(club, campaign.id(), campaign.version(), runs, wanted.from(), wanted.actor(), now);
    store.saveProgram(club, new Stand(campaign.id(), state, campaign.version()), now);
    feed.append(club, "campaign." + what, campaign.id().value(), null, now);
  }
}
