package club.vafa.campaigns;

import club.vafa.campaigns.Campaign.State;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.Definitions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Carries out what changes the program, once it is settled who may. Each change has a number of its
 * own; the club's campaigns are locked before.
 */
@Component
class Course {
  private final CampaignStore store;
  private final PolicyStore policies;
  private final Programs programs;
  private final ObjectProvider<ApprovedElsewhere> elsewhere;
  private final Definitions definitions = new Definitions();
  private final Feed feed;
  private final Clock clock;

  Course(
      CampaignStore store,
      PolicyStore policies,
      Programs programs,
      ObjectProvider<ApprovedElsewhere> elsewhere,
      Feed feed,
      Clock clock) {
    this.store = store;
    this.policies = policies;
    this.programs = programs;
    this.elsewhere = elsewhere;
    this.feed = feed;
    this.clock = clock;
  }

  Outcome<Campaign> publish(Club club, CampaignId id, @Nullable Instant from, String actor) {
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
    return definitions
        .parse(draft, programs.everyName(club))
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

  Outcome<Campaign> resume(ClubId club, CampaignId id, String actor) {
    return turn(club, id, Turn.RESUME, actor);
  }

  Outcome<Safety> layDown(ClubId club, Safety safety, String actor) {
    var laidDown = new PolicyStore.LaidDown(store.programNumber(club) + 1, safety);
    policies.insert(club, laidDown, actor, clock.instant());
    return Outcome.done(safety);
  }

  /** Locks what belongs to another room, which locks it before the campaigns. */
  void hold(ClubId club, Approval asked) {
    if (asked.action() == Approval.Action.PROGRAM) {
      elsewhere.getObject().hold(club);
    }
  }

  Outcome<?> carryOut(Club club, Approval open, String actor) {
    CampaignId id = open.campaign();
    return switch (open.action()) {
      case SAFETY -> layDown(club.id(), Objects.requireNonNull(open.safety()), actor);
      case RESUME -> resume(club.id(), Objects.requireNonNull(id), actor);
      case PROGRAM -> elsewhere.getObject().carryOut(club, open, actor);
      case PUBLISH -> {
        // Approved is what was seen; a draft that has changed since has to be asked for again.
        Campaign campaign = get(club.id(), Objects.requireNonNull(id));
        yield Objects.equals(campaign.draft(), open.definition())
            ? publish(club, id, open.effectiveFrom(), actor)
            : Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_OUTDATED));
      }
    };
  }

  Outcome<Campaign> pause(ClubId club, CampaignId id, String actor) {
    return turn(club, id, Turn.PAUSE, actor);
  }

  Outcome<Campaign> end(ClubId club, CampaignId id, String actor) {
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

  /** From one state to another, and what is said to a campaign in a third. */
  private record Turn(State from, State to, CampaignsCode otherwise) {
    static final Turn RESUME =
        new Turn(State.PAUSED, State.LIVE, CampaignsCode.CAMPAIGN_NOT_PAUSED);
    static final Turn PAUSE = new Turn(State.LIVE, State.PAUSED, CampaignsCode.CAMPAIGN_NOT_LIVE);
  }

  private Outcome<Campaign> turn(ClubId club, CampaignId id, Turn turn, String actor) {
    Optional<Campaign> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    if (found.get().state() != turn.from()) {
      return Outcome.refused(Refusal.of(turn.otherwise()));
    }
    Instant now = clock.instant();
    int version = found.get().version();
    boolean runs = turn.to() == State.LIVE;
    store.change(club, id, version, runs, now, actor, now);
    store.saveState(club, id, turn.to(), version, now);
    feed.append(club, runs ? "campaign.resumed" : "campaign.paused", id.value(), null, now);
    return Outcome.done(get(club, id));
  }

  private Campaign get(ClubId club, CampaignId id) {
    return store.find(club, id).orElseThrow();
  }
}
