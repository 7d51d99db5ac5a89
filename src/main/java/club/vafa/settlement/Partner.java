package club.vafa.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A partner of the coalition as it is from a day on: a shop or several, with a name and terms.
 *
 * @param branches whose sales are its
 * @param rewards that it hands over, by code
 * @param alertBelow minor units of money of a prepaid partner's credit below which it is warned of
 * @param prices its own, by the code of the unit, where they are not those of the coalition
 */
public record Partner(
    String code,
    LocalDate from,
    String name,
    List<String> branches,
    List<String> rewards,
    Billing billing,
    @Nullable Long alertBelow,
    Map<String, Price> prices) {

  /** Whether it pays before or after it gives units. */
  public enum Billing {
    PREPAID,
    POSTPAID
  }

  public Partner {
    branches = List.copyOf(branches);
    rewards = List.copyOf(rewards);
    prices = new TreeMap<>(prices);
  }

  /** Whether it has paid in advance for less than it is warned of, when it owes so much. */
  public boolean warnedOf(long owes) {
    return billing == Billing.PREPAID && alertBelow != null && -owes < alertBelow;
  }

  boolean has(Place place) {
    return branches.stream().anyMatch(branch -> Place.branch(branch).equals(place))
        || rewards.stream().anyMatch(reward -> Place.reward(reward).equals(place));
  }

  List<Place> places() {
    return Stream.concat(branches.stream().map(Place::branch), rewards.stream().map(Place::reward))
        .toList();
  }
}
