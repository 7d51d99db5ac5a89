package club.vafa.ui;

/**
 * A line of a list.
 *
 * @param path where it leads; empty when nowhere
 * @param about it in a few words
 * @param end a figure at its end; empty when it has none
 */
public record Item(String name, String path, String about, Mark mark, String end) {
  public Item(String name, String path, String about, Mark mark) {
    this(name, path, about, mark, "");
  }
}
