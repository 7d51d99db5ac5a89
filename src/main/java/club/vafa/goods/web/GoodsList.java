package club.vafa.goods.web;

import club.vafa.ui.Item;
import club.vafa.ui.Subpage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The list of what is sold.
 *
 * @param wanted what was searched for
 * @param category the one that is shown; empty for all
 * @param state which of those sold and no longer sold are shown
 * @param next where the list goes on; null at its end
 */
public record GoodsList(
    String wanted,
    String category,
    String state,
    Map<String, String> categories,
    List<Item> items,
    @Nullable String next) {
  public GoodsList {
    items = List.copyOf(items);
  }

  public List<Subpage> tabs() {
    return GoodsPage.TABS;
  }

  public boolean narrowed() {
    return !wanted.isEmpty() || !category.isEmpty() || !state.isEmpty();
  }
}
