package club.vafa.campaigns;

import club.vafa.campaigns.Campaign.State;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Definitions;
import club.vafa.rules.Program;
import club.vafa.rules.Usage.Used;
import club.vafa.rules.Vocabulary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Keeps the campaigns of a club, from draft to live, and says which program they make up. */
@Component
public class Campaigns {
  private final CampaignStore store;
  private final UsageStore usage;
  private final Programs programs;
  private final Definitions definitions = new Definitions();
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Campaigns(
      CampaignStore store, UsageStore usage, Programs programs, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.usage = usage;
    this.programs = programs;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a new campaign as a draft. */
  @Transactional
  public Outcome<Campaign> draft(Club club, JsonNode definition) {
    return parse(club, definition)
        .then(parsed -> {
          store.lock(club.id());
          if (store.byCode(club.id(), parsed.code()).isPresent()) {
            return Outcome.refused(
                Refusal.at(
                    "/code", CampaignsCode.CAMPAIGN_CODE_TAKEN, Map.of("value", parsed.code())));
          }
          CampaignId id = new CampaignId(ids.next());
          store.insert(club.id(), id, parsed.code(), definition, clock.instant());
          return Outcome.done(get(club.id(), id));
        });
  }

  /** Replaces a campaign's draft; what is live goes on unchanged. */
  @Transactional
  public Outcome<Campaign> redraft(Club club, CampaignId id, JsonNode definition) {
    return parse(club, definition)
        .then(parsed -> {
          store.lock(club.id());
          Optional<Campaign> before = store.find(club.id(), id);
          if (before.isEmpty()) {
            return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
          }
          if (before.get().state() == State.ENDED) {
            return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_ENDED));
          }
          if (!before.get().code().equals(parsed.code())) {
            return Outcome.refused(Refusal.at("/code", CampaignsCode.CAMPAIGN_CODE_FIXED));
          }
          store.saveDraft(club.id(), id, definition, clock.instant());
          return Outcome.done(get(club.id(), id));
        });
  }

  /**
   * Publishes the draft as a new version.
   *
   * @param from sales from this instant on are judged by it, also when they are reported late; null
   *     means from now
   */
  @Transactional
  public Outcome<Campaign> publish(Club club, CampaignId id, @Nullable Instant from, String actor) {
    store.lock(club.id());
    Optional<Campaign> found = store.find(club.id(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    Campaign campaign = found.get();
    JsonNode draft = campaign.draft();
    if (campaign.state() == State.ENDED) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_ENDED));
    }
    if (draft == null) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_HAS_NO_DRAFT));
    }
    // The club may have changed since the draft was saved: its words are looked up once more.
    return parse(club, draft)
        .then(_ -> {
          int version = campaign.version() + 1;
          Instant now = clock.instant();
          store.insertVersion(club.id(), id, version, draft, actor, now);
          store.change(club.id(), id, version, true, from == null ? now : from, actor, now);
          store.saveState(club.id(), id, State.LIVE, version, now);
          feed.append(club.id(), "campaign.published", id.value(), null, now);
          return Outcome.done(get(club.id(), id));
        });
  }

  /** Stops a live campaign until it is resumed. */
  @Transactional
  public Outcome<Campaign> pause(ClubId club, CampaignId id, String actor) {
    return turn(club, id, State.LIVE, State.PAUSED, CampaignsCode.CAMPAIGN_NOT_LIVE, false, actor);
  }

  /** Lets a paused campaign run again. */
  @Transactional
  public Outcome<Campaign> resume(ClubId club, CampaignId id, String actor) {
    return turn(club, id, State.PAUSED, State.LIVE, CampaignsCode.CAMPAIGN_NOT_PAUSED, true, actor);
  }

  /** Ends a campaign for good; a draft that was never published simply ends. */
  @Transactional
  public Outcome<Campaign> end(ClubId club, CampaignId id, String actor) {
    store.lock(club);
    Optional<Campaign> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    Campaign campaign = found.get();
    if (campaign.state() == State.ENDED) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_ENDED));
    }
    Instant now = clock.instant();
    if (campaign.version() > 0) {
      store.change(club, id, campaign.version(), false, now, actor, now);
    }
    store.saveState(club, id, State.ENDED, campaign.version(), now);
    feed.append(club, "campaign.ended", id.value(), null, now);
    return Outcome.done(get(club, id));
  }

  public Optional<Campaign> find(ClubId club, CampaignId id) {
    return store.find(club, id);
  }

  /** Campaigns by code, those after the given code. */
  public List<Campaign> list(ClubId club, String afterCode, int limit) {
    return store.list(club, afterCode, limit);
  }

  /** The number of the club's program now; it grows with each publish, pause, resume and end. */
  public long programNumber(ClubId club) {
    return store.programNumber(club);
  }

  /** The program of this number for activity at this instant. */
  public Program program(Club club, long number, Instant at) {
    return programs.get(club, number, at);
  }

  /** What the club's campaigns may name, for telling them in sentences. */
  public Vocabulary vocabulary(Club club) {
    return programs.vocabulary(club);
  }

  /** The definition of a published version. */
  public CampaignDefinition definition(Club club, UUID campaign, int version) {
    return programs.definition(club, campaign, version);
  }

  /**
   * What counters hold. Shared counters are locked until the transaction ends, so that the last
   * unit of a budget is given once; personal ones are guarded by the member's lock.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<MemberCounter, Used> takeUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.take(club, counters);
  }

  /**
   * What counters hold, not locked. What is decided by it is written with {@link #growUsage}, which
   * refuses it when others have used up meanwhile what it counted on.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<MemberCounter, Used> seeUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.see(club, counters);
  }

  /** What counters hold, unlocked. */
  public Map<MemberCounter, Used> lookAtUsage(ClubId club, Set<MemberCounter> counters) {
    return usage.look(club, counters);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void writeUsage(ClubId club, Map<MemberCounter, Used> changed) {
    usage.write(club, changed);
  }

  /**
   * Lets shared counters grow. It comes last in a transaction: from then on others wait.
   *
   * @throws org.springframework.dao.OptimisticLockingFailureException when one of them held more
   *     than the decisions allow for; the transaction then is to be repeated
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void growUsage(ClubId club, Map<MemberCounter, Growth> growths) {
    usage.grow(club, growths);
  }

  private Outcome<Campaign> turn(
      ClubId club,
      CampaignId id,
      State from,
      State to,
      CampaignsCode otherwise,
      boolean runs,
      String actor) {
    store.lock(club);
    Optional<Campaign> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    if (found.get().state() != from) {
      return Outcome.refused(Refusal.of(otherwise));
    }
    Instant now = clock.instant();
    int version = found.get().version();
    store.change(club, id, version, runs, now, actor, now);
    store.saveState(club, id, to, version, now);
    feed.append(club, runs ? "campaign.resumed" : "campaign.paused", id.value(), null, now);
    return Outcome.done(get(club, id));
  }

  private Outcome<CampaignDefinition> parse(Club club, JsonNode definition) {
    return definitions.parse(definition, programs.vocabulary(club));
  }

  private Campaign get(ClubId club, CampaignId id) {
    return store.find(club, id).orElseThrow();
  }
}
