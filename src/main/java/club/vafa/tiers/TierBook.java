package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.tiers.Ladder.Climber;
import club.vafa.tiers.StandingStore.MemberRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The working copy of some members' standings and of what counts towards them. Activities are
 * counted one after the other, so that each sees where the ones before have led.
 */
public final class TierBook {
  final Club club;
  final long program;
  private final LocalDate today;
  private final List<TierSet> sets;
  private final Map<MemberId, MemberRow> rows;
  private final Map<MemberId, Page> pages = new LinkedHashMap<>();
  private final Set<MemberId> touched = new HashSet<>();

  TierBook(Club club, LocalDate today, Tiers.Program program, Map<MemberId, MemberRow> rows) {
    this.club = club;
    this.today = today;
    this.program = program.number();
    this.sets = program.live();
    this.rows = new HashMap<>(rows);
  }

  /** The book of a club without tiers. */
  public static TierBook none(Club club) {
    return new TierBook(club, LocalDate.EPOCH, new Tiers.Program(0, List.of(), Set.of()), Map.of());
  }

  /**
   * The book of one member who has done nothing yet, under sets that need not be in force. It is
   * never written.
   */
  public static TierBook rehearsed(Club club, Trial trial, MemberId member, LocalDate joined) {
    Tiers.Program program = new Tiers.Program(0, trial.sets(), Set.of());
    return trial.sets().isEmpty()
        ? none(club)
        : new TierBook(club, trial.until(), program, Map.of(member, MemberRow.nobody(joined)));
  }

  /** Sets that are tried, and the last day there will be. */
  public record Trial(List<TierSet> sets, LocalDate until) {}

  /** One member's page. */
  record Page(MemberId member, Climber climber, Map<String, Place> places) {
    /** What changed, set by set. */
    List<Change> changes() {
      List<Change> changes = new ArrayList<>();
      places.values().forEach(place -> changes.addAll(place.changes));
      return changes;
    }
  }

  /**
   * Something that counts.
   *
   * @param document the purchase, event or return
   * @param spent minor units of money, below zero when goods came back
   * @param earned minor units by code of the unit
   */
  public record Counted(
      MemberId member,
      LocalDate joined,
      Instant at,
      UUID document,
      long spent,
      long visits,
      Map<String, Long> earned) {}

  /** A tier that is held in a set. */
  public record Stand(String set, @Nullable String tier, @Nullable LocalDate until) {}

  /** How far back its sets look. */
  Reach reach() {
    return Reach.of(club, sets);
  }

  /** Whether the club has any tiers at all. */
  public boolean isEmpty() {
    return sets.isEmpty();
  }

  /** The tiers a member held at an instant, of each set at most one. */
  public Set<String> tiersAt(MemberId member, LocalDate joined, Instant at) {
    Set<String> tiers = new LinkedHashSet<>();
    if (!sets.isEmpty()) {
      LocalDate day = club.day(at);
      for (Place place : page(member, joined).places().values()) {
        place.bringUpTo(day.isAfter(today) ? today : day);
        String tier = place.tierAt(at);
        if (tier != null) {
          tiers.add(tier);
        }
      }
    }
    return tiers;
  }

  /** Does what time brings until the last day there is. */
  public void bringUp(MemberId member, LocalDate joined) {
    if (!sets.isEmpty()) {
      current(member, joined);
    }
  }

  /** The tier that was held in each set at an instant, as far as is known by now. */
  public Map<String, @Nullable String> heldAt(MemberId member, LocalDate joined, Instant at) {
    Map<String, @Nullable String> held = new LinkedHashMap<>();
    if (!sets.isEmpty()) {
      page(member, joined).places().forEach((set, place) -> held.put(set, place.tierAt(at)));
    }
    return held;
  }

  /** Where a member stands now in each set. */
  public List<Stand> stands(MemberId member, LocalDate joined) {
    List<Stand> stands = new ArrayList<>();
    if (!sets.isEmpty()) {
      page(member, joined)
          .places()
          .forEach((set, place) -> stands.add(new Stand(set, place.tier(), place.until())));
    }
    return stands;
  }

  /** Counts an activity, and tells in which sets the member stands elsewhere by it. */
  public List<Change> count(Counted what) {
    if (sets.isEmpty()) {
      return List.of();
    }
    LocalDate day = club.day(what.at());
    Page page = upTo(day, what);
    Map<String, @Nullable String> before = tiers(page);
    add(page, day, what, false);
    page.places().values().forEach(place -> place.counted(day, what.at(), what.document()));
    return moved(page, before);
  }

  /**
   * Takes back what an activity of that time had counted.
   *
   * @param what amounts that go, and the return as document
   * @param back when it came back; changes count from then on
   */
  public List<Change> uncount(Counted what, Instant back) {
    if (sets.isEmpty() || !rows.containsKey(what.member())) {
      return List.of();
    }
    LocalDate day = club.day(what.at());
    Page page = upTo(club.day(back), what);
    Map<String, @Nullable String> before = tiers(page);
    add(page, day, what, true);
    page.places().values().forEach(place -> place.uncounted(day, back, what.document()));
    return moved(page, before);
  }

  /**
   * Counts a member's past. What is on record already stays, so that nothing is counted twice, and
   * the tier that it makes begins now.
   */
  public void recount(MemberId member, LocalDate joined, List<Counted> past, Instant now) {
    Page page = current(member, joined);
    touch(member);
    Progress found = new Progress();
    Page loose = new Page(member, new Climber(joined, found), Map.of());
    past.forEach(what -> add(loose, club.day(what.at()), what, false));
    Progress progress = page.climber().progress();
    found
        .all()
        .forEach((key, amount) -> {
          long there = progress.sum(key.measure(), key.day(), key.day());
          progress.add(key.measure(), key.day(), Math.max(0, amount - there));
        });
    page.places().values().forEach(place -> place.review(now));
  }

  private Page upTo(LocalDate day, Counted what) {
    Page page = page(what.member(), what.joined());
    touch(what.member());
    page.places().values().forEach(place -> place.bringUpTo(day.isAfter(today) ? today : day));
    return page;
  }

  private void add(Page page, LocalDate day, Counted what, boolean back) {
    Map<Integer, Long> amounts = new LinkedHashMap<>();
    amounts.put(Progress.SPEND, what.spent());
    amounts.put(Progress.VISITS, what.visits());
    what.earned()
        .forEach((code, amount) ->
            club.unit(code).ifPresent(unit -> amounts.put(unit.number(), amount)));
    Progress progress = page.climber().progress();
    amounts.keySet().retainAll(Tiers.measures(sets));
    amounts.forEach((measure, amount) ->
        progress.add(measure, day, back ? -progress.atMost(measure, day, amount) : amount));
  }

  private static Map<String, @Nullable String> tiers(Page page) {
    Map<String, @Nullable String> tiers = new HashMap<>();
    page.places().forEach((set, place) -> tiers.put(set, place.tier()));
    return tiers;
  }

  /** The last change of each set in which the member stands elsewhere than before. */
  private static List<Change> moved(Page page, Map<String, @Nullable String> before) {
    List<Change> moved = new ArrayList<>();
    page.places()
        .forEach((set, place) -> {
          String tier = place.tier();
          if (!Objects.equals(tier, before.get(set)) && !place.changes.isEmpty()) {
            Change last = place.changes.getLast();
            moved.add(
                new Change(
                    set,
                    before.get(set),
                    tier,
                    last.since(),
                    last.until(),
                    last.reason(),
                    last.actor(),
                    last.note(),
                    last.document()));
          }
        });
    return moved;
  }

  /** A member's page, brought up to today and judged by the sets as they are now. */
  Page current(MemberId member, LocalDate joined) {
    Page page = page(member, joined);
    page.places().values().forEach(place -> place.bringUpTo(today));
    return page;
  }

  Page page(MemberId member, LocalDate joined) {
    Page known = pages.get(member);
    if (known == null) {
      known = open(member, rows.getOrDefault(member, MemberRow.nobody(joined)), joined);
      pages.put(member, known);
    }
    return known;
  }

  private Page open(MemberId member, MemberRow row, LocalDate joined) {
    Climber climber = new Climber(joined, row.progress());
    Map<String, Place> places = new LinkedHashMap<>();
    for (TierSet set : sets) {
      SetState state = row.doc().sets().getOrDefault(set.code(), SetState.NEW);
      Place place = new Place(new Ladder(club, set), climber, state, row.asOf());
      if (row.program() != program && row.program() != MemberRow.UNJUDGED) {
        place.review(place.ladder.start(row.asOf()));
      }
      places.put(set.code(), place);
    }
    return new Page(member, climber, places);
  }

  /** When somebody joined of whom there is a record. */
  Optional<LocalDate> joined(MemberId member) {
    return Optional.ofNullable(rows.get(member)).map(row -> row.doc().joined());
  }

  /** Leaves a member out of what will be written. */
  void drop(MemberId member) {
    pages.remove(member);
  }

  /** Has a member written even if their standing did not change. */
  void touch(MemberId member) {
    touched.add(member);
  }

  LocalDate today() {
    return today;
  }

  /** The pages on which something was written. */
  List<Page> written() {
    return pages.values().stream()
        .filter(page -> touched.contains(page.member()) || !page.changes().isEmpty())
        .toList();
  }
}
