package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.earning.web.ExplanationView.RuleLookView;
import java.util.List;

/**
 * A purchase with what it brought and why.
 *
 * @param buyer the name; empty for strangers and the nameless
 * @param branch its name; empty where there was none
 */
public record PurchaseSheet(
    Purchase purchase, String buyer, String branch, List<Look> looks, List<Return> returns) {
  public PurchaseSheet {
    looks = List.copyOf(looks);
    returns = List.copyOf(returns);
  }

  /**
   * A campaign that was looked at.
   *
   * @param verdict what came of it, in a word or two
   * @param awards what it gave, an amount with its unit each
   */
  public record Look(
      String name, String verdict, boolean applied, List<String> awards, List<RuleLookView> rules) {
    public Look {
      awards = List.copyOf(awards);
      rules = List.copyOf(rules);
    }
  }

  /** Quantities are kept in thousandths. */
  public static final int QUANTITY_DECIMALS = 3;
}
