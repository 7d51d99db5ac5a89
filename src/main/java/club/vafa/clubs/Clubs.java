package club.vafa.clubs;

import club.vafa.installation.ClubScope;
import club.vafa.installation.Remembered;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Toman;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clubs of this installation and their settings. */
@Component
public class Clubs {
  private final ClubStore store;
  private final TableStore tables;
  private final Ids ids;
  private final Clock clock;
  private final Remembered<Kept> kept = new Remembered<>();

  Clubs(ClubStore store, TableStore tables, Ids ids, Clock clock) {
    this.store = store;
    this.tables = tables;
    this.ids = ids;
    this.clock = clock;
  }

  private record Kept(
      Club club,
      Set<Place> places,
      Map<Integer, List<Worth>> worths,
      List<Conversion> conversions) {}

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
    if (Boolean.TRUE.equals(settings.toman()) && !Toman.suits(get(id).currency())) {
      return Outcome.refused(Refusal.at("/toman", ClubsCode.TOMAN_NEEDS_RIAL));
    }
    store.update(settings.on(get(id)));
    forget(id);
    return Outcome.done(get(id));
  }

  /** The club as it is, whose settings and units nobody else changes until the commit. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Club hold(ClubId id) {
    store.lock(id);
    return store.read(id);
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
    forget(id);
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
    if (!Objects.equals(unit.worth(), before.get().worth())) {
      keepWorth(id, before.get(), unit);
    }
    store.update(id, unit);
    forget(id);
    return Outcome.done(unit);
  }

  /** Sales of the past keep what the unit was worth then, beside whatever its table says. */
  private void keepWorth(ClubId id, Unit before, Unit unit) {
    Instant now = clock.instant();
    var made = new TableStore.Made("settings", now);
    List<Worth> known = tables.worths(id).getOrDefault(unit.number(), List.of());
    if (known.isEmpty()) {
      tables.addWorth(id, before, Worth.of(before.worth()).from(founded(id)), made);
    }
    Worth holds = Worth.of(null);
    for (Worth worth : known) {
      holds = worth.from().isAfter(now) ? holds : worth;
    }
    tables.addWorth(id, unit, holds.base(unit.worth()).from(now), made);
    // What is set to begin later would be superseded by a version that begins before it.
    known.stream()
        .filter(worth -> worth.from().isAfter(now))
        .forEach(later -> tables.addWorth(id, unit, later, made));
  }

  /** Makes the next version of a unit's loyalty table. It may begin later, but not in the past. */
  @Transactional
  public Outcome<Worth> putWorth(ClubId id, String code, Worth wanted, String actor) {
    store.lock(id);
    Optional<Unit> unit = store.read(id).unit(code);
    if (unit.isEmpty()) {
      return Outcome.refused(Refusal.at("", ClubsCode.UNIT_UNKNOWN, Map.of("value", code)));
    }
    Instant now = clock.instant();
    List<Worth> known = tables.worths(id).getOrDefault(unit.get().number(), List.of());
    Instant start = known.isEmpty() ? now : Collections.max(List.of(now, known.getLast().from()));
    Worth dated = wanted.from().equals(Instant.MIN) ? wanted.from(start) : wanted;
    if (dated.from().isBefore(start)) {
      return Outcome.refused(
          Refusal.at("/from", ClubsCode.WORTH_IN_THE_PAST, Map.of("earliest", start.toString())));
    }
    if (known.isEmpty()) {
      Worth first = Worth.of(unit.get().worth()).from(founded(id));
      tables.addWorth(id, unit.get(), first, new TableStore.Made(actor, now));
    }
    tables.addWorth(id, unit.get(), dated, new TableStore.Made(actor, now));
    forget(id);
    return Outcome.done(dated);
  }

  /**
   * Replaces a unit's loyalty table from now on: what holds now and every table that is set to
   * begin later. What held before stays, so that a late sale finds the worth of its day.
   *
   * @param schedule the table of now, then the later ones in their order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void planWorths(ClubId id, Unit unit, List<Worth> schedule, String actor) {
    store.lock(id);
    Instant now = clock.instant();
    TableStore.Made made = new TableStore.Made(actor, now);
    if (!tables.worths(id).containsKey(unit.number())) {
      tables.addWorth(id, unit, Worth.of(unit.worth()).from(founded(id)), made);
    }
    for (Worth worth : schedule) {
      tables.addWorth(id, unit, worth.from().isBefore(now) ? worth.from(now) : worth, made);
    }
    forget(id);
  }

  /** All versions of a unit's loyalty table, in the order in which they hold. */
  public List<Worth> worths(ClubId id, Unit unit) {
    return current(id).worths().getOrDefault(unit.number(), List.of(Worth.of(unit.worth())));
  }

  /** The version of a unit's loyalty table that holds at an instant. */
  public Worth worth(ClubId id, Unit unit, Instant at) {
    Worth holds = worths(id, unit).getFirst();
    for (Worth version : worths(id, unit)) {
      holds = version.from().isAfter(at) ? holds : version;
    }
    return holds;
  }

  /** Sets how one unit is turned into another, from now on. */
  @Transactional
  public Outcome<Conversion> putConversion(ClubId id, Conversion wanted, String actor) {
    store.lock(id);
    Club club = store.read(id);
    for (String code : List.of(wanted.from(), wanted.to())) {
      if (club.unit(code).isEmpty()) {
        return Outcome.refused(Refusal.at("", ClubsCode.UNIT_UNKNOWN, Map.of("value", code)));
      }
    }
    if (wanted.from().equals(wanted.to())) {
      return Outcome.refused(Refusal.at("", ClubsCode.CONVERSION_TO_ITSELF));
    }
    if (tables.conversions(id).stream().anyMatch(wanted::goesRoundWith)) {
      return Outcome.refused(Refusal.at("/automatic", ClubsCode.CONVERSION_ROUND));
    }
    Instant now = clock.instant();
    Conversion made = wanted.since(club.day(now));
    tables.addConversion(club, made, new TableStore.Made(actor, now));
    forget(id);
    return Outcome.done(made);
  }

  /** How units are turned into others, at most a second old. */
  public List<Conversion> conversions(ClubId id) {
    return current(id).conversions();
  }

  public Optional<Conversion> conversion(ClubId id, String from, String to) {
    return conversions(id).stream()
        .filter(one -> one.from().equals(from) && one.to().equals(to))
        .findFirst();
  }

  /** Adds a branch, or renames the one that has this code. */
  @Transactional
  public Branch putBranch(ClubId id, Branch branch) {
    store.put(id, branch, clock.instant());
    forget(id);
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
    forget(id);
    return Outcome.done(terminal);
  }

  public List<Branch> branches(ClubId id) {
    return store.branches(id);
  }

  public List<Terminal> terminals(ClubId id) {
    return store.terminals(id);
  }

  void forget(ClubId id) {
    kept.forget(id);
  }

  private Kept current(ClubId id) {
    return kept.get(id, () -> ClubScope.call(id, () -> read(id)));
  }

  private Kept read(ClubId id) {
    Kept known = kept.last(id);
    Club read = store.read(id);
    // The same club stays the same object, which makes comparing it free.
    Club club = known != null && known.club().equals(read) ? known.club() : read;
    return new Kept(club, store.places(id), tables.worths(id), tables.conversions(id));
  }

  /** When the club was founded. */
  public Instant founded(ClubId id) {
    return ClubScope.call(id, () -> store.founded(id));
  }
}
