package club.vafa.tiers;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.MemberState;
import club.vafa.members.Members;
import club.vafa.tiers.StandingStore.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where single members stand: told, given by hand, and brought up to date. */
@Component
public class MemberTiers {
  private static final int LONGEST_NOTE = 500;

  private final Tiers tiers;
  private final StandingStore store;
  private final Members members;
  private final Outlook outlook;
  private final Clock clock;

  MemberTiers(Tiers tiers, StandingStore store, Members members, Outlook outlook, Clock clock) {
    this.outlook = outlook;
    this.tiers = tiers;
    this.store = store;
    this.members = members;
    this.clock = clock;
  }

  /**
   * A tier to give by hand.
   *
   * @param kind MANUAL, MATCHED or IMPORTED
   * @param until its last day; null until it is undone
   * @param note why, or what proves the standing elsewhere
   */
  public record Wish(
      @Nullable String set,
      @Nullable String tier,
      Reason kind,
      @Nullable LocalDate until,
      @Nullable String note,
      String actor) {}

  /** A change of a member's standing, as it was written down. */
  public record Told(UUID id, Change change, Instant recordedAt) {}

  /** Where a member stands in each set, and what lies ahead. */
  public Outcome<List<Projection>> of(Club club, MemberId member) {
    MemberRow row = members.look(club.id(), List.of(member)).get(member);
    return row == null
        ? Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND))
        : Outcome.done(projections(club, row, tiers.open(club, List.of(member))));
  }

  /** What is missing to the next tier, as a sentence; empty at the top. */
  public String toReach(Reader reader, Projection projection) {
    return outlook.toReach(reader, projection);
  }

  /** What is missing to keep the tier, as a sentence; empty when it needs no keeping. */
  public String toKeep(Reader reader, Projection projection) {
    return outlook.toKeep(reader, projection);
  }

  private static List<Projection> projections(Club club, MemberRow row, TierBook book) {
    return book.current(row.id(), club.day(row.joinedAt())).places().values().stream()
        .map(place -> new Forecast(place).projection())
        .toList();
  }

  /** Everything that changed a member's standing, newest first. */
  public Page<Told> history(ClubId club, MemberId member, Paging paging) {
    List<Entry> found = store.history(club, member, paging.after(), paging.limit() + 1);
    return Page.of(found, paging.limit(), entry -> Cursor.of(entry.id()))
        .map(entry -> new Told(entry.id(), entry.change(), entry.recordedAt()));
  }

  /** Gives a tier by hand; it takes the place of one given before. */
  @Transactional
  public Outcome<List<Projection>> give(Club club, MemberId member, Wish wish) {
    Input input = new Input();
    TierSet set = set(club, wish, input);
    String note = input.text("/reason", wish.note(), LONGEST_NOTE);
    LocalDate until = wish.until();
    if (until != null && until.isBefore(club.day(clock.instant()))) {
      input.refuse("/until", TierCode.TIER_UNTIL_PAST);
    }
    if (set == null || input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    return locked(club, member)
        .then(row -> {
          TierBook book = tiers.open(club, List.of(member));
          Place place = place(club, book, row, set);
          Instant now = clock.instant();
          boolean floor = place.ladder.rank(wish.tier()) >= place.rank();
          String tier = Ladder.text(wish.tier());
          place.give(
              new GivenTier(tier, wish.kind(), until, floor, wish.actor(), note, now),
              said(set, now, new Said(wish.kind(), wish.actor(), note)));
          tiers.write(book);
          return Outcome.done(projections(club, row, book));
        });
  }

  private @Nullable TierSet set(Club club, Wish wish, Input input) {
    List<TierSet> live = tiers.live(club);
    String code = wish.set();
    TierSet set = null;
    if (code == null && live.size() == 1) {
      set = live.getFirst();
    } else if (code == null) {
      input.refuse("/set", InputCode.REQUIRED);
    } else {
      set = live.stream().filter(one -> one.code().equals(code)).findFirst().orElse(null);
      if (set == null) {
        input.refuse("/set", TierCode.TIER_SET_NOT_FOUND);
      }
    }
    String tier = wish.tier();
    if (tier == null) {
      input.refuse("/tier", InputCode.REQUIRED);
    } else if (set != null && !set.codes().contains(tier)) {
      String allowed = String.join(", ", set.tiers().stream().map(TierSet.Tier::code).toList());
      input.refuse(
          "/tier",
          TierCode.TIER_UNKNOWN,
          Map.of("value", Input.shortened(tier), "allowed", allowed));
    }
    return set;
  }

  /** Takes back what was given by hand; what was earned counts again. */
  @Transactional
  public Outcome<List<Projection>> undo(Club club, MemberId member, String code, String actor) {
    Optional<TierSet> set =
        tiers.live(club).stream().filter(one -> one.code().equals(code)).findFirst();
    if (set.isEmpty()) {
      return Outcome.refused(Refusal.of(TierCode.TIER_SET_NOT_FOUND));
    }
    return locked(club, member)
        .then(row -> {
          TierBook book = tiers.open(club, List.of(member));
          Place place = place(club, book, row, set.get());
          if (place.given() == null) {
            return Outcome.refused(Refusal.of(TierCode.TIER_NOTHING_TO_UNDO));
          }
          place.give(null, said(set.get(), clock.instant(), new Said(Reason.UNDONE, actor, null)));
          tiers.write(book);
          return Outcome.done(projections(club, row, book));
        });
  }

  private record Said(Reason reason, String actor, @Nullable String note) {}

  private static Change said(TierSet set, Instant now, Said by) {
    return new Change(set.code(), null, null, now, null, by.reason(), by.actor(), by.note(), null);
  }

  private Outcome<MemberRow> locked(Club club, MemberId member) {
    MemberRow row = members.lock(club.id(), List.of(member)).get(member);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    return row.refusal()
        .<Outcome<MemberRow>>map(Outcome::refused)
        .orElseGet(() -> Outcome.done(row));
  }

  private static Place place(Club club, TierBook book, MemberRow row, TierSet set) {
    Place place = book.current(row.id(), club.day(row.joinedAt())).places().get(set.code());
    if (place == null) {
      throw new IllegalStateException("the set " + set.code() + " was there a moment ago");
    }
    return place;
  }

  /**
   * Does what came due for some members, and judges those anew who were judged by other sets.
   *
   * @return for how many; none means that nothing is due
   */
  @Transactional
  public int bringUpToNow(Club club, int most) {
    Tiers.Program program = tiers.program(club);
    if (program.live().isEmpty()) {
      return 0;
    }
    List<MemberId> due = store.due(club.id(), clock.instant(), program.number(), most);
    judge(club, due);
    return due.size();
  }

  /** Judges members, whether or not they did anything yet. */
  @Transactional
  public void judge(Club club, Collection<MemberId> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    Map<MemberId, MemberRow> rows = members.lock(club.id(), wanted);
    TierBook book = tiers.open(club, rows.keySet());
    List<MemberId> gone = new ArrayList<>(wanted);
    rows.values().stream()
        .filter(row -> row.mergedInto() == null && row.state() != MemberState.ERASED)
        .sorted(Comparator.comparing(MemberRow::id))
        .forEach(row -> {
          gone.remove(row.id());
          book.current(row.id(), club.day(row.joinedAt()));
          book.touch(row.id());
        });
    tiers.write(book);
    gone.forEach(member -> store.forget(club.id(), member));
  }

  /** Whether being a member for long brings tiers in this club. */
  boolean tenureCounts(Club club) {
    return tiers.live(club).stream()
        .anyMatch(set -> new Ladder(club, set).counts(TierSet.By.TENURE));
  }
}
