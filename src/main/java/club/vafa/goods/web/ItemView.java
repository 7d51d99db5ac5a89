package club.vafa.goods.web;

import club.vafa.clubs.Club;
import club.vafa.goods.Item;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item as the API tells it. */
@Schema(name = "CatalogueItem")
record ItemView(
    String id,
    String code,
    Map<String, String> names,
    @Nullable String category,
    List<String> barcodes,
    @Nullable String price,
    @Nullable String cost,
    boolean favourite,
    boolean active,
    int version,
    Instant changedAt,
    String changedBy) {

  static ItemView of(Club club, Item item) {
    int decimals = Money.decimals(club.currency());
    return new ItemView(
        item.id().toString(),
        item.code(),
        Language.byCode(item.names()),
        item.terms().category(),
        item.terms().barcodes(),
        plain(item.price(), decimals),
        plain(item.terms().cost(), decimals),
        item.terms().favourite(),
        item.terms().active(),
        item.version(),
        item.changedAt(),
        item.changedBy());
  }

  static @Nullable String plain(@Nullable Long minor, int decimals) {
    return minor == null ? null : Amount.plain(minor, decimals);
  }
}
