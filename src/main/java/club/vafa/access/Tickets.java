package club.vafa.access;

import club.vafa.access.TicketStore.Ticket;
import club.vafa.api.Caller;
import club.vafa.api.KnownCallers;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows who calls with a token. What was found is trusted for a few seconds, so that a busy till
 * costs no query per sale and a revoked key still stops everywhere soon.
 */
@Component
class Tickets implements KnownCallers {
  private static final long TRUSTED = TimeUnit.SECONDS.toNanos(5);
  private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 10_000;

  private final TicketStore store;
  private final Clock clock;
  private final ConcurrentHashMap<String, Kept> kept = new ConcurrentHashMap<>();

  Tickets(TicketStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Kept(Ticket ticket, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < TRUSTED;
    }
  }

  Optional<Caller> caller(Secret secret) {
    String hash = secret.hash();
    Kept known = kept.get(hash);
    if (known == null || !known.fresh()) {
      known = refreshed(secret, hash);
    }
    return Optional.ofNullable(caller(known));
  }

  @Override
  public @Nullable Caller known(@Nullable String authorization) {
    Secret secret = Secret.ofHeader(authorization);
    Kept known = secret == null ? null : kept.get(secret.hash());
    return known != null && known.fresh() ? caller(known) : null;
  }

  private @Nullable Caller caller(@Nullable Kept known) {
    return known != null && known.ticket().ends().isAfter(clock.instant())
        ? known.ticket().caller()
        : null;
  }

  /** One thread reads; those that come for the same token wait for it. */
  private @Nullable Kept refreshed(Secret secret, String hash) {
    if (kept.size() > MOST_KEPT) {
      kept.values().removeIf(old -> !old.fresh());
    }
    return kept.compute(hash, (_, old) -> old != null && old.fresh() ? old : read(secret, hash));
  }

  private @Nullable Kept read(Secret secret, String hash) {
    Instant now = clock.instant();
    Optional<Ticket> found =
        ClubScope.callInstallation(
            () -> secret.isSession() ? store.session(hash) : store.key(hash));
    return found
        .filter(ticket -> ticket.ends().isAfter(now))
        .map(ticket -> seen(ticket, secret, now))
        .map(ticket -> new Kept(ticket, System.nanoTime()))
        .orElse(null);
  }

  private Ticket seen(Ticket ticket, Secret secret, Instant now) {
    if (ticket.seen().plus(WRITTEN_EVERY).isAfter(now)) {
      return ticket;
    }
    Caller caller = ticket.caller();
    ClubScope.run(
        caller.club(),
        () -> {
          if (secret.isSession()) {
            store.sessionSeen(caller, now);
          } else {
            store.keyUsed(caller, now);
          }
        });
    return secret.isSession() ? new Ticket(caller, now.plus(Access.SESSION), now) : ticket;
  }

  /** Once the running transaction stands, whoever calls is looked up anew. */
  void forgetAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            kept.clear();
          }
        });
  }
}
