package club.vafa.rewards;

import club.vafa.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reward is and costs. Amounts are minor units: of the unit in prices, of money elsewhere.
 *
 * @param prices alternatives, any one of which pays for a piece; none for what is only given
 * @param sessions dates of an experience, one of which is chosen
 * @param fulfilWithin days in which the club hands it over; null when a claim is fulfilled at once
 * @param cost what a piece costs the club
 */
public record RewardTerms(
    Kind kind,
    Map<Language, String> names,
    Map<Language, String> descriptions,
    @Nullable String image,
    List<Price> prices,
    @Nullable Stock stock,
    @Nullable Limit limit,
    Visible visible,
    @Nullable VoucherTerms voucher,
    List<Session> sessions,
    @Nullable Integer fulfilWithin,
    @Nullable Long cost) {

  public RewardTerms {
    names = Map.copyOf(names);
    descriptions = Map.copyOf(descriptions);
    prices = List.copyOf(prices);
    sessions = List.copyOf(sessions);
    if (voucher != null && fulfilWithin != null) {
      throw new IllegalArgumentException("a voucher is handed over at once");
    }
  }

  /** What kind of thing it is. */
  public enum Kind {
    DISCOUNT,
    PRODUCT,
    VOUCHER,
    EXPERIENCE,
    CASH_OUT,
    DONATION,
    PARTNER
  }

  /**
   * A way to pay.
   *
   * @param amount of the unit, with the least part in money
   * @param tiers other amounts for members of a tier; the least of a member's counts
   */
  public record Price(
      String unit, long amount, Map<String, Long> tiers, @Nullable MoneyPart money) {
    public Price {
      tiers = Map.copyOf(tiers);
    }

    long of(Set<String> held) {
      long least = amount;
      for (String tier : held) {
        least = Math.min(least, tiers.getOrDefault(tier, amount));
      }
      return least;
    }
  }

  /**
   * A part paid in money: from least to most in steps, each step above the least saving so much of
   * the unit.
   */
  public record MoneyPart(long min, long max, long step, long saves) {
    boolean allows(long money) {
      return money >= min && money <= max && (money - min) % step == 0;
    }

    long saved(long money) {
      long steps = (money - min) / step;
      // More than any price costs is as good as all of it.
      return steps == 0 || saves <= Long.MAX_VALUE / steps ? steps * saves : Long.MAX_VALUE;
    }
  }

  /** How many there are: all together, and in each period. */
  public record Stock(@Nullable Long total, @Nullable Long perPeriod, Period period) {}

  /** How many one member may claim in a period. */
  public record Limit(long count, Period period) {}

  /** Who sees it and when; empty sets mean everybody. */
  public record Visible(
      @Nullable Instant from, @Nullable Instant until, Set<String> tiers, Set<String> segments) {
    public static final Visible ALWAYS = new Visible(null, null, Set.of(), Set.of());

    public Visible {
      tiers = Set.copyOf(tiers);
      segments = Set.copyOf(segments);
    }

    boolean at(Instant when) {
      return (from == null || !when.isBefore(from)) && (until == null || when.isBefore(until));
    }

    boolean to(Standing member) {
      return meets(tiers, member.tiers()) && meets(segments, member.segments());
    }

    private static boolean meets(Set<String> wanted, Set<String> held) {
      return wanted.isEmpty() || wanted.stream().anyMatch(held::contains);
    }
  }

  /** A date of an experience and its places. */
  public record Session(String code, Instant at, long capacity) {}

  public Optional<Session> session(String code) {
    return sessions.stream().filter(session -> session.code().equals(code)).findFirst();
  }

  /** The name in a language, or the nearest there is. */
  public String name(Language language) {
    String own = names.get(language);
    return own != null ? own : names.getOrDefault(Language.EN, names.values().iterator().next());
  }
}
