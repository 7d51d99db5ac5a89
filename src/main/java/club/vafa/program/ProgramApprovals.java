package club.vafa.program;

import club.vafa.campaigns.Approval;
import club.vafa.campaigns.ApprovedElsewhere;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.NewApproval;
import club.vafa.clubs.Club;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.WholeProgram.Subject;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a second person for a whole program, and puts into force what that person approves: the
 * draft as it was when it was asked for, and nothing else.
 */
@Component
class ProgramApprovals implements ApprovedElsewhere {
  private final Drafting drafting;
  private final Publisher publisher;
  private final ProgramStore store;
  private final Campaigns campaigns;

  ProgramApprovals(
      Drafting drafting, Publisher publisher, ProgramStore store, Campaigns campaigns) {
    this.drafting = drafting;
    this.publisher = publisher;
    this.store = store;
    this.campaigns = campaigns;
  }

  /** Asks a second person; nothing changes yet. */
  Outcome<Approval> ask(Club club, Subject subject, NewVersion wanted) {
    store.lock(club.id());
    String draft = subject.draft();
    Integer version = subject.version();
    return (draft != null
            ? draft(club, draft, wanted)
            : version(club, version == null ? 0 : version))
        .then(what -> {
          what.put("reason", wanted.reason()).put("rebase", wanted.rebase());
          return campaigns.ask(
              club.id(),
              new NewApproval.Program(what, wanted.at(), wanted.reason(), wanted.actor()));
        });
  }

  /** A draft that could not be published is not worth a second person's time. */
  private Outcome<ObjectNode> draft(Club club, String name, NewVersion wanted) {
    return drafting
        .askable(club, name, wanted)
        .map(draft ->
            JsonNodeFactory.instance
                .objectNode()
                .put("draft", draft.name())
                .put("file", draft.file()));
  }

  private Outcome<ObjectNode> version(Club club, int number) {
    return store
        .version(club.id(), number)
        .map(_ -> Outcome.done(JsonNodeFactory.instance.objectNode().put("version", number)))
        .orElseGet(() -> Outcome.refused(Refusal.of(ProgramCode.PROGRAM_VERSION_NOT_FOUND)));
  }

  @Override
  public void hold(ClubId club) {
    store.lock(club);
  }

  @Override
  public Outcome<?> carryOut(Club club, Approval approved, String actor) {
    JsonNode what = Objects.requireNonNull(approved.definition());
    NewVersion wanted =
        new NewVersion(
            approved.effectiveFrom(),
            what.path("rebase").asBoolean(false),
            what.path("reason").asString(""),
            approved.requestedBy(),
            club.language(),
            actor);
    if (what.has("version")) {
      return store
          .version(club.id(), what.path("version").asInt(0))
          .map(old -> publisher.rollBack(club.id(), old, wanted))
          .orElseGet(() -> Outcome.refused(Refusal.of(ProgramCode.PROGRAM_VERSION_NOT_FOUND)));
    }
    String name = what.path("draft").asString("");
    Optional<Draft> draft = store.draft(club.id(), name);
    boolean same = draft.isPresent() && draft.get().file().equals(what.path("file").asString(""));
    return same
        ? drafting.publish(club, name, wanted)
        : Outcome.refused(Refusal.of(CampaignsCode.APPROVAL_OUTDATED));
  }
}
