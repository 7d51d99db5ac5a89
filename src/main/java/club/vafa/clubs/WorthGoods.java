package club.vafa.clubs;

import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goods cost in units, as the API tells and takes it. */
public final class WorthGoods {
  private static final int LONGEST = 64;

  private WorthGoods() {}

  /**
   * Goods of the table.
   *
   * @param sku of the goods, or else their category
   * @param units for a whole piece
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record GoodsOut(
      @Nullable String seasonFrom,
      @Nullable String seasonTo,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      @Nullable String tier,
      @Nullable String sku,
      @Nullable String category,
      String units) {
    static GoodsOut of(Unit unit, Worth.Goods goods) {
      Worth.Season season = goods.season();
      return new GoodsOut(
          season == null ? null : WorthView.day(season.fromMonth(), season.fromDay()),
          season == null ? null : WorthView.day(season.toMonth(), season.toDay()),
          goods.dates() == null ? null : goods.dates().first(),
          goods.dates() == null ? null : goods.dates().last(),
          goods.tier(),
          goods.sku(),
          goods.category(),
          Amount.plain(goods.units(), unit.decimals()));
    }
  }

  /** Goods as the API takes them. */
  public record GoodsIn(
      @Nullable String seasonFrom,
      @Nullable String seasonTo,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      @Nullable String tier,
      @Nullable String sku,
      @Nullable String category,
      @Nullable Decimal units) {

    Worth.@Nullable Goods read(Unit unit, Input input, String pointer) {
      long price =
          input.positive(
              pointer + "/units",
              units == null ? null : units.value(),
              unit.decimals());
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
}
