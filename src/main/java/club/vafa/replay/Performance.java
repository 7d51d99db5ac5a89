package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType.Attribute;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastQuery.Along;
import club.vafa.activity.PastQuery.Extent;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupons;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.earning.Rehearsal;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.TermsByDay;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Plays the past of a club under a draft and under the live program. */
@Component
class Performance {
  private static final String COUPON = "coupon";

  /** As many purchases are worth packing: reading them takes a second otherwise. */
  private static final int WORTH_PACKING = 50_000;

  /** Nothing is recorded any more with an id from so long ago. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final Activity activity;
  private final Crowd crowd;
  private final Pasts pasts;
  private final Campaigns campaigns;
  private final Coupons coupons;
  private final Earning earning;
  private final Candidates candidates;
  private final Clock clock;

  Performance(
      Activity activity,
      Crowd crowd,
      Pasts pasts,
      Campaigns campaigns,
      Coupons coupons,
      Earning earning,
      Candidates candidates,
      Clock clock) {
    this.activity = activity;
    this.crowd = crowd;
    this.pasts = pasts;
    this.campaigns = campaigns;
    this.coupons = coupons;
    this.earning = earning;
    this.candidates = candidates;
    this.clock = clock;
  }

  /** What of the past is needed. */
  private record Wish(Along along, List<Candidate> programs) {
    boolean any(Predicate<Candidate> asks) {
      return programs.stream().anyMatch(asks);
    }
  }

  /** What is asked for of the past. */
  private PastQuery query(Club club, NewReplay asked, Wish wish) {
    Instant now = clock.instant();
    LocalDate until = asked.until();
    Instant before = until == null ? now : start(club, until.plusDays(1));
    LocalDate from = asked.from();
    return new PastQuery(
        wish.along(),
        before.isAfter(now) ? now : before,
        wanted(asked),
        wish.any(Side::waits),
        new PastQuery.Details(
            wish.any(one -> Side.asks(one, COUPON)),
            wish.any(one -> Side.asks(one, "card")),
            from != null && wish.any(Side::countsEarned) ? start(club, from) : null));
  }

  private static Instant start(Club club, LocalDate day) {
    return day.atStartOfDay(club.zone()).toInstant();
  }

  private static Set<MemberId> wanted(NewReplay asked) {
    Set<MemberId> wanted = new HashSet<>();
    asked.members().forEach(text -> MemberId.parse(text).ifPresent(wanted::add));
    return wanted;
  }

  Extent extent(Club club, NewReplay asked) {
    PastQuery query = query(club, asked, new Wish(Along.MEMBERS, List.of()));
    return asked
        .pastId()
        .flatMap(id -> pasts.find(club.id(), id))
        .map(file -> Filed.Part.extent(file, query.before()))
        .orElseGet(() -> activity.extent(club.id(), query));
  }

  private Source source(Club club, NewReplay asked, PastQuery query) {
    return asked
        .pastId()
        .<Source>map(id -> pasts.open(club.id(), id).part(query))
        .orElseGet(() -> new Recorded(activity, club.id(), query));
  }

  /** Plays it. */
  ReplayResult play(Club club, NewReplay asked, Reading.Watch watch) {
    Candidate draft = candidates.draft(club, asked);
    Candidate live = candidates.live(club, asked);
    long draftNumber = rehearse(draft);
    long liveNumber = rehearse(live);
    try {
      boolean shared = Side.shares(draft) || Side.shares(live) || coupons(club, draft, live);
      if (!shared && asked.past() == null) {
        pack(club, watch);
      }
      Wish wish = new Wish(shared ? Along.TIME : Along.MEMBERS, List.of(draft, live));
      PastQuery query = query(club, asked, wish);
      Source source = source(club, asked, query);
      Script script = script(asked, source, begun(draft, draftNumber), begun(live, liveNumber));
      List<Player> players = new ArrayList<>();
      int threads = shared ? 1 : Runtime.getRuntime().availableProcessors();
      for (int at = 0; at < threads; at++) {
        players.add(new Player(earning, script));
      }
      Reading reading = new Reading(query.along(), players, watch);
      reading.run(club.id(), source);
      if (script.countsAll()) {
        Set<MemberId> met = new HashSet<>();
        players.forEach(player -> met.addAll(player.met));
        reading.idle(
            script.buyers().values().stream()
                .filter(one -> !met.contains(one.buyer().id()))
                .toList(),
            club.id());
      }
      return new Report(script, asked).of(players);
    } finally {
      campaigns.forget(club, draftNumber);
      campaigns.forget(club, liveNumber);
    }
  }

  /** Whether members can take coupons from one another. */
  private boolean coupons(Club club, Candidate draft, Candidate live) {
    return (Side.asks(draft, COUPON) || Side.asks(live, COUPON)) && coupons.shared(club.id());
  }

  /** Packs what was recorded since the last replay, when it is much. */
  private void pack(Club club, Reading.Watch watch) {
    activity.checkPacked(club.id());
    while (activity.pack(club.id(), clock.instant().minus(SETTLED), WORTH_PACKING)) {
      watch.done(0);
    }
  }

  private long rehearse(Candidate program) {
    return campaigns.rehearse(
        program.club(), program.campaigns(), program.words(), program.laid().policy());
  }

  private Script script(NewReplay asked, Source source, Begun draft, Begun live) {
    Club club = live.program().club();
    Extent extent = source.extent();
    Instant before = source.query().before();
    Instant end = before == null ? clock.instant() : before;
    Instant first = extent.first() == null ? end : extent.first();
    LocalDate from = asked.from();
    Instant start = from == null ? Instant.MIN : start(club, from);
    Map<MemberId, Script.Known> buyers = buyers(club, asked, source, List.of(draft, live));
    Set<TriggerKind> triggers = new HashSet<>(Side.triggers(draft.program()));
    triggers.addAll(Side.triggers(live.program()));
    Instant begins = start.isAfter(first) ? start : first;
    Map<String, Map<String, Attribute>> types = new HashMap<>();
    activity.eventTypes(club.id()).forEach(type -> types.put(type.code(), type.attributes()));
    return new Script(
        draft.side(end, types),
        live.side(end, types),
        Months.Span.of(club, begins, end.minusNanos(1)),
        start,
        end,
        extent.last() == null ? end : extent.last(),
        Occasions.of(club, triggers, begins, end),
        buyers,
        source.returns());
  }

  /** A program that is ready to be lived through, with what it asks for of members. */
  private record Begun(
      Candidate program,
      long number,
      Program decides,
      Map<MemberId, Standing> standings,
      Rehearsal.Memberships memberships) {
    Side side(Instant end, Map<String, Map<String, Attribute>> types) {
      return Side.of(
          program,
          new Rehearsal.Stage(
              program.club(),
              number,
              decides,
              end,
              new HashMap<>(),
              new Rehearsal.Codes(),
              types,
              program.tiers(),
              program.laid().worths(),
              standings,
              memberships,
              new TermsByDay(program.club())));
    }
  }

  private Begun begun(Candidate program, long number) {
    Program decides = campaigns.program(program.club(), number, clock.instant());
    boolean asks = Side.asks(program, "plan") || Side.asks(program, "entitled");
    return new Begun(
        program,
        number,
        decides,
        new HashMap<>(),
        asks ? earning.pastMemberships(program.club()) : Rehearsal.Memberships.NONE);
  }

  private Map<MemberId, Script.Known> buyers(
      Club club, NewReplay asked, Source source, List<Begun> programs) {
    Consumer<Set<MemberId>> stand =
        some ->
            programs.forEach(one ->
                one.standings()
                    .putAll(earning.standings(one.program().club(), one.number(), some)));
    return switch (source) {
      case Recorded _ -> crowd.members(club, wanted(asked), stand);
      case Filed.Part(Filed filed, _) -> crowd.people(club, filed.people().values(), stand);
    };
  }
}
