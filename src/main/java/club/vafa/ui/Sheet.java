package club.vafa.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page about one thing, drawn by {@code list/sheet}.
 *
 * @param back to where it stands among others; null for a page of the menu
 * @param edit where it is changed; null when it cannot be
 * @param typed what was asked for on it and refused
 */
public record Sheet(
    String title,
    String hint,
    Mark mark,
    @Nullable Link back,
    List<Section> sections,
    List<Deed> deeds,
    @Nullable Link edit,
    Form typed) {

  /**
   * A part of it.
   *
   * @param note a sentence before what is known
   * @param more where there is more of it; null when this is all
   * @param part from where the rest is fetched, because it takes its time; null when all is here
   */
  public record Section(
      String title,
      String note,
      List<Fact> facts,
      List<Item> items,
      @Nullable Link more,
      @Nullable String part) {
    public Section(String title, List<Fact> facts) {
      this(title, "", facts, List.of(), null, null);
    }

    public static Section list(String title, String note, List<Item> items) {
      return new Section(title, note, List.of(), items, null, null);
    }

    public static Section fetched(String title, String path) {
      return new Section(title, "", List.of(), List.of(), null, path);
    }

    public Section leadingTo(@Nullable Link link) {
      return new Section(title, note, facts, items, link, part);
    }
  }

  public Sheet {
    sections = List.copyOf(sections);
    deeds = List.copyOf(deeds);
  }

  public Sheet(String title, String hint, Mark mark, @Nullable Link back) {
    this(title, hint, mark, back, List.of(), List.of(), null, Form.EMPTY);
  }

  /** With one more part. */
  public Sheet and(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new Sheet(title, hint, mark, back, more, deeds, edit, typed);
  }

  /** With one more part, where there is anything in it. */
  public Sheet also(boolean any, Section section) {
    return any ? and(section) : this;
  }

  /** With something that can be done, for whom and when it can. */
  public Sheet offering(boolean may, Deed deed) {
    List<Deed> more = new ArrayList<>(deeds);
    if (may) {
      more.add(deed);
    }
    return new Sheet(title, hint, mark, back, sections, more, edit, typed);
  }

  public Sheet changedAt(boolean may, Link path) {
    return new Sheet(title, hint, mark, back, sections, deeds, may ? path : null, typed);
  }

  public Sheet with(Faults found) {
    return with(Form.EMPTY.with(found));
  }

  /** With what was asked for and why it was refused. */
  public Sheet with(Form asked) {
    return new Sheet(title, hint, mark, back, sections, deeds, edit, asked);
  }

  public Faults faults() {
    return typed.faults();
  }
}
