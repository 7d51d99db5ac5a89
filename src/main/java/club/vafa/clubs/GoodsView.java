package club.vafa.clubs;

import club.vafa.kernel.Amount;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Goods of the table.
 *
 * @param sku of the goods, or else their category
 * @param units for a whole piece
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GoodsView(
    @Nullable String seasonFrom,
    @Nullable String seasonTo,
    @Nullable LocalDate firstDate,
    @Nullable LocalDate lastDate,
    @Nullable String tier,
    @Nullable String sku,
    @Nullable String category,
    String units) {
  static GoodsView of(Unit unit, Worth.Goods goods) {
    Worth.Season season = goods.season();
    return new GoodsView(
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
