package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.memberships.Cover.Allowance;
import club.vafa.memberships.PlanTerms.Entitlement;
import club.vafa.memberships.PlanTerms.Limit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a membership gave what its plan entitles to.
 *
 * @param from the first instant
 * @param until the first instant after; null while it goes on
 * @param periods all of the membership's, the oldest first
 */
public record PastCover(
    MembershipId membership,
    String plan,
    Instant from,
    @Nullable Instant until,
    List<Period> periods) {
  public PastCover {
    periods = List.copyOf(periods);
  }

  /** A period, and what the plan said then. */
  public record Period(int number, LocalDate begins, PlanTerms terms) {}

  public boolean holds(Instant at) {
    return !at.isBefore(from) && (until == null || at.isBefore(until));
  }

  /** What it gave then, with nothing used yet. */
  public Cover at(Club club, Instant at) {
    LocalDate day = club.day(at);
    Period runs = periods.getFirst();
    for (Period period : periods) {
      runs = period.begins().isAfter(day) ? runs : period;
    }
    Map<String, Allowance> entitlements = new HashMap<>();
    for (Entitlement entitlement : runs.terms().entitlements()) {
      Limit limit = entitlement.limit();
      entitlements.put(
          entitlement.code(),
          limit == null
              ? new Allowance(day, Allowance.UNLIMITED, 0)
              : new Allowance(limit.since(club, day, runs.begins()), limit.uses(), 0));
    }
    return new Cover(membership, plan, runs.number(), entitlements);
  }
}
