package club.vafa.replay;

import club.vafa.activity.PastQuery.Extent;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.replay.Replay.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders for replays, and keeps what came of them. */
@Component
public class Replays {
  /** How many a club may have waiting or running. */
  static final int MOST_OPEN = 3;

  private final ReplayStore store;
  private final Candidates candidates;
  private final Performance performance;
  private final Members members;
  private final Pasts pasts;
  private final Stage stage;
  private final Ids ids;
  private final Clock clock;

  Replays(
      ReplayStore store,
      Candidates candidates,
      Performance performance,
      Members members,
      Pasts pasts,
      Stage stage,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.candidates = candidates;
    this.performance = performance;
    this.members = members;
    this.pasts = pasts;
    this.stage = stage;
    this.ids = ids;
    this.clock = clock;
  }

  /** Orders a replay; it begins as soon as there is time for it. */
  @Transactional
  public Outcome<Replay> ask(Club club, NewReplay asked, String actor) {
    List<Refusal> refusals = new ArrayList<>(period(club, asked));
    refusals.addAll(strangers(club, asked));
    refusals.addAll(past(club, asked));
    Outcome<NewReplay> written = candidates.spellOut(club, asked);
    if (written instanceof Outcome.Refused<NewReplay>(List<Refusal> faults)) {
      refusals.addAll(faults);
    }
    if (!refusals.isEmpty()) {
      return Outcome.refused(refusals);
    }
    return written.then(spelled -> order(club, spelled, actor));
  }

  private Outcome<Replay> order(Club club, NewReplay asked, String actor) {
    Extent extent = performance.extent(club, asked);
    if (extent.purchases() == 0) {
      return Outcome.refused(Refusal.of(ReplayCode.REPLAY_NOTHING_PAST));
    }
    store.lock(club.id());
    if (store.open(club.id()) >= MOST_OPEN) {
      return tooMany();
    }
    ReplayId id = new ReplayId(ids.next());
    store.insert(
        club.id(),
        new Replay(
            id,
            State.WAITING,
            asked,
            actor,
            clock.instant(),
            null,
            null,
            0,
            extent.purchases(),
            null,
            null));
    stage.wanted(club.id());
    return Outcome.done(get(club.id(), id));
  }

  private static Outcome<Replay> tooMany() {
    return Outcome.refused(Refusal.at("", ReplayCode.REPLAYS_TOO_MANY, Map.of("limit", MOST_OPEN)));
  }

  private List<Refusal> period(Club club, NewReplay asked) {
    LocalDate from = asked.from();
    LocalDate until = asked.until() == null ? club.day(clock.instant()) : asked.until();
    return from != null && from.isAfter(until)
        ? List.of(Refusal.at("/from", ReplayCode.REPLAY_PERIOD_EMPTY))
        : List.of();
  }

  private List<Refusal> past(Club club, NewReplay asked) {
    String named = asked.past();
    if (named == null) {
      return List.of();
    }
    List<Refusal> refusals = new ArrayList<>();
    if (asked.pastId().filter(id -> pasts.hold(club.id(), id)).isEmpty()) {
      refusals.add(
          Refusal.at(
              "/past", ReplayCode.REPLAY_PAST_UNKNOWN, Map.of("value", Input.shortened(named))));
    }
    if (!asked.members().isEmpty()) {
      refusals.add(Refusal.at("/members", ReplayCode.REPLAY_PAST_OF_MEMBERS));
    }
    return refusals;
  }

  private List<Refusal> strangers(Club club, NewReplay asked) {
    Set<MemberId> wanted = new HashSet<>();
    asked.members().forEach(text -> MemberId.parse(text).ifPresent(wanted::add));
    Map<MemberId, MemberRow> known = members.look(club.id(), wanted);
    List<Refusal> strangers = new ArrayList<>();
    for (int at = 0; at < asked.members().size(); at++) {
      String text = asked.members().get(at);
      if (MemberId.parse(text).filter(known::containsKey).isEmpty()) {
        strangers.add(
            Refusal.at(
                "/members/" + at,
                ReplayCode.REPLAY_MEMBER_UNKNOWN,
                Map.of("value", Input.shortened(text))));
      }
    }
    return strangers;
  }

  public Optional<Replay> find(ClubId club, ReplayId id) {
    return store.find(club, id);
  }

  /** Newest first, without their results. */
  public List<Replay> list(ClubId club, @Nullable UUID before, int limit) {
    return store.list(club, before, limit);
  }

  /** Stops one that waits or runs. */
  @Transactional
  public Outcome<Replay> cancel(ClubId club, ReplayId id) {
    if (store.find(club, id).isEmpty()) {
      return Outcome.refused(Refusal.of(ReplayCode.REPLAY_NOT_FOUND));
    }
    return store.cancel(club, id, clock.instant())
        ? Outcome.done(get(club, id))
        : Outcome.refused(Refusal.of(ReplayCode.REPLAY_OVER));
  }

  /** Begins one anew that is over, with the live program and the past as they are now. */
  @Transactional
  public Outcome<Replay> again(Club club, ReplayId id) {
    Optional<Replay> found = store.find(club.id(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(ReplayCode.REPLAY_NOT_FOUND));
    }
    NewReplay asked = found.get().asked();
    return candidates
        .spellOut(club, asked)
        .then(_ -> {
          store.lock(club.id());
          if (store.open(club.id()) >= MOST_OPEN) {
            return tooMany();
          }
          if (!store.again(club.id(), id, performance.extent(club, asked).purchases())) {
            return Outcome.refused(Refusal.of(ReplayCode.REPLAY_RUNNING));
          }
          stage.wanted(club.id());
          return Outcome.done(get(club.id(), id));
        });
  }

  /** Forgets one that is over. */
  @Transactional
  public Outcome<ReplayId> delete(ClubId club, ReplayId id) {
    Optional<Replay> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(ReplayCode.REPLAY_NOT_FOUND));
    }
    if (!found.get().state().over()) {
      return Outcome.refused(Refusal.of(ReplayCode.REPLAY_RUNNING));
    }
    store.delete(club, id);
    found.get().asked().pastId().ifPresent(past -> pasts.forget(club, past));
    return Outcome.done(id);
  }

  private Replay get(ClubId club, ReplayId id) {
    return store.find(club, id).orElseThrow();
  }
}
