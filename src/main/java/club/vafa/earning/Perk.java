package club.vafa.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that asks for a plan, or for what it entitles to, gave by one membership. Kept with
 * the activity, so that the savings can be proved and a return can take them back.
 *
 * @param period the number of the membership's period it counts in
 * @param discounts minor units of money
 * @param worth of the units awarded, at what they pay
 * @param entitlement the limited entitlement that was used, since the day its uses are counted from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Perk(
    UUID membership,
    int period,
    UUID campaign,
    String rule,
    long discounts,
    long worth,
    @Nullable String entitlement,
    @Nullable LocalDate since) {

  /** Which rule gave by which membership. */
  record Key(UUID membership, UUID campaign, String rule) {}

  /** Which entitlement of which membership was used. */
  record Used(UUID membership, String entitlement, LocalDate since) {}

  Key key() {
    return new Key(membership, campaign, rule);
  }

  @Nullable Used used() {
    return entitlement == null || since == null ? null : new Used(membership, entitlement, since);
  }
}
