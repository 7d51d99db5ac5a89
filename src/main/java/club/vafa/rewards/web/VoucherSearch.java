package club.vafa.rewards.web;

import club.vafa.ui.Faults;
import club.vafa.ui.Subpage;
import java.util.List;

/** The search for a voucher by its code. */
public record VoucherSearch(String code, Faults faults) {
  public List<Subpage> tabs() {
    return RewardsPage.TABS;
  }
}
