package club.vafa.rules;

import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the rules decided for one activity.
 *
 * @param effects in the order they took place
 * @param lineDiscounts money off each line, minor units, basket discounts spread by largest
 *     remainder so that the shares sum exactly
 * @param consumed what the counters of caps and budgets must grow by
 * @param notApplied what nearly applied and what the sender asked for in vain
 * @param assigned what the member was assigned to
 */
public record Decision(
    List<Effect> effects,
    List<Long> lineDiscounts,
    Map<Counter, Used> consumed,
    List<NotApplied> notApplied,
    Assigned assigned) {

  /** All that is taken off. */
  public long discount() {
    long sum = 0;
    for (long part : lineDiscounts) {
      sum = Math.addExact(sum, part);
    }
    return sum;
  }

  /**
   * Which part of an experiment the member is in.
   *
   * @param control whether the member is in the control group
   * @param variants the variant of each campaign that has some
   */
  public record Assigned(boolean control, Map<UUID, String> variants) {
    public static final Assigned NOTHING = new Assigned(false, Map.of());
  }

  /** The rule an effect comes from, with the campaign's version that made it. */
  public record Source(UUID campaign, int version, String rule) {}

  /** One consequence. Amounts that a cap or budget cut show what was wanted beside the granted. */
  public sealed interface Effect {
    Source source();

    /** Units awarded, in minor units; {@code granted} may be zero when a cap left nothing. */
    record Earn(Source source, String unit, long wanted, long granted) implements Effect {}

    /** Money off, minor units, with its share per line index. */
    record Discount(Source source, long wanted, long granted, Map<Integer, Long> byLine)
        implements Effect {}

    /** Goods given free; quantity in thousandths. */
    record Gift(Source source, String sku, String name, long quantity) implements Effect {}

    /** Vouchers for a reward of the catalogue. */
    record Voucher(Source source, String reward, long count) implements Effect {}
  }

  /**
   * Something that did not apply.
   *
   * @param code stable, snake_case: below_minimum, coupon_unknown, cap_reached, …
   * @param args the values its sentence mentions: texts, numbers and lists of texts, so that it can
   *     be kept as JSON and told again
   */
  public record NotApplied(UUID campaign, String rule, String code, Map<String, Object> args) {}
}
