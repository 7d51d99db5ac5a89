package club.vafa.cards.web;

import club.vafa.ui.Faults;
import club.vafa.ui.Subpage;
import java.util.List;

/** The search for a gift card by its code. */
public record GiftSearch(String code, Faults faults) {
  public List<Subpage> tabs() {
    return GiftCardsPage.TABS;
  }

  @Override
  public String toString() {
    return "GiftSearch[]";
  }
}
