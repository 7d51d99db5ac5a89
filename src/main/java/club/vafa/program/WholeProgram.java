package club.vafa.program;

import club.vafa.campaigns.Approval;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.Draft.State;
import club.vafa.program.Publisher.Making;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The whole program of a club: what is live, drafts of it, and every version there was. */
@Component
public class WholeProgram {
  private final ProgramStore store;
  private final Comparing comparing;
  private final Drafting drafting;
  private final Publisher publisher;
  private final ProgramApprovals approvals;
  private final Clock clock;

  WholeProgram(
      ProgramStore store,
      Comparing comparing,
      Drafting drafting,
      Publisher publisher,
      ProgramApprovals approvals,
      Clock clock) {
    this.store = store;
    this.comparing = comparing;
    this.drafting = drafting;
    this.publisher = publisher;
    this.approvals = approvals;
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
    return drafting.found(club.id(), name).then(draft -> comparing.compare(club, draft, language));
  }

  /** Versions before a number, newest first, each with what it changed. */
  @Transactional
  public List<VersionTold> versions(Club club, int before, int limit, Language language) {
    return comparing.versions(club, before, limit, language);
  }

  /** Keeps a file as a draft: a new one, made from what is live now, or another text of one. */
  @Transactional
  public Outcome<Draft> put(Club club, String name, String file, String actor) {
    return drafting.put(club, name, file, actor);
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
    return drafting.rebase(club, name, keep, actor);
  }

  /** Puts a draft into force now, or sets the time at which it goes live. */
  @Transactional
  public Outcome<Draft> publish(Club club, String name, NewVersion wanted) {
    return drafting.publish(club, name, wanted);
  }

  /**
   * Asks a second person to put a draft into force, or to go back to a version; nothing changes
   * yet.
   */
  @Transactional
  public Outcome<Approval> ask(Club club, Subject subject, NewVersion wanted) {
    return approvals.ask(club, subject, wanted);
  }

  /** What a second person is asked for: a draft by its name, or a version to go back to. */
  public record Subject(@Nullable String draft, @Nullable Integer version) {}

  /** Takes back the time at which a draft was to go live. */
  @Transactional
  public Outcome<Draft> unschedule(ClubId club, String name) {
    return drafting.unschedule(club, name);
  }

  /** Throws a draft away. */
  @Transactional
  public Outcome<Draft> discard(ClubId club, String name) {
    return drafting.discard(club, name);
  }

  /**
   * Puts the scheduled draft into force whose time came first, as of that time. One that cannot go
   * live waits and says why; the others do not wait for it.
   *
   * @return whether there was one
   */
  @Transactional
  public boolean goLive(ClubId club) {
    return drafting.goLive(club);
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
}
