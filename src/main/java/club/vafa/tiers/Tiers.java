package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.installation.Remembered;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Refusal;
import club.vafa.tiers.StandingStore.Doc;
import club.vafa.tiers.StandingStore.Written;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The sets of tiers a club defines, and the standings of the members of a round. */
@Component
public class Tiers {
  static final int MOST_SETS = 20;

  private final TierStore store;
  private final StandingStore standings;
  private final DayStore days;
  private final Feed feed;
  private final Clock clock;
  private final Remembered<Kept> kept = new Remembered<>();

  Tiers(TierStore store, StandingStore standings, DayStore days, Feed feed, Clock clock) {
    this.store = store;
    this.standings = standings;
    this.days = days;
    this.feed = feed;
    this.clock = clock;
  }

  /**
   * The sets of a club.
   *
   * @param number grows with every change
   * @param codes of all tiers there ever were
   */
  record Program(long number, List<TierSet> live, Set<String> codes) {}

  private record Kept(Program program, Club club) {}

  /** The sets that are not ended, in the order in which they were made. */
  public List<TierSet> live(Club club) {
    return program(club).live();
  }

  /** The codes of all tiers, also of sets that have ended: campaigns of then still name them. */
  public Set<String> codes(Club club) {
    return program(club).codes();
  }

  public Optional<DefinedSet> find(ClubId club, String code) {
    return store.find(club, code);
  }

  /** Sets by code, those after the given one. */
  public List<DefinedSet> list(ClubId club, String after, int limit) {
    return store.list(club, after, limit);
  }

  /** Who changed a set, when and how, newest first. */
  public List<SetVersion> versions(ClubId club, String code, int before, int limit) {
    return store.versions(club, code, before, limit);
  }

  /** Defines a set, or changes the one that has this code. */
  @Transactional
  public Outcome<DefinedSet> put(Club club, String code, JsonNode definition, String actor) {
    return new TierReader(club)
        .read(code, definition)
        .then(read -> {
          store.lock(club.id());
          List<DefinedSet> all = store.all(club.id());
          Optional<DefinedSet> before =
              all.stream().filter(set -> set.code().equals(code)).findFirst();
          List<Refusal> against = against(club, all, read);
          if (!against.isEmpty()) {
            return Outcome.refused(against);
          }
          int version = before.map(DefinedSet::version).orElse(0) + 1;
          return Outcome.done(
              write(club, code, new SetVersion(version, definition, actor, clock.instant())));
        });
  }

  /** Ends a set for good: nobody stands in it any more. */
  @Transactional
  public Outcome<DefinedSet> end(Club club, String code, String actor) {
    store.lock(club.id());
    Optional<DefinedSet> before = store.find(club.id(), code);
    if (before.isEmpty()) {
      return Outcome.refused(Refusal.of(TierCode.TIER_SET_NOT_FOUND));
    }
    if (!before.get().live()) {
      return Outcome.refused(Refusal.of(TierCode.TIER_SET_ENDED));
    }
    int version = before.get().version() + 1;
    return Outcome.done(write(club, code, new SetVersion(version, null, actor, clock.instant())));
  }

  private DefinedSet write(Club club, String code, SetVersion version) {
    store.put(club.id(), code, version);
    forget(club.id());
    return store.find(club.id(), code).orElseThrow();
  }

  private List<Refusal> against(Club club, List<DefinedSet> all, TierSet wanted) {
    boolean ended = all.stream().anyMatch(set -> set.code().equals(wanted.code()) && !set.live());
    if (ended) {
      return List.of(Refusal.of(TierCode.TIER_SET_ENDED));
    }
    List<TierSet> known = all.stream().map(set -> parsed(club, set)).toList();
    List<Refusal> against = new ArrayList<>(wanted.against(known));
    if (all.stream().filter(DefinedSet::live).count() >= MOST_SETS) {
      against.add(Refusal.at("", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_SETS)));
    }
    return against;
  }

  /** What is known of the sets of a club is read anew. */
  void forget(ClubId club) {
    kept.forget(club);
  }

  static TierSet parsed(Club club, DefinedSet set) {
    if (new TierReader(club).read(set.code(), set.definition())
        instanceof Done<TierSet>(TierSet read)) {
      return read;
    }
    throw new IllegalStateException("the tiers " + set.code() + " are unreadable");
  }

  Program program(Club club) {
    return kept.get(club.id(), known -> known.club().equals(club), () -> read(club)).program();
  }

  private Kept read(Club club) {
    List<TierSet> live = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (DefinedSet set : store.all(club.id())) {
      TierSet read = parsed(club, set);
      codes.addAll(read.codes());
      if (set.live()) {
        live.add(read);
      }
    }
    return new Kept(
        new Program(store.program(club.id()), List.copyOf(live), Set.copyOf(codes)), club);
  }

  /** What the sets count, as progress is kept. */
  static Set<Integer> measures(List<TierSet> sets) {
    Set<Integer> measures = new HashSet<>();
    for (TierSet set : sets) {
      set.measures().forEach(measure -> measures.add(measure.key()));
    }
    measures.remove(Progress.NOTHING);
    return measures;
  }

  /**
   * The standings of these members, whose rows the caller has locked if they will be written. A
   * club without tiers asks nothing of the database.
   */
  public TierBook open(Club club, Collection<MemberId> members) {
    Program program = program(club);
    return open(club, program, members, Reach.of(club, program.live()));
  }

  /** The same with every single day there is, for counting the past. */
  public TierBook openWhole(Club club, Collection<MemberId> members) {
    return open(club, program(club), members, Reach.WHOLE);
  }

  private TierBook open(Club club, Program program, Collection<MemberId> members, Reach reach) {
    boolean nothing = program.live().isEmpty() || members.isEmpty();
    return new TierBook(
        club,
        club.day(clock.instant()),
        program,
        nothing ? Map.of() : standings.read(club.id(), members, reach));
  }

  /**
   * After which member the past has to be counted, because a set counts what was not counted
   * before; nothing when all is counted.
   */
  public Optional<UUID> uncounted(Club club) {
    List<TierSet> live = live(club);
    return live.isEmpty() ? Optional.empty() : store.uncounted(club.id(), names(live));
  }

  /** The past is counted up to this member, or with null to the last one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void countedTo(Club club, @Nullable UUID member) {
    store.counted(club.id(), names(live(club)), member);
  }

  /** How many members stand in each tier of a set, of those who were here at all. */
  public Crowd crowds(Club club, String set) {
    return standings.crowd(club.id(), set);
  }

  private static String names(List<TierSet> live) {
    return measures(live).stream().sorted().map(String::valueOf).collect(Collectors.joining(" "));
  }

  /** Writes what changed, in the transaction that holds the members' locks. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(TierBook book) {
    List<TierBook.Page> pages = book.written();
    if (pages.isEmpty()) {
      return;
    }
    ClubId club = book.club.id();
    Instant now = clock.instant();
    Map<MemberId, Map<Progress.Key, Long>> added = new LinkedHashMap<>();
    Map<MemberId, List<Change>> changes = new LinkedHashMap<>();
    List<Written> rows = new ArrayList<>();
    List<Happening> happenings = new ArrayList<>();
    Reach reach = book.reach();
    for (TierBook.Page page : pages) {
      added.put(page.member(), page.climber().progress().added());
      changes.put(page.member(), page.changes());
      rows.add(written(page, reach, book.program));
      page.changes().stream()
          .filter(change -> !Objects.equals(change.before(), change.tier()))
          .forEach(change ->
              happenings.add(
                  new Happening("member.tier", page.member().value(), payload(change), now)));
    }
    days.add(club, added);
    standings.writeMembers(club, rows);
    standings.writeStandings(club, changes, now);
    feed.append(club, happenings);
  }

  private static Written written(TierBook.Page page, Reach reach, long program) {
    Map<String, SetState> states = new HashMap<>();
    LocalDate asOf = page.climber().joined();
    Instant due = null;
    for (Place place : page.places().values()) {
      states.put(place.ladder.set().code(), place.state());
      asOf = place.asOf();
      LocalDate day = place.due();
      if (day != null) {
        Instant start = place.ladder.start(day);
        due = due == null || start.isBefore(due) ? start : due;
      }
    }
    return new Written(
        page.member(),
        asOf,
        due,
        program,
        new Doc(page.climber().joined(), states),
        Days.of(page.climber().progress(), reach, asOf));
  }

  private static String payload(Change change) {
    return "{\"set\":\"%s\",\"from\":%s,\"to\":%s,\"reason\":\"%s\"}"
        .formatted(
            change.set(),
            quoted(change.before()),
            quoted(change.tier()),
            Form.lower(change.reason()));
  }

  private static String quoted(@Nullable String code) {
    return code == null ? "null" : '"' + code + '"';
  }
}
