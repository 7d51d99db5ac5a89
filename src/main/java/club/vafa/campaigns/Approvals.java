package club.vafa.campaigns;

import club.vafa.campaigns.Approval.Action;
import club.vafa.campaigns.Approval.Answer;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps what a second person is asked and what that person says; it carries nothing out. */
@Component
class Approvals {
  private final ApprovalStore store;
  private final CampaignStore campaigns;
  private final Ids ids;
  private final Clock clock;

  Approvals(ApprovalStore store, CampaignStore campaigns, Ids ids, Clock clock) {
    this.store = store;
    this.campaigns = campaigns;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome<Approval> ask(ClubId club, NewApproval wanted) {
    return switch (wanted) {
      case NewApproval.Publish(CampaignId id, Instant from, String note, String actor) ->
          campaign(club, id)
              .then(campaign -> {
                JsonNode draft = campaign.draft();
                return draft == null
                    ? Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_HAS_NO_DRAFT))
                    : kept(club, made(new Subject(Action.PUBLISH, id, draft, from, null), wanted));
              });
      case NewApproval.Resume(CampaignId id, String note, String actor) ->
          campaign(club, id)
              .then(campaign ->
                  campaign.state() == Campaign.State.PAUSED
                      ? kept(club, made(new Subject(Action.RESUME, id, null, null, null), wanted))
                      : Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_PAUSED)));
      case NewApproval.Program(JsonNode what, Instant at, String note, String actor) ->
          kept(club, made(new Subject(Action.PROGRAM, null, what, at, null), wanted));
      case NewApproval.LayDown(Safety safety, String note, String actor) ->
          kept(club, made(new Subject(Action.SAFETY, null, null, null, safety), wanted));
    };
  }

  private Outcome<Campaign> campaign(ClubId club, CampaignId id) {
    Optional<Campaign> found = campaigns.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.at("/campaign", CampaignsCode.CAMPAIGN_NOT_FOUND));
    }
    return found.get().state() == Campaign.State.ENDED
        ? Outcome.refused(Refusal.of(CampaignsCode.CAMPAIGN_ENDED))
        : Outcome.done(found.get());
  }

  /** What is asked for, as it is kept. */
  private record Subject(
      Action action,
      @Nullable CampaignId campaign,
      @Nullable JsonNode definition,
      @Nullable Instant from,
      @Nullable Safety safety) {}

  private Approval made(Subject subject, NewApproval wanted) {
    return new Approval(
        new ApprovalId(ids.next()),
        subject.action(),
        subject.campaign(),
        subject.definition(),
        subject.from(),
        subject.safety(),
        wanted.note(),
        wanted.actor(),
        clock.instant(),
        null);
  }

  private Outcome<Approval> kept(ClubId club, Approval approval) {
    store.insert(club, approval);
    return Outcome.done(approval);
  }

  /** The question, if this person may answer it: nobody approves what they asked for. */
  Outcome<Approval> open(ClubId club, ApprovalId id, boolean approving, String actor) {
    Optional<Approval> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_NOT_FOUND));
    }
    if (found.get().answer() != null) {
      return Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_ANSWERED));
    }
    return approving && found.get().requestedBy().equals(actor)
        ? Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_BY_REQUESTER))
        : Outcome.done(found.get());
  }

  Approval answer(ClubId club, Approval open, Answer answer) {
    store.answer(club, open.id(), answer);
    return store.find(club, open.id()).orElseThrow();
  }

  Optional<Approval> find(ClubId club, ApprovalId id) {
    return store.find(club, id);
  }

  List<Approval> list(ClubId club, @Nullable UUID before, int limit) {
    return store.list(club, before, limit);
  }
}
