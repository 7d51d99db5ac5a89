package club.vafa.program;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.program.Draft.GoLive;
import club.vafa.program.Draft.State;
import club.vafa.program.Merging.Keep;
import club.vafa.program.Publisher.Making;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole program of a club: what is live, drafts of it, and every version there was. */
@Component
public class WholeProgram {
  private static final int MOST_DRAFTS = 50;
  private static final String NAME = "[a-z0-9][a-z0-9_-]{0,39}";

  private final ProgramStore store;
  private final Documents documents;
  private final Comparing comparing;
  private final Publisher publisher;
  private final Trying trying;
  private final Clubs clubs;
  private final Clock clock;

  WholeProgram(
      ProgramStore store,
      Documents documents,
      Comparing comparing,
      Publisher publisher,
      Trying trying,
      Clubs clubs,
      Clock clock) {
    this.store = store;
    this.documents = documents;
    this.comparing = comparing;
    this.publisher = publisher;
    this.trying = trying;
    this.clubs = clubs;
    this.clock = clock;
  }

  /** What is in force, and what was changed one by one since the latest version. */
  @Transactional
  public Live live(Club club, Language language) {
    return comparing.live(club, language);
  }

  /** What a file would change. */
  @Transactional
  public Outcome<Comparison> compare(Club club, String file, Language language) {
    return comparing.compare(club, file, language);
  }

  /** What a draft would change, and what has changed since it was made. */
  @Transactional
  public Outcome<Comparison> compareDraft(Club club, String name, Language language) {
    return found(club.id(), name).then(draft -> comparing.compare(club, draft, language));
  }

  /** Versions before a number, newest first, each with what it changed. */
  @Transactional
  public List<VersionTold> versions(Club club, int before, int limit, Language language) {
    return comparing.versions(club, before, limit, language);
  }

  /** Keeps a file as a draft: a new one, made from what is live now, or another text of one. */
  @Transactional
  public Outcome<Draft> put(Club club, String name, String file, String actor) {
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

  public Optional<Draft> draft(ClubId club, String name) {
    return store.draft(club, name);
  }

  /** Drafts by name, those after the given name. */
  public List<Draft> drafts(ClubId club, String after, int limit) {
    return store.drafts(club, after, limit);
  }

  /**
   * Carries a draft over what has changed since it was made.
   *
   * @param keep {@code draft} or {@code live}: what holds when both changed the same thing
   */
  @Transactional
  public Outcome<Draft> rebase(Club club, String name, @Nullable String keep, String actor) {
    store.lock(club.id());
    return found(club.id(), name)
        .then(WholeProgram::open)
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
  @Transactional
  public Outcome<Draft> publish(Club club, String name, NewVersion wanted) {
    store.lock(club.id());
    return found(club.id(), name)
        .then(WholeProgram::open)
        .then(draft -> wanted.at() == null ? now(club, draft, wanted) : later(club, draft, wanted));
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
    GoLive goLive = new GoLive(at, wanted.rebase(), wanted.reason(), wanted.actor());
    return publisher
        .ready(club, draft, wanted)
        .map(_ -> kept(club.id(), turned(draft, State.SCHEDULED, goLive, null)));
  }

  /** Takes back the time at which a draft was to go live. */
  @Transactional
  public Outcome<Draft> unschedule(ClubId club, String name) {
    store.lock(club);
    return found(club, name)
        .then(draft ->
            draft.goLive() == null
                ? Outcome.refused(Refusal.of(ProgramCode.DRAFT_NOT_SCHEDULED))
                : Outcome.done(kept(club, turned(draft, State.OPEN, null, null))));
  }

  /** Throws a draft away. */
  @Transactional
  public Outcome<Draft> discard(ClubId club, String name) {
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
  @Transactional
  public boolean goLive(ClubId club) {
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

  /**
   * Puts a file into force now.
   *
   * @param live what it was compared with, as a file: refused when that has changed
   */
  @Transactional
  public Outcome<Version> apply(Club club, String file, String live, NewVersion wanted) {
    store.lock(club.id());
    Instant now = clock.instant();
    Draft given = new Draft("file", State.OPEN, file, live, null, null, wanted.actor(), now, now);
    return publisher.publish(club.id(), given, Making.now(wanted, null));
  }

  public Optional<Version> version(ClubId club, int number) {
    return store.version(club, number);
  }

  /** Makes a new version with the content of an old one. */
  @Transactional
  public Outcome<Version> rollBack(Club club, int number, NewVersion wanted) {
    store.lock(club.id());
    Optional<Version> old = store.version(club.id(), number);
    return old.isEmpty()
        ? Outcome.refused(Refusal.of(ProgramCode.PROGRAM_VERSION_NOT_FOUND))
        : publisher.rollBack(club.id(), old.get(), wanted);
  }

  /** The whole program that a draft would put into force, as a file. */
  public Outcome<String> spelled(Club club, String name) {
    return found(club.id(), name).then(draft -> trying.spelled(club, draft));
  }

  /** What a file would make of the club, for trying it out. */
  public Outcome<Tried> tried(Club club, String file) {
    return trying.tried(club, file);
  }

  private Outcome<Draft> found(ClubId club, String name) {
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
