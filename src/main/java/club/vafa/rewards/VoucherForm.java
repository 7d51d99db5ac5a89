package club.vafa.rewards;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.rewards.VoucherTerms.Benefit;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What vouchers of a reward are worth and how their codes come about.
 *
 * @param pattern of codes made here, as CAFE-####-####; the usual one when missing
 * @param imported whether the codes are brought along instead
 * @param money off, or {@code percent} off (at most {@code most}), or {@code sku} free; nothing of
 *     the three when the voucher is used elsewhere
 * @param quantity of the goods, one piece when missing
 * @param minimum the goods must cost
 * @param keepsRest whether what of the money a sale does not need stays for the next
 * @param days the voucher lives after it was handed out
 * @param until whenever it was handed out
 */
public record VoucherForm(
    @Nullable String pattern,
    @Nullable Boolean imported,
    @Nullable Decimal money,
    @Nullable Decimal percent,
    @Nullable Decimal most,
    @Nullable String sku,
    @Nullable Decimal quantity,
    @Nullable Decimal minimum,
    @Nullable Boolean keepsRest,
    @Nullable Integer days,
    @Nullable Instant until) {
  private static final String USUAL = "####-####-####";
  private static final int MOST_DAYS = 3_650;
  private static final long ALL = 1_000_000;
  private static final long PIECE = 1_000;
  private static final int PIECE_DECIMALS = 3;
  private static final int PERCENT_DECIMALS = 4;

  static VoucherForm of(Club club, VoucherTerms terms) {
    Benefit benefit = terms.benefit();
    Benefit.PercentOff percent = benefit instanceof Benefit.PercentOff off ? off : null;
    Benefit.Goods goods = benefit instanceof Benefit.Goods given ? given : null;
    String pattern = terms.pattern();
    return new VoucherForm(
        USUAL.equals(pattern) ? null : pattern,
        pattern == null ? true : null,
        benefit instanceof Benefit.MoneyOff(long amount) ? RewardWriter.money(club, amount) : null,
        percent == null ? null : RewardWriter.decimal(percent.millionths(), PERCENT_DECIMALS),
        percent == null ? null : RewardWriter.money(club, percent.most()),
        goods == null ? null : goods.sku(),
        goods == null || goods.quantity() == PIECE
            ? null
            : RewardWriter.decimal(goods.quantity(), PIECE_DECIMALS),
        terms.minimum() == 0 ? null : RewardWriter.money(club, terms.minimum()),
        terms.keepsRest() ? true : null,
        terms.days(),
        terms.until());
  }

  VoucherTerms read(Fields fields) {
    Input input = fields.input();
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      input.refuse("/voucher/days", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_DAYS));
    }
    if (Boolean.TRUE.equals(keepsRest) && money == null) {
      input.refuse("/voucher/keepsRest", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "rest"));
    }
    Long least = fields.money("/voucher/minimum", minimum);
    return new VoucherTerms(
        pattern(input),
        benefit(fields),
        least == null ? 0 : least,
        Boolean.TRUE.equals(keepsRest),
        days,
        fields.time("/voucher/until", until));
  }

  private @Nullable String pattern(Input input) {
    if (Boolean.TRUE.equals(imported)) {
      if (pattern != null) {
        input.refuse("/voucher", InputCode.EXACTLY_ONE, Map.of("allowed", "pattern, imported"));
      }
      return null;
    }
    String wanted = pattern == null ? USUAL : pattern;
    if (!VoucherTerms.isPattern(wanted)) {
      input.refuse("/voucher/pattern", RewardsCode.CODE_PATTERN_FORM);
    }
    return wanted;
  }

  private Benefit benefit(Fields fields) {
    Input input = fields.input();
    int given = (money == null ? 0 : 1) + (percent == null ? 0 : 1) + (sku == null ? 0 : 1);
    if (given > 1) {
      input.refuse("/voucher", InputCode.EXACTLY_ONE, Map.of("allowed", "money, percent, sku"));
    }
    if (money != null) {
      return new Benefit.MoneyOff(fields.positiveMoney("/voucher/money", money));
    }
    if (percent != null) {
      long millionths = input.positive("/voucher/percent", percent.value(), PERCENT_DECIMALS);
      if (millionths > ALL) {
        input.refuse("/voucher/percent", InputCode.NUMBER_TOO_LARGE);
      }
      Long top = most == null ? null : fields.positiveMoney("/voucher/most", most);
      return new Benefit.PercentOff(millionths, top);
    }
    if (sku != null) {
      long pieces =
          quantity == null ? PIECE : fields.units("/voucher/quantity", quantity, PIECE_DECIMALS);
      return new Benefit.Goods(input.text("/voucher/sku", sku, 100), pieces);
    }
    return new Benefit.Elsewhere();
  }
}
