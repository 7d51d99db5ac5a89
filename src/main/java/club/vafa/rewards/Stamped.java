package club.vafa.rewards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a member's stamp card. Stamps are minor units of the unit.
 *
 * @param card its code
 * @param before stamps on it before, {@code stamps} after
 * @param completed how many cards were filled and became rewards
 * @param of stamps a card takes
 * @param spent stamps that went with the filled cards
 * @param vouchers what was given for them, one for each filled card
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Stamped(
    String card,
    String unit,
    long before,
    long stamps,
    long completed,
    long of,
    long spent,
    List<Issued> vouchers) {
  public Stamped(
      String card,
      String unit,
      long before,
      long stamps,
      long completed,
      long of,
      long spent,
      @Nullable List<Issued> vouchers) {
    this.card = card;
    this.unit = unit;
    this.before = before;
    this.stamps = stamps;
    this.completed = completed;
    this.of = of;
    this.spent = spent;
    this.vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
  }
}
