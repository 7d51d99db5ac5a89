package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.OwnDayStore.By;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Days that members choose for themselves, within what the club allows. A day is chosen and given
 * up before it begins, so that nobody makes a day their own after they have bought on it.
 */
@Component
class OwnDayBook {
  private static final int MOST_AHEAD = 366;

  private final OwnDayStore store;
  private final MemberStore members;
  private final Clock clock;

  OwnDayBook(OwnDayStore store, MemberStore members, Clock clock) {
    this.store = store;
    this.members = members;
    this.clock = clock;
  }

  OwnDayRule rule(ClubId club) {
    return store.rule(club).orElse(OwnDayRule.NONE);
  }

  OwnDayRule put(ClubId club, OwnDayRule rule, String actor) {
    store.put(club, rule, new By(actor, clock.instant()));
    return rule;
  }

  /** A member's days, past and to come, in their order. */
  List<LocalDate> of(ClubId club, MemberId member) {
    return store.of(club, member);
  }

  /** The days of these members, in one statement. */
  Map<MemberId, Set<LocalDate>> of(ClubId club, Collection<MemberId> who) {
    return who.isEmpty() ? Map.of() : store.of(club, who);
  }

  /** Makes a day to come the member's own; one that is already stays. */
  Outcome<LocalDate> choose(Club club, MemberId member, LocalDate day, String actor) {
    MemberRow row = members.lock(club.id(), List.of(member)).get(member);
    if (row == null) {
      return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    Optional<Refusal> refusal = row.refusal();
    if (refusal.isPresent()) {
      return Outcome.refused(refusal.get());
    }
    List<LocalDate> known = store.of(club.id(), member);
    if (known.contains(day)) {
      return Outcome.done(day);
    }
    return free(club, known, day)
        .map(_ -> {
          store.add(club.id(), member, day, new By(actor, clock.instant()));
          return day;
        });
  }

  private Outcome<LocalDate> free(Club club, List<LocalDate> known, LocalDate day) {
    OwnDayRule rule = rule(club.id());
    LocalDate today = club.day(clock.instant());
    if (rule.days() == 0) {
      return Outcome.refused(Refusal.of(MemberCode.OWN_DAYS_NOT_OFFERED));
    }
    if (!day.isAfter(today)) {
      return begun(day);
    }
    if (day.isAfter(today.plusDays(MOST_AHEAD))) {
      return Outcome.refused(
          Refusal.at("/day", MemberCode.OWN_DAY_TOO_FAR, Map.of("limit", MOST_AHEAD)));
    }
    LocalDate first = rule.first(club.calendar(), day);
    LocalDate last = rule.last(club.calendar(), day);
    long taken = known.stream().filter(one -> !one.isBefore(first) && !one.isAfter(last)).count();
    return taken < rule.days()
        ? Outcome.done(day)
        : Outcome.refused(
            Refusal.at(
                "/day",
                MemberCode.OWN_DAYS_TAKEN,
                Map.of("days", rule.days(), "period", rule.period().word())));
  }

  private static Outcome<LocalDate> begun(LocalDate day) {
    return Outcome.refused(
        Refusal.at("/day", MemberCode.OWN_DAY_BEGUN, Map.of("day", day.toString())));
  }

  /** Gives up a day to come. */
  Outcome<LocalDate> drop(Club club, MemberId member, LocalDate day) {
    members.lock(club.id(), List.of(member));
    if (!day.isAfter(club.day(clock.instant()))) {
      return begun(day);
    }
    return store.remove(club.id(), member, day)
        ? Outcome.done(day)
        : Outcome.refused(Refusal.at("/day", MemberCode.OWN_DAY_NOT_FOUND));
  }
}
