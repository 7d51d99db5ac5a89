package club.vafa.clubs;

import club.vafa.api.Decimal;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods as the API takes them. */
public record GoodsRequest(
    @Nullable String seasonFrom,
    @Nullable String seasonTo,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate,
    @Nullable String tier,
    @Nullable String sku,
    @Nullable String category,
    @Nullable Decimal units) {
  private static final int LONGEST = 64;

  /** In minor units of the unit: a million pieces of it are still a number. */
  private static final long DEAREST = 1_000_000_000_000L;

  Worth.@Nullable Goods read(Unit unit, Input input, String pointer) {
    long price =
        input.positive(pointer + "/units", units == null ? null : units.value(), unit.decimals());
    if (price > DEAREST) {
      input.refuse(pointer + "/units", InputCode.NUMBER_TOO_LARGE);
    }
    WorthDays days = new WorthDays(seasonFrom, seasonTo, firstDate, lastDate);
    String goods = input.optionalText(pointer + "/sku", sku, LONGEST);
    String kind = input.optionalText(pointer + "/category", category, LONGEST);
    String held = input.optionalText(pointer + "/tier", tier, LONGEST);
    if (!days.good()) {
      input.refuse(pointer, ClubsCode.WORTH_ROW);
    }
    if ((goods == null) == (kind == null)) {
      input.refuse(pointer, InputCode.EXACTLY_ONE, Map.of("allowed", "sku, category"));
    }
    return price <= 0
        ? null
        : new Worth.Goods(days.season(), days.dates(), held, goods, kind, price);
  }
}
