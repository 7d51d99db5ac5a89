package club.vafa.goods;

import club.vafa.kernel.Language;
import club.vafa.kernel.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an item.
 *
 * @param code that lines of sales carry
 * @param category by its code; null for none
 * @param price of one piece, minor units; null when it is typed at the till
 * @param cost of one piece to the club, minor units; null when it is not known
 * @param favourite whether tills show it first
 * @param active whether it is sold
 */
public record ItemTerms(
    String code,
    Map<Language, String> names,
    @Nullable String category,
    List<String> barcodes,
    @Nullable Long price,
    @Nullable Long cost,
    boolean favourite,
    boolean active) {

  public ItemTerms {
    names = Map.copyOf(names);
    barcodes = List.copyOf(barcodes);
  }

  /** By what it is found, spelled as searches are. */
  String folded() {
    List<String> all = new ArrayList<>(List.of(code));
    all.addAll(names.values());
    all.addAll(barcodes);
    return Spelling.folded(all.toArray(String[]::new));
  }
}
