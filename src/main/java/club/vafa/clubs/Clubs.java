package club.vafa.clubs;

import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The clubs of this installation and their settings. */
@Component
public class Clubs {
  /** How long a node may go on with settings that another node has changed. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final ClubStore store;
  private final Ids ids;
  private final Clock clock;
  private final Map<ClubId, Kept> kept = new ConcurrentHashMap<>();

  Clubs(ClubStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  private record Kept(Club club, Set<Place> places, long readAt) {}

  /** A branch, or a terminal in it when the second part is not empty. */
  record Place(String branch, String terminal) {}

  /** Every club of the installation, oldest first. */
  public List<ClubId> all() {
    return ClubScope.callInstallation(store::all);
  }

  public Optional<ClubId> byCode(String code) {
    return ClubScope.callInstallation(() -> store.byCode(code));
  }

  /**
   * The club and its settings, at most a second old.
   *
   * @throws IllegalArgumentException when there is no such club
   */
  public Club get(ClubId id) {
    return current(id).club();
  }

  /** Whether the club has this branch and, when named, this terminal in it. */
  public boolean has(ClubId id, String branch, String terminal) {
    return current(id).places().contains(new Place(branch, terminal));
  }

  /** Founds a club. Its code must be free. Called outside of any club. */
  public Outcome<Club> found(NewClub command) {
    List<Refusal> faults = command.faults();
    if (!faults.isEmpty()) {
      return Outcome.refused(faults);
    }
    if (byCode(command.code()).isPresent()) {
      return Outcome.refused(
          Refusal.at("/code", ClubsCode.CLUB_CODE_TAKEN, Map.of("value", command.code())));
    }
    Club club = command.club(new ClubId(ids.next()));
    ClubScope.run(club.id(), () -> store.insert(club, clock.instant()));
    return Outcome.done(club);
  }

  /** Changes the settings a club may change later; currency and calendar stay as founded. */
  @Transactional
  public Outcome<Club> change(ClubId id, ClubSettings settings) {
    Club before = get(id);
    store.update(
        id,
        settings.name() == null ? before.name() : settings.name(),
        settings.language() == null ? before.language() : settings.language(),
        settings.walletPaidEarns() == null ? before.walletPaidEarns() : settings.walletPaidEarns(),
        settings.returnPolicy() == null ? before.returnPolicy() : settings.returnPolicy());
    kept.remove(id);
    return Outcome.done(get(id));
  }

  /** Adds a unit; its number follows the highest so far. */
  @Transactional
  public Outcome<Unit> addUnit(ClubId id, Unit wanted) {
    store.lock(id);
    Club club = store.read(id);
    if (club.unit(wanted.code()).isPresent()) {
      return Outcome.refused(
          Refusal.at("/code", ClubsCode.UNIT_CODE_TAKEN, Map.of("value", wanted.code())));
    }
    int number = club.units().stream().mapToInt(Unit::number).max().orElse(0) + 1;
    Unit unit = wanted.numbered(number);
    store.insert(id, unit);
    kept.remove(id);
    return Outcome.done(unit);
  }

  /** Replaces what may change about a unit: names, rounding, worth, expiry, waiting, owing. */
  @Transactional
  public Outcome<Unit> changeUnit(ClubId id, Unit wanted) {
    store.lock(id);
    Optional<Unit> before = store.read(id).unit(wanted.code());
    if (before.isEmpty()) {
      return Outcome.refused(
          Refusal.at("/code", ClubsCode.UNIT_UNKNOWN, Map.of("value", wanted.code())));
    }
    if (before.get().decimals() != wanted.decimals() || before.get().kind() != wanted.kind()) {
      return Outcome.refused(Refusal.at("/decimals", ClubsCode.UNIT_FIXED));
    }
    Unit unit = wanted.numbered(before.get().number());
    store.update(id, unit);
    kept.remove(id);
    return Outcome.done(unit);
  }

  /** Adds a branch, or renames the one that has this code. */
  @Transactional
  public Branch putBranch(ClubId id, Branch branch) {
    store.put(id, branch, clock.instant());
    kept.remove(id);
    return branch;
  }

  /** Adds a terminal to a branch, or renames the one that has this code. */
  @Transactional
  public Outcome<Terminal> putTerminal(ClubId id, Terminal terminal) {
    if (store.branches(id).stream().noneMatch(b -> b.code().equals(terminal.branch()))) {
      return Outcome.refused(
          Refusal.at("/branch", ClubsCode.BRANCH_UNKNOWN, Map.of("value", terminal.branch())));
    }
    store.put(id, terminal, clock.instant());
    kept.remove(id);
    return Outcome.done(terminal);
  }

  public List<Branch> branches(ClubId id) {
    return store.branches(id);
  }

  public List<Terminal> terminals(ClubId id) {
    return store.terminals(id);
  }

  private Kept current(ClubId id) {
    Kept known = kept.get(id);
    if (known != null && System.nanoTime() - known.readAt() < FRESH.toNanos()) {
      return known;
    }
    Kept read =
        ClubScope.call(id, () -> new Kept(store.read(id), store.places(id), System.nanoTime()));
    // The same club stays the same object, which makes comparing it free.
    Kept now =
        known != null && known.club().equals(read.club())
            ? new Kept(known.club(), read.places(), read.readAt())
            : read;
    kept.put(id, now);
    return now;
  }

  /** When the club was founded. */
  public Instant founded(ClubId id) {
    return ClubScope.call(id, () -> store.founded(id));
  }
}
