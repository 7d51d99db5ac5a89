package club.vafa.program;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.Draft.GoLive;
import club.vafa.program.Draft.State;
import club.vafa.program.Merging.Keep;
import club.vafa.program.Publisher.Making;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The life of drafts, from the first text to going live, in the caller's transaction. */
@Component
class Drafting {
  private static final int MOST_DRAFTS = 50;
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";

  private final ProgramStore store;
  private final Documents documents;
  private final Publisher publisher;
  private final Clubs clubs;
  private final Clock clock;

  Drafting(ProgramStore store, Documents documents, Publisher publisher, Clubs clubs, Clock clock) {
    this.store = store;
    this.documents = documents;
    this.publisher = publisher;
    this.clubs = clubs;
    this.clock = clock;
  }

  /** Keeps a file as a draft: a new one, made from what is live now, or another text of one. */
  Outcome<Draft> put(Club club, String name, String file, String actor) {
    if (!name.matches(NAME)) {
      return Outcome.refused(Refusal.at("", ProgramCode.DRAFT_NAME_FORM));
    }
    store.lock(club.id());
    Optional<Draft> known = store.draft(club.id(), name);
    if (known.isPresent() && known.get().state() == State.SCHEDULED) {
      return Outcome.refused(Refusal.of(ProgramCode.DRAFT_SCHEDULED));
    }
    if (known.isEmpty() && store.countDrafts(club.id()) >= MOST_DRAFTS) {
      return Outcome.refused(
          Refusal.at("", ProgramCode.DRAFTS_TOO_MANY, Map.of("limit", MOST_DRAFTS)));
    }
    Optional<Draft> open = known.filter(draft -> draft.state() != State.PUBLISHED);
    Document live = documents.live(club);
    Document base = open.map(draft -> documents.kept(club, draft.base())).orElse(live);
    return documents
        .read(club, file, base)
        .map(_ -> {
          Instant now = clock.instant();
          String from = open.map(Draft::base).orElseGet(() -> documents.file(club, live));
          Instant created = open.map(Draft::createdAt).orElse(now);
          return kept(
              club.id(), new Draft(name, State.OPEN, file, from, null, null, actor, created, now));
        });
  }

  /**
   * Carries a draft over what has changed since it was made.
   *
   * @param keep {@code draft} or {@code live}: what holds when both changed the same thing
   */
  Outcome<Draft> rebase(Club club, String name, @Nullable String keep, String actor) {
    store.lock(club.id());
    return found(club.id(), name)
        .then(Drafting::open)
        .then(draft -> {
          Document live = documents.live(club);
          Document base = documents.kept(club, draft.base());
          return documents
              .read(club, draft.file(), base)
              .then(wanted -> Merging.merge(base, live, wanted, keep(keep)))
              .map(merged ->
                  kept(
                      club.id(),
                      new Draft(
                          name,
                          State.OPEN,
                          documents.file(club, merged),
                          documents.file(club, live),
                          null,
                          null,
                          actor,
                          draft.createdAt(),
                          clock.instant())));
        });
  }

  private static Keep keep(@Nullable String keep) {
    return keep == null ? Keep.NEITHER : keep.equals("draft") ? Keep.DRAFT : Keep.LIVE;
  }

  /** Puts a draft into force now, or sets the time at which it goes live. */
  Outcome<Draft> publish(Club club, String name, NewVersion wanted) {
    store.lock(club.id());
    return found(club.id(), name)
        .then(Drafting::open)
        .then(draft -> wanted.at() == null ? now(club, draft, wanted) : later(club, draft, wanted));
  }

  /** The draft, if it could be published like this as things are. */
  Outcome<Draft> askable(Club club, String name, NewVersion wanted) {
    Instant at = wanted.at();
    if (at != null && !at.isAfter(clock.instant())) {
      return Outcome.refused(Refusal.at("/at", ProgramCode.PROGRAM_TIME_PAST));
    }
    return found(club.id(), name)
        .then(Drafting::open)
        .then(draft -> publisher.ready(club, draft, wanted).map(_ -> draft));
  }

  private Outcome<Draft> now(Club club, Draft draft, NewVersion wanted) {
    return publisher
        .publish(club.id(), draft, Making.now(wanted, draft.name()))
        .map(_ -> kept(club.id(), turned(draft, State.PUBLISHED, null, null)));
  }

  private Outcome<Draft> later(Club club, Draft draft, NewVersion wanted) {
    Instant at = wanted.at();
    if (at == null || !at.isAfter(clock.instant())) {
      return Outcome.refused(Refusal.at("/at", ProgramCode.PROGRAM_TIME_PAST));
    }
    GoLive goLive =
        new GoLive(at, wanted.rebase(), wanted.reason(), wanted.actor(), wanted.approvedBy());
    return publisher
        .ready(club, draft, wanted)
        .map(_ -> kept(club.id(), turned(draft, State.SCHEDULED, goLive, null)));
  }

  /** Takes back the time at which a draft was to go live. */
  Outcome<Draft> unschedule(ClubId club, String name) {
    store.lock(club);
    return found(club, name)
        .then(draft ->
            draft.goLive() == null
                ? Outcome.refused(Refusal.of(ProgramCode.DRAFT_NOT_SCHEDULED))
                : Outcome.done(kept(club, turned(draft, State.OPEN, null, null))));
  }

  /** Throws a draft away. */
  Outcome<Draft> discard(ClubId club, String name) {
    store.lock(club);
    return found(club, name)
        .then(draft -> draft.state() == State.SCHEDULED ? scheduled() : Outcome.done(draft))
        .map(draft -> {
          store.delete(club, name);
          return draft;
        });
  }

  /**
   * Puts the scheduled draft into force whose time came first, as of that time. One that cannot go
   * live waits and says why; the others do not wait for it.
   *
   * @return whether there was one
   */
  boolean goLive(ClubId club) {
    store.lock(club);
    Optional<Draft> due = store.due(club, clock.instant());
    if (due.isEmpty()) {
      return false;
    }
    Draft draft = due.get();
    switch (publisher.publish(club, draft, Making.due(draft, clubs.get(club).language()))) {
      case Done<Version> _ -> kept(club, turned(draft, State.PUBLISHED, null, null));
      case Refused<Version>(var refusals) ->
          kept(
              club,
              turned(draft, State.WAITING, draft.goLive(), refusals.getFirst().code().code()));
    }
    return true;
  }

  Outcome<Draft> found(ClubId club, String name) {
    return store
        .draft(club, name)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(ProgramCode.DRAFT_NOT_FOUND)));
  }

  private static Outcome<Draft> open(Draft draft) {
    return switch (draft.state()) {
      case OPEN, WAITING -> Outcome.done(draft);
      case SCHEDULED -> scheduled();
      case PUBLISHED -> Outcome.refused(Refusal.of(ProgramCode.DRAFT_PUBLISHED));
    };
  }

  private static Outcome<Draft> scheduled() {
    return Outcome.refused(Refusal.of(ProgramCode.DRAFT_SCHEDULED));
  }

  private Draft turned(
      Draft draft, State state, @Nullable GoLive goLive, @Nullable String problem) {
    return new Draft(
        draft.name(),
        state,
        draft.file(),
        draft.base(),
        goLive,
        problem,
        draft.changedBy(),
        draft.createdAt(),
        clock.instant());
  }

  private Draft kept(ClubId club, Draft draft) {
    store.put(club, draft);
    return draft;
  }
}
