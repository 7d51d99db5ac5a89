package club.vafa.console.web;

import java.util.List;

/** What a search for everything found, by what it is. */
public record Found(String wanted, List<Group> groups) {
  public Found {
    groups = List.copyOf(groups);
  }

  /** What was found of one kind. */
  public record Group(String title, List<Hit> hits) {
    public Group {
      hits = List.copyOf(hits);
    }
  }

  /** Something found, and where it leads. */
  public record Hit(String text, String beside, String path, String icon) {}
}
