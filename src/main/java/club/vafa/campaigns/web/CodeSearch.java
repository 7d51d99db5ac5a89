package club.vafa.campaigns.web;

import club.vafa.ui.Faults;
import club.vafa.ui.Subpage;
import java.util.List;

/** The search for a code of a coupon. */
public record CodeSearch(String code, Faults faults) {
  public List<Subpage> tabs() {
    return CouponsPage.TABS;
  }
}
