package club.vafa.goods;

import club.vafa.kernel.Refusal;
import java.util.List;

/** What came of a file of goods. */
public record Imported(int added, int changed, int categories, List<RefusedRow> refused) {
  public Imported {
    refused = List.copyOf(refused);
  }

  /**
   * A row that was left out.
   *
   * @param line of the file
   * @param code as it stands there
   */
  public record RefusedRow(long line, String code, List<Refusal> reasons) {
    public RefusedRow {
      reasons = List.copyOf(reasons);
    }
  }
}
