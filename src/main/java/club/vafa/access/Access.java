package club.vafa.access;

import club.vafa.access.StaffStore.Known;
import club.vafa.api.Caller;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Logging in and out, and the first owner of a club. */
@Component
public class Access {
  /** How long a login lasts after it was last used. */
  public static final Duration SESSION = Duration.ofHours(12);

  /** The cookie that holds the token of a login in a browser. */
  public static final String COOKIE = "vafa_session";

  private static final String STAFF = "staff:";
  private static final String FIRST_LOGIN = "owner";

  private final StaffStore store;
  private final Clubs clubs;
  private final Passwords passwords;
  private final Attempts attempts;
  private final Tickets tickets;
  private final Audit audit;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Access(
      StaffStore store,
      Clubs clubs,
      Passwords passwords,
      Attempts attempts,
      Tickets tickets,
      Audit audit,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.clubs = clubs;
    this.passwords = passwords;
    this.attempts = attempts;
    this.tickets = tickets;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /** The first owner's login, to be shown once. */
  public record FirstOwner(String login, String password) {
    @Override
    public String toString() {
      return "FirstOwner[" + login + "]";
    }
  }

  /** Where somebody wants in. */
  public record Credentials(String club, String login, String password, String address) {
    @Override
    public String toString() {
      return "Credentials[" + club + "/" + login + "]";
    }
  }

  /** A login that has begun, with its token. */
  public record Session(
      ClubId club, Staff staff, Optional<Language> chosen, String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Session[" + staff.login() + "]";
    }
  }

  /** Makes the owner of a club that has no staff yet; nothing when it has. */
  public Optional<FirstOwner> firstOwner(ClubId club) {
    return ClubScope.call(
        club,
        () ->
            Optional.ofNullable(
                transaction.execute(_ -> store.isEmpty(club) ? madeOwner(club) : null)));
  }

  private FirstOwner madeOwner(ClubId club) {
    String password = passwords.generate();
    Staff owner =
        new Staff(
            new StaffId(ids.next()),
            FIRST_LOGIN,
            FIRST_LOGIN,
            Role.OWNER,
            null,
            clubs.get(club).language(),
            Staff.State.ACTIVE,
            clock.instant());
    store.insert(club, owner, passwords.hash(password));
    audit.write(
        club, "installation", new Audit.Line("staff.added", owner.id().value(), null, owner));
    return new FirstOwner(FIRST_LOGIN, password);
  }

  /**
   * Lets somebody in. Whatever is wrong, the answer is the same and takes as long, so that nobody
   * learns which clubs and logins there are.
   */
  public Outcome<Session> login(Credentials given) {
    Instant now = clock.instant();
    String login = given.login().strip().toLowerCase(Locale.ROOT);
    String name = given.club() + "/" + login;
    Duration pause = attempts.pause(name, given.address(), now);
    if (pause.isPositive()) {
      return Outcome.refused(
          Refusal.at("", AccessCode.TOO_MANY_ATTEMPTS, Map.of("seconds", pause.toSeconds() + 1)));
    }
    Optional<ClubId> club = clubs.byCode(given.club());
    if (club.isEmpty()) {
      passwords.compareWithNobody(given.password());
    }
    Optional<Session> session =
        club.flatMap(id -> ClubScope.call(id, () -> session(id, login, given, now)));
    if (session.isEmpty()) {
      attempts.failed(name, given.address(), now);
      return Outcome.refused(Refusal.of(AccessCode.LOGIN_FAILED));
    }
    attempts.succeeded(name, given.address());
    return Outcome.done(session.get());
  }

  private Optional<Session> session(ClubId club, String login, Credentials given, Instant now) {
    Optional<Known> known = store.byLogin(club, login).filter(found -> found.staff().active());
    if (known.isEmpty()) {
      passwords.compareWithNobody(given.password());
      return Optional.empty();
    }
    if (!passwords.matches(given.password(), known.get().password())) {
      return Optional.empty();
    }
    Staff staff = known.get().staff();
    Secret token = Secret.make(Secret.SESSION, random);
    transaction.executeWithoutResult(_ -> {
      store.endSessionsSeenBefore(club, now.minus(SESSION));
      store.insertSession(club, ids.next(), token.hash(), staff.id(), now);
    });
    return Optional.of(
        new Session(
            club, staff, store.chosenLanguage(club, staff.id()), token.text(), now.plus(SESSION)));
  }

  /** Keeps the language somebody chose with their login, for whatever device they come on next. */
  @Transactional
  public void speak(Caller caller, Language language) {
    if (caller.actor().startsWith(STAFF)) {
      store.chooseLanguage(caller.club(), caller.actor().substring(STAFF.length()), language);
    }
  }

  /** Ends the login the caller calls with; a caller with a key has none to end. */
  @Transactional
  public void logout(Caller caller) {
    store.endSession(caller.club(), caller.id());
    tickets.forgetAfterCommit();
  }
}
