package club.vafa.earning;

import static java.nio.charset.StandardCharsets.UTF_8;

import club.vafa.activity.Event;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Return;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Birthdays;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.TypeId;
import club.vafa.ledger.Ledger;
import club.vafa.members.MemberState;
import club.vafa.members.Members;
import club.vafa.rules.Facts.TriggerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Raises what no till reports: that somebody enrolled, changed, has a birthday, brought along a
 * friend who now bought, or that a day began. Each is an event with a natural key, so that doing it
 * twice does nothing; days that were missed are made up in order.
 */
@Component
public class Occasions {
  private static final Logger LOG = LoggerFactory.getLogger(Occasions.class);
  private static final String SOURCE = "vafa";
  private static final String ENROLLED = "member.enrolled";
  private static final String BIRTHDAY = "member.birthday";
  private static final String DAY = "day.began";
  private static final String CHANGED = "member.changed";
  private static final String TIER = "member.tier";
  private static final String PROFILE = "member.profile";
  private static final String FRIEND = "referral.purchase";
  static final String TAKEN_BACK = "referral.returned";
  private static final Feed.Follower FOLLOWER =
      Feed.Follower.of("earning.occasions", ENROLLED, CHANGED, TIER);
  private static final int CHUNK = 500;
  private static final int MOST_MISSED_DAYS = 400;

  private final Earning earning;
  private final Campaigns campaigns;
  private final Members members;
  private final Clubs clubs;
  private final Feed feed;
  private final DailyStore daily;
  private final Advocates advocates;
  private final Ledger ledger;
  private final Clock clock;

  Occasions(
      Earning earning,
      Campaigns campaigns,
      Members members,
      Clubs clubs,
      Feed feed,
      DailyStore daily,
      Advocates advocates,
      Ledger ledger,
      Clock clock) {
    this.earning = earning;
    this.campaigns = campaigns;
    this.members = members;
    this.clubs = clubs;
    this.feed = feed;
    this.daily = daily;
    this.advocates = advocates;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Scheduled(
      fixedDelayString = "${vafa.earning.occasions-every:1s}",
      initialDelayString = "${vafa.earning.occasions-after:5s}")
  void raise() {
    for (ClubId club : clubs.all()) {
      try {
        raise(club);
      } catch (RuntimeException failed) {
        LOG.error("What happened in club {} could not be followed", club, failed);
      }
    }
  }

  /** Raises what has come up in a club since the last time. */
  public void raise(ClubId id) {
    while (ClubScope.call(id, () -> feed.follow(id, FOLLOWER, CHUNK, all -> happened(id, all)))
        == CHUNK) {
      LOG.debug("more has happened in club {}", id);
    }
    advocates.follow(id);
    ClubScope.run(id, () -> days(id));
  }

  private void happened(ClubId id, List<Happening> happenings) {
    Club club = clubs.get(id);
    List<NewEvent> events = new ArrayList<>();
    List<Happening> profiles = new ArrayList<>();
    for (Happening happening : happenings) {
      Set<TriggerKind> triggers = triggers(club, happening.at());
      MemberId member = new MemberId(happening.subject());
      if (happening.kind().equals(ENROLLED) && triggers.contains(TriggerKind.ENROLMENT)) {
        events.add(event(TriggerKind.ENROLMENT, member, happening.at(), member.toString()));
      }
      if (triggers.contains(TriggerKind.PROFILE)) {
        profiles.add(happening);
      }
    }
    events.addAll(profiles(id, profiles));
    earning.events(id, events);
    ranked(club, happenings);
  }

  /** Comes last: it holds wallets until this is committed, and events want them too. */
  private void ranked(Club club, List<Happening> happenings) {
    if (club.units().stream().anyMatch(unit -> !unit.byTier().isEmpty())) {
      happenings.stream()
          .filter(happening -> happening.kind().equals(TIER))
          .map(happening -> new MemberId(happening.subject()))
          .distinct()
          .sorted(Comparator.comparing(MemberId::value))
          .forEach(member -> ledger.ranked(club, member));
    }
  }

  /** One event for each version of a profile: a version that was judged is not judged again. */
  private List<NewEvent> profiles(ClubId id, List<Happening> changed) {
    Map<MemberId, Instant> latest = new LinkedHashMap<>();
    changed.forEach(one -> latest.put(new MemberId(one.subject()), one.at()));
    return members.profiles(id, List.copyOf(latest.keySet())).stream()
        .filter(profile -> profile.state() == MemberState.ACTIVE)
        .map(profile ->
            event(
                TriggerKind.PROFILE,
                profile.id(),
                latest.getOrDefault(profile.id(), clock.instant()),
                profile.id() + ":" + profile.version()))
        .toList();
  }

  private void days(ClubId id) {
    Club club = clubs.get(id);
    LocalDate today = club.day(clock.instant());
    LocalDate last = daily.last(id, today.minusDays(1));
    LocalDate earliest = today.minusDays(MOST_MISSED_DAYS);
    LocalDate day = last.isBefore(earliest) ? earliest : last.plusDays(1);
    for (; !day.isAfter(today); day = day.plusDays(1)) {
      day(club, day);
      daily.done(id, day);
    }
  }

  private void day(Club club, LocalDate day) {
    Set<TriggerKind> triggers = triggers(club, day.atStartOfDay(club.zone()).toInstant());
    if (triggers.contains(TriggerKind.BIRTHDAY)) {
      List<LocalDate> born = Birthdays.born(club.calendar(), day);
      report(
          club, TriggerKind.BIRTHDAY, day, after -> members.bornOn(club.id(), born, after, CHUNK));
    }
    if (triggers.contains(TriggerKind.TIME)) {
      report(club, TriggerKind.TIME, day, after -> members.active(club.id(), after, CHUNK));
    }
  }

  private void report(
      Club club,
      TriggerKind trigger,
      LocalDate day,
      Function<@Nullable UUID, List<MemberId>> page) {
    Instant start = day.atStartOfDay(club.zone()).toInstant();
    List<MemberId> some = page.apply(null);
    while (!some.isEmpty()) {
      earning.events(
          club.id(),
          some.stream().map(one -> event(trigger, one, start, one + ":" + day)).toList());
      some = page.apply(some.getLast().value());
    }
  }

  private Set<TriggerKind> triggers(Club club, Instant at) {
    return campaigns.program(club, campaigns.programNumber(club.id()), at).triggers();
  }

  static NewEvent event(TriggerKind trigger, MemberId member, Instant at, String name) {
    String type =
        switch (trigger) {
          case ENROLMENT -> ENROLLED;
          case BIRTHDAY -> BIRTHDAY;
          case TIME -> DAY;
          case PROFILE -> PROFILE;
          case REFERRAL -> FRIEND;
          case PURCHASE, RETURN, EVENT -> throw new IllegalArgumentException(trigger.name());
        };
    NaturalKey key = key(type, name);
    return new NewEvent(
        key,
        new MemberRef(MemberRef.Kind.ID, member.toString()),
        trigger,
        type,
        at,
        Map.of(),
        "{}",
        hash(key),
        null);
  }

  /** What the taking back of an advocate's award by a return is recorded under. */
  static NaturalKey takenBack(UUID returned) {
    return key(TAKEN_BACK, TypeId.text(Return.PREFIX, returned));
  }

  /** Whether a recorded event took back what a friend's purchase had brought. */
  static boolean tookBack(Event event) {
    return event.type().equals(TAKEN_BACK) && ours(event);
  }

  private static NaturalKey key(String type, String name) {
    return new NaturalKey(SOURCE, type + ":" + name);
  }

  private static boolean ours(Event event) {
    return event.key().source().equals(SOURCE) && event.hash().equals(hash(event.key()));
  }

  static UUID hash(NaturalKey key) {
    return UUID.nameUUIDFromBytes(key.externalId().getBytes(UTF_8));
  }

  /** What set a recorded event off; a till may use the same names, but never the same hash. */
  static TriggerKind trigger(Event event) {
    if (!ours(event)) {
      return TriggerKind.EVENT;
    }
    return switch (event.type()) {
      case ENROLLED -> TriggerKind.ENROLMENT;
      case BIRTHDAY -> TriggerKind.BIRTHDAY;
      case DAY -> TriggerKind.TIME;
      case PROFILE -> TriggerKind.PROFILE;
      case FRIEND, TAKEN_BACK -> TriggerKind.REFERRAL;
      default -> TriggerKind.EVENT;
    };
  }
}
