package club.vafa.replay;

import club.vafa.activity.Activity;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastQuery.Along;
import club.vafa.activity.PastQuery.Extent;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.Buyer;
import club.vafa.earning.Earning;
import club.vafa.earning.Rehearsal;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.CampaignDefinition.Budget;
import club.vafa.rules.CampaignDefinition.Cap;
import club.vafa.rules.CampaignDefinition.Per;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.LiveCampaign;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Plays the past of a club under a draft and under the live program. */
@Component
class Performance {
  private static final int PAGE = 5000;

  private final Activity activity;
  private final Members members;
  private final Campaigns campaigns;
  private final Earning earning;
  private final Candidates candidates;
  private final Clock clock;

  Performance(
      Activity activity,
      Members members,
      Campaigns campaigns,
      Earning earning,
      Candidates candidates,
      Clock clock) {
    this.activity = activity;
    this.members = members;
    this.campaigns = campaigns;
    this.earning = earning;
    this.candidates = candidates;
    this.clock = clock;
  }

  /** What is asked for of the past. */
  PastQuery query(Club club, NewReplay asked, Along along) {
    LocalDate until = asked.until();
    Instant now = clock.instant();
    Instant before = until == null ? now : until.plusDays(1).atStartOfDay(club.zone()).toInstant();
    Set<MemberId> wanted = new HashSet<>();
    asked.members().forEach(text -> MemberId.parse(text).ifPresent(wanted::add));
    return new PastQuery(along, before.isAfter(now) ? now : before, wanted);
  }

  Extent extent(Club club, NewReplay asked) {
    return activity.extent(club.id(), query(club, asked, Along.MEMBERS));
  }

  /** Plays it. */
  ReplayResult play(Club club, NewReplay asked, Reading.Watch watch) {
    Candidate candidate = candidates.draft(club, asked);
    Club then = with(club, candidate.units());
    List<LiveCampaign> now = candidates.live(club, asked);
    long draft = campaigns.rehearse(then, candidate.campaigns());
    long live = campaigns.rehearse(then, now);
    try {
      boolean shared = shares(candidate.campaigns()) || shares(now);
      PastQuery query = query(club, asked, shared ? Along.TIME : Along.MEMBERS);
      Script script = script(then, asked, query, new Both(candidate.campaigns(), now, draft, live));
      List<Player> players = new ArrayList<>();
      int threads = shared ? 1 : Runtime.getRuntime().availableProcessors();
      for (int at = 0; at < threads; at++) {
        players.add(new Player(earning, script));
      }
      new Reading(query.along(), players, watch).run(activity, club.id(), query);
      return new Report(script, asked, candidate.campaigns(), now).of(players);
    } finally {
      campaigns.forget(then, draft);
      campaigns.forget(then, live);
    }
  }

  private record Both(
      List<LiveCampaign> candidate, List<LiveCampaign> now, long draft, long live) {}

  private Script script(Club club, NewReplay asked, PastQuery query, Both both) {
    Extent extent = activity.extent(club.id(), query);
    Instant end = query.before() == null ? clock.instant() : query.before();
    Instant first = extent.first() == null ? end : extent.first();
    LocalDate from = asked.from();
    Instant start = from == null ? Instant.MIN : from.atStartOfDay(club.zone()).toInstant();
    return new Script(
        club,
        new Worth(club),
        new Months(club, start.isAfter(first) ? start : first, end.minusNanos(1)),
        start,
        end,
        extent.last() == null ? end : extent.last(),
        stage(club, both.draft(), end),
        stage(club, both.live(), end),
        budgets(both.candidate()),
        budgets(both.now()),
        buyers(club),
        activity.pastReturns(club.id(), query));
  }

  private static Rehearsal.Stage stage(Club club, long program, Instant end) {
    return new Rehearsal.Stage(club, program, end, new HashMap<>(), Performance::standing);
  }

  /** Where a member stood: nobody stands anywhere until a room knows of the past. */
  private static Standing standing(MemberId member, Instant at) {
    return Standing.NONE;
  }

  private static Map<UUID, Budget> budgets(List<LiveCampaign> program) {
    Map<UUID, Budget> budgets = new HashMap<>();
    for (LiveCampaign campaign : program) {
      Budget budget = campaign.definition().budget();
      if (budget != null) {
        budgets.put(campaign.id(), budget);
      }
    }
    return budgets;
  }

  /** Whether what one member does changes what another gets. */
  private static boolean shares(List<LiveCampaign> program) {
    return program.stream()
        .map(LiveCampaign::definition)
        .anyMatch(one -> one.budget() != null || caps(one).anyMatch(cap -> cap.per() == Per.ALL));
  }

  private static Stream<Cap> caps(CampaignDefinition campaign) {
    return Stream.concat(
        campaign.caps().stream(), campaign.rules().stream().flatMap(rule -> rule.caps().stream()));
  }

  private Map<MemberId, Buyer> buyers(Club club) {
    Map<MemberId, Buyer> buyers = new HashMap<>();
    List<MemberRow> page = members.everybody(club.id(), null, PAGE);
    while (!page.isEmpty()) {
      for (MemberRow row : page) {
        buyers.put(row.id(), new Buyer(row.id(), club.day(row.joinedAt()), row.birthDate(), ""));
      }
      page = members.everybody(club.id(), page.getLast().id().value(), PAGE);
    }
    return buyers;
  }

  /** The club as the candidate would have it. */
  private static Club with(Club club, List<Unit> changed) {
    Map<String, Unit> units = new LinkedHashMap<>();
    club.units().forEach(unit -> units.put(unit.code(), unit));
    changed.forEach(unit -> units.put(unit.code(), unit));
    return changed.isEmpty() ? club : club.with(List.copyOf(units.values()));
  }
}
