package club.vafa.program;

import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.Documents.Order;
import club.vafa.program.Draft.GoLive;
import club.vafa.program.Merging.Keep;
import club.vafa.program.Version.Kind;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts programs into force, all parts or none, in the running transaction. What is live cannot
 * change between the look at it and the change of it: settings, units and campaigns are locked.
 */
@Component
class Publisher {
  private static final String UNKNOWN = "vafa";

  private final ProgramStore store;
  private final Documents documents;
  private final LiveCampaigns campaigns;
  private final Campaigns approvals;
  private final Clubs clubs;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Publisher(
      ProgramStore store,
      Documents documents,
      LiveCampaigns campaigns,
      Campaigns approvals,
      Clubs clubs,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.documents = documents;
    this.campaigns = campaigns;
    this.approvals = approvals;
    this.clubs = clubs;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A version in the making.
   *
   * @param from activity from then on is judged by it; null for the moment it is made
   * @param of the version that is rolled back to, or null
   */
  record Making(
      Kind kind,
      @Nullable String draft,
      @Nullable Integer of,
      @Nullable Instant from,
      NewVersion wanted) {
    static Making now(NewVersion wanted, @Nullable String draft) {
      return new Making(Kind.PUBLISHED, draft, null, null, wanted);
    }

    static Making due(Draft draft, Language language) {
      GoLive goLive = Objects.requireNonNull(draft.goLive());
      return new Making(
          Kind.PUBLISHED,
          draft.name(),
          null,
          goLive.at(),
          new NewVersion(
              null, goLive.rebase(), goLive.reason(), goLive.by(), language, goLive.approvedBy()));
    }
  }

  /** Puts a draft into force. */
  Outcome<Version> publish(ClubId id, Draft draft, Making making) {
    Club club = hold(id);
    Document live = documents.live(club);
    return wanted(club, live, draft, making.wanted())
        .then(document -> publish(club, live, document, making));
  }

  /** Whether a draft could be put into force as things are. */
  Outcome<Document> ready(Club club, Draft draft, NewVersion wanted) {
    return wanted(club, documents.live(club), draft, wanted);
  }

  Outcome<Version> rollBack(ClubId id, Version old, NewVersion wanted) {
    Club club = hold(id);
    Document live = documents.live(club);
    Making making = new Making(Kind.ROLLED_BACK, null, old.number(), null, wanted);
    return documents
        .read(club, old.file(), live)
        .then(document -> publish(club, live, document, making));
  }

  private Club hold(ClubId id) {
    campaigns.hold(id);
    return clubs.hold(id);
  }

  private Outcome<Document> wanted(Club club, Document live, Draft draft, NewVersion order) {
    Document base = documents.kept(club, draft.base());
    Outcome<Document> read = documents.read(club, draft.file(), base);
    if (live.says(base)) {
      return read;
    }
    if (order.rebase()) {
      return read.then(document -> Merging.merge(base, live, document, Keep.NEITHER));
    }
    String changes = String.join("; ", documents.tell(order.language(), club, base, live));
    return Outcome.refused(Refusal.at("", ProgramCode.DRAFT_OUTDATED, Map.of("changes", changes)));
  }

  private Outcome<Version> publish(Club club, Document live, Document wanted, Making making) {
    if (live.says(wanted)) {
      return Outcome.refused(Refusal.of(ProgramCode.PROGRAM_UNCHANGED));
    }
    if (making.wanted().approvedBy() == null && approvals.safety(club.id()).secondPerson()) {
      // Else one person could put everything into force that two have to agree on.
      return Outcome.refused(Refusal.of(CampaignsCode.SECOND_PERSON_NEEDED));
    }
    Instant now = clock.instant();
    int number = found(club, live, now) + 1;
    Instant from = making.from() == null ? now : making.from();
    documents.apply(club, live, wanted, new Order(from, making.wanted().actor()));
    Club after = clubs.hold(club.id());
    Version version =
        new Version(
            number,
            ids.next(),
            making.kind(),
            documents.file(after, documents.live(after)),
            making.draft(),
            making.of(),
            making.wanted().reason(),
            making.wanted().actor(),
            now,
            from,
            making.wanted().approvedBy());
    store.insert(club.id(), version);
    feed.append(club.id(), "program.published", version.id(), null, now);
    return Outcome.done(version);
  }

  /**
   * The number of the latest version, which holds what is live: what was changed one by one since
   * the one before becomes a version of its own first, so that the history is whole.
   */
  private int found(Club club, Document live, Instant now) {
    Optional<Version> latest = store.latest(club.id());
    int number = latest.map(Version::number).orElse(0);
    if (latest.isPresent() && documents.kept(club, latest.get().file()).says(live)) {
      return number;
    }
    store.insert(
        club.id(),
        new Version(
            number + 1,
            ids.next(),
            Kind.SINGLE_CHANGES,
            documents.file(club, live),
            null,
            null,
            "",
            UNKNOWN,
            now,
            now,
            null));
    return number + 1;
  }
}
