package club.vafa.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that is a list, drawn by {@code list/table}.
 *
 * @param tabs other pages about the same
 * @param empty what it teaches while there is nothing
 * @param action what may be made here; null when the reader may not
 */
public record TableSheet(
    String title,
    String hint,
    List<Subpage> tabs,
    Table table,
    Listing.Empty empty,
    @Nullable Link action) {
  public TableSheet {
    tabs = List.copyOf(tabs);
  }

  TableSheet with(Table shown) {
    return new TableSheet(title, hint, tabs, shown, empty, action);
  }
}
