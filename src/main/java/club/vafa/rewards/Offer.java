package club.vafa.rewards;

import club.vafa.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reward as one member sees it.
 *
 * @param prices what each price comes to for the member
 * @param against why the member cannot have it, whatever they have; null when they can
 */
public record Offer(Reward reward, List<Payable> prices, @Nullable Refusal against) {

  /**
   * A price for one piece at the member's tier.
   *
   * @param missing units the member lacks, with as little money as the price allows
   */
  public record Payable(RewardTerms.Price price, long amount, long missing) {
    public boolean affordable() {
      return missing == 0;
    }
  }

  public boolean claimable() {
    return against == null && prices.stream().anyMatch(Payable::affordable);
  }
}
