package club.vafa.ui;

import club.vafa.api.Page;
import club.vafa.api.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The list of things of which a club has some dozens, such as its staff: each with a name, what it
 * is in a few words, a state, and more columns of its own.
 *
 * @param path its address
 * @param name of its files
 * @param scope who holds this may take it away as a file
 * @param states codes of states and their texts in the language files
 * @param more columns after the name
 * @param about the title of what each is in a few words; null where that is not told
 * @param hint what it can be searched by
 */
public record Inventory(
    String path,
    String name,
    Scope scope,
    List<Option> states,
    List<Column> more,
    @Nullable String about,
    String hint) {
  /** More than any club has of them; a list without an end must not fill the memory. */
  private static final int MOST = 50 * Page.MOST;

  public Inventory {
    states = List.copyOf(states);
    more = List.copyOf(more);
  }

  public Inventory(String path, String name, Scope scope, List<Option> states, List<Column> more) {
    this(path, name, scope, states, more, "ui.table.about", "ui.table.search.hint");
  }

  /** The same whose things are told by more columns alone, and are searched by something else. */
  public Inventory plain(String searched) {
    return new Inventory(path, name, scope, states, more, null, searched);
  }

  /** The same under another title for what each is in a few words. */
  public Inventory telling(String title) {
    return new Inventory(path, name, scope, states, more, title, hint);
  }

  /**
   * A line of it.
   *
   * @param state the code of its state
   * @param more what stands in the further columns, in their order
   */
  public record Row(Item item, String state, List<Cell> more) {
    public Row {
      more = List.copyOf(more);
    }
  }

  private TableForm form() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("name", "ui.table.name", true, true, false));
    columns.addAll(more);
    if (about != null) {
      columns.add(new Column("about", about, false, true, false));
    }
    columns.add(new Column("state", "ui.table.state", true, true, false));
    return new TableForm(
        path, hint, columns, List.of(new Filter("state", "ui.table.state", states)), "name", scope);
  }

  /** How the list looks. */
  public Lists.Look look(Listing listing) {
    return new Lists.Look(
        name,
        form(),
        listing.title(),
        listing.hint(),
        listing.tabs(),
        listing.empty(),
        listing.action());
  }

  /**
   * Its lines as they are searched, narrowed and put in order.
   *
   * @param parts the things, given out in parts
   */
  public <T> Rows rows(Function<@Nullable String, Page<T>> parts, Function<T, Row> row) {
    List<Row> rows = Page.all(parts).limit(MOST).map(row).toList();
    Map<String, Integer> places = new HashMap<>();
    for (int at = 0; at < more.size(); at++) {
      places.put(more.get(at).code(), at);
    }
    return new Shelf<>(
        form(),
        rows,
        (one, column) -> {
          Integer place = places.get(column);
          return place == null ? cell(one.item(), column) : one.more().get(place);
        },
        (one, asked) -> asked.value("state").isEmpty() || asked.value("state").equals(one.state()));
  }

  private static Cell cell(Item item, String column) {
    return switch (column) {
      case "name" -> Cell.link(item.name(), item.path());
      case "about" -> Cell.text(item.about());
      default -> Cell.of(item.mark());
    };
  }
}
