package club.vafa.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that lists things of one kind, drawn by {@code list/page}.
 *
 * @param empty what it teaches while there is nothing
 * @param next where the list goes on; null at its end
 * @param action what may be made here; null when the reader may not
 */
public record Listing(
    String title,
    String hint,
    List<Subpage> tabs,
    List<Item> items,
    Empty empty,
    @Nullable String next,
    @Nullable Link action,
    Faults faults) {

  /** What is shown while there is nothing. */
  public record Empty(String icon, String title, String hint) {}

  public Listing {
    tabs = List.copyOf(tabs);
    items = List.copyOf(items);
  }

  /** All there is, with nothing to do about it yet. */
  public Listing(String title, String hint, List<Item> items, Empty empty) {
    this(title, hint, List.of(), items, empty, null, null, Faults.NONE);
  }

  public Listing beside(List<Subpage> others) {
    return new Listing(title, hint, others, items, empty, next, action, faults);
  }

  public Listing goingOn(@Nullable String path) {
    return new Listing(title, hint, tabs, items, empty, path, action, faults);
  }

  public Listing offering(boolean may, Link made) {
    return new Listing(title, hint, tabs, items, empty, next, may ? made : null, faults);
  }
}
