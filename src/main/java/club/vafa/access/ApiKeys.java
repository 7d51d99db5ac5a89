package club.vafa.access;

import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that programs call a club with: made, listed, revoked. */
@Component
public class ApiKeys {
  private static final int LONGEST_NAME = 60;

  private final KeyStore store;
  private final Audit audit;
  private final Tickets tickets;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(KeyStore store, Audit audit, Tickets tickets, Ids ids, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.tickets = tickets;
    this.ids = ids;
    this.clock = clock;
  }

  /** A key as it is shown once, with its secret. */
  public record Made(ApiKey key, String secret) {
    @Override
    public String toString() {
      return "Made[" + key.id() + "]";
    }
  }

  /** Makes a key; nobody gives rights they do not have. */
  @Transactional
  public Outcome<Made> make(Caller caller, NewKey wanted) {
    Input input = faults(wanted);
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    for (Scope scope : wanted.scopes()) {
      if (!caller.may(scope)) {
        return Outcome.refused(
            Refusal.at("/scopes", AccessCode.SCOPE_NOT_HELD, Map.of("scope", scope.text())));
      }
    }
    return Outcome.done(made(caller.club(), caller.actor(), wanted));
  }

  /** Makes a key with all rights for the installation itself: the demo, the bench, an import. */
  @Transactional
  public Made makeFor(ClubId club, String name, Set<Scope> scopes) {
    return made(club, "installation", new NewKey(name, scopes.stream().sorted().toList(), null));
  }

  private Made made(ClubId club, String actor, NewKey wanted) {
    Secret secret = Secret.make(Secret.KEY, random);
    ApiKey key =
        new ApiKey(
            new KeyId(ids.next()),
            String.valueOf(wanted.name()).strip(),
            secret.hint(),
            EnumSet.copyOf(wanted.scopes()).stream().toList(),
            actor,
            clock.instant(),
            wanted.expiresAt(),
            null,
            null);
    store.insert(club, key, secret.hash());
    audit.write(club, actor, new Audit.Line("key.made", key.id().value(), null, key));
    return new Made(key, secret.text());
  }

  private Input faults(NewKey wanted) {
    Input input = new Input();
    input.text("/name", wanted.name(), LONGEST_NAME);
    if (wanted.scopes().isEmpty()) {
      input.refuse("/scopes", InputCode.REQUIRED);
    }
    Instant ends = wanted.expiresAt();
    if (ends != null && !ends.isAfter(clock.instant())) {
      input.refuse("/expiresAt", AccessCode.EXPIRY_PASSED);
    }
    return input;
  }

  public Page<ApiKey> list(ClubId club, Paging paging) {
    return Page.of(
        store.list(club, paging.after(), paging.limit() + 1),
        paging.limit(),
        key -> Cursor.of(key.id().value()));
  }

  public Optional<ApiKey> find(ClubId club, KeyId id) {
    return store.find(club, id);
  }

  /** Ends a key for good; one that has ended stays so. */
  @Transactional
  public Outcome<ApiKey> revoke(Caller caller, KeyId id) {
    Optional<ApiKey> key = store.find(caller.club(), id);
    if (key.isEmpty()) {
      return Outcome.refused(Refusal.of(AccessCode.KEY_NOT_FOUND));
    }
    if (store.revoke(caller.club(), id, clock.instant())) {
      audit.write(
          caller.club(),
          caller.actor(),
          new Audit.Line("key.revoked", id.value(), key.get(), null));
      tickets.forgetAfterCommit();
    }
    return Outcome.done(key.get());
  }
}
