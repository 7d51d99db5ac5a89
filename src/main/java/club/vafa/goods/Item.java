package club.vafa.goods;

import club.vafa.kernel.Language;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands in the catalogue.
 *
 * @param version grows with every change of it
 * @param change of the catalogue that made it so
 */
public record Item(
    ItemId id, ItemTerms terms, int version, long change, Instant changedAt, String changedBy) {

  public String code() {
    return terms.code();
  }

  /** What it is called; its code when it has no name at all. */
  public String name(Language language) {
    return Category.named(terms.names(), language, terms.code());
  }

  public @Nullable Long price() {
    return terms.price();
  }

  public Map<Language, String> names() {
    return terms.names();
  }
}
