package club.vafa.replay.web;

import club.vafa.ui.Faults;
import java.util.List;

/**
 * What is asked before a replay begins.
 *
 * @param months how many of the past ones can be chosen
 */
public record ReplayAsk(List<Integer> months, int chosen, Faults faults) {
  static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

  static ReplayAsk of(int chosen, Faults faults) {
    return new ReplayAsk(MONTHS, chosen, faults);
  }

  /** All that is wrong, each said once. */
  public List<String> wrong() {
    return faults.all().stream().distinct().toList();
  }
}
