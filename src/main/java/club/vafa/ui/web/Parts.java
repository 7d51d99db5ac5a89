package club.vafa.ui.web;

import club.vafa.ui.Chart;
import club.vafa.ui.Faults;
import club.vafa.ui.Typed;
import java.util.List;

/** What the parts are shown with. */
public record Parts(Typed typed, Faults faults, List<Chart> charts) {
  public Parts {
    charts = List.copyOf(charts);
  }
}
