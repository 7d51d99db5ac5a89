package club.vafa.templates;

import club.vafa.kernel.Language;
import java.util.List;

/**
 * What a club tells its members on one page.
 *
 * @param lead one sentence to begin with
 * @param foot as of when it holds
 */
public record Guide(
    Language language, String title, String lead, List<Section> sections, String foot) {
  public Guide {
    sections = List.copyOf(sections);
  }

  /** A part of the page; one without items is left out. */
  public record Section(String code, String title, List<Item> items) {
    public Section {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing members should know.
   *
   * @param name what it is called, or empty
   * @param color of what has one, such as a tier, or empty
   */
  public record Item(String name, String text, String color) {
    public Item(String name, String text) {
      this(name, text, "");
    }
  }
}
