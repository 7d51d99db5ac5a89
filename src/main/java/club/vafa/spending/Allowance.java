package club.vafa.spending;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a member may spend at a till without network. The till holds it, signed by the club.
 *
 * @param terminal where it counts: branch and terminal, each perhaps empty
 * @param units minor units by unit
 */
public record Allowance(
    UUID id,
    MemberId member,
    String branch,
    String terminal,
    Instant from,
    Instant until,
    Map<String, Long> units) {
  public Allowance {
    units = Map.copyOf(units);
  }

  /** Whether it counts for a sale of this member, there and then. */
  public boolean countsFor(MemberId whom, String atBranch, String atTerminal, Instant at) {
    return member.equals(whom)
        && branch.equals(atBranch)
        && terminal.equals(atTerminal)
        && !at.isBefore(from)
        && !at.isAfter(until);
  }
}
