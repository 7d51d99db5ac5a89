package club.vafa.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a search for everything found, by what it is. */
public record Found(String wanted, List<Group> groups) {
  public Found {
    groups = List.copyOf(groups);
  }

  /**
   * What was found of one kind.
   *
   * @param more where the rest of it is; null when this is all
   */
  public record Group(String title, List<Hit> hits, @Nullable String more) {
    public Group {
      hits = List.copyOf(hits);
    }

    Group(String title, List<Hit> hits) {
      this(title, hits, null);
    }
  }

  /** Something found, and where it leads. */
  public record Hit(String text, String beside, String path, String icon) {}
}
