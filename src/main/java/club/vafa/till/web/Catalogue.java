package club.vafa.till.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a till has not seen as they are now. What they cost the club is not told.
 *
 * @param until the change of the catalogue that has been seen with it
 * @param after where the rest of it begins; null at the end
 */
public record Catalogue(
    List<ItemPart> items, List<CategoryPart> categories, long until, @Nullable String after) {
  public Catalogue {
    items = List.copyOf(items);
    categories = List.copyOf(categories);
  }

  /** What is sold. */
  public record ItemPart(
      String id,
      String code,
      Map<String, String> names,
      @Nullable String category,
      List<String> barcodes,
      @Nullable String price,
      boolean favourite,
      boolean active) {}

  /** A group of goods. */
  public record CategoryPart(String code, String name) {}
}
