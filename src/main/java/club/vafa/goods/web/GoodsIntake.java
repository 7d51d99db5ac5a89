package club.vafa.goods.web;

import club.vafa.ui.Faults;
import club.vafa.ui.Subpage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that takes in a file of goods.
 *
 * @param csv what was brought, while it was not taken
 * @param told what came of it; null before
 */
public record GoodsIntake(String csv, Faults faults, @Nullable Told told) {
  public List<Subpage> tabs() {
    return GoodsPage.TABS;
  }

  /** What came of a file. */
  public record Told(String sentence, List<Row> refused) {
    public Told {
      refused = List.copyOf(refused);
    }
  }

  /** A row that was left out, and why. */
  public record Row(String line, String code, String why) {}
}
