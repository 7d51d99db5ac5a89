package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Proves the books of a club from their entries, check by check, and keeps the result. */
@Component
class LedgerProof {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerProof.class);

  private final ProofStore store;
  private final List<MoreBooks> more;
  private final Clock clock;

  LedgerProof(ProofStore store, List<MoreBooks> more, Clock clock) {
    this.store = store;
    this.more = List.copyOf(more);
    this.clock = clock;
  }

  Verification verify(Club club) {
    Instant started = clock.instant();
    long from = System.nanoTime();
    store.giveMemory();
    ProofStore.Units units =
        new ProofStore.Units(
            numbers(club, Unit::mayOwe), numbers(club, unit -> unit.kind() == Unit.Kind.STAMPS));
    List<Verification.Failure> failures = new ArrayList<>();
    for (ProofCheck check : ProofCheck.values()) {
      store.failure(club.id(), check, units).ifPresent(failures::add);
    }
    more.forEach(books -> failures.addAll(books.prove(club)));
    Duration took = Duration.ofNanos(System.nanoTime() - from);
    Verification found = new Verification(started, took, store.entries(club.id()), failures);
    store.keep(club.id(), found);
    if (!found.holds()) {
      LOG.error("The books of club {} do not hold:\n{}", club.id(), found.text());
    }
    return found;
  }

  private static List<Integer> numbers(Club club, Predicate<Unit> which) {
    return club.units().stream().filter(which).map(Unit::number).toList();
  }
}
