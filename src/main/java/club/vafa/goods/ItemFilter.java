package club.vafa.goods;

import org.jspecify.annotations.Nullable;

/**
 * Which items a list shows.
 *
 * @param wanted parts of a name, a code or a barcode; empty for all
 * @param category by its code; null for all
 * @param code this one alone; null for all
 * @param barcode only what bears it; null for all
 * @param favourite null for both
 * @param active null for both
 */
public record ItemFilter(
    String wanted,
    @Nullable String category,
    @Nullable String code,
    @Nullable String barcode,
    @Nullable Boolean favourite,
    @Nullable Boolean active) {
  public static final ItemFilter ALL = new ItemFilter("", null, null, null, null, null);
}
