package club.vafa.memberships.web;

import club.vafa.memberships.PlanTerms;
import club.vafa.ui.Form;
import java.util.Map;

/**
 * The form of a plan.
 *
 * @param back to the plan, or to all of them when it is a new one
 */
public record PlanEntry(Form form, PlanWords words, String back) {
  private static final int MOST = 50;

  public boolean fresh() {
    return back.equals(PlansPage.PATH);
  }

  public String action() {
    return back + (fresh() ? "/new" : "/edit");
  }

  public int entitlements() {
    return Math.min(MOST, form.size("/entitlements") + 1);
  }

  public Map<String, String> eaches() {
    return words.choices("memberships.each.", PlanTerms.Each.values());
  }

  public Map<String, String> windows() {
    return words.choices("memberships.window.", PlanTerms.Window.values());
  }

  public Map<String, String> renewals() {
    return words.choices("memberships.renewal.", PlanTerms.Renewal.values());
  }

  public Map<String, String> cancellings() {
    return words.choices("memberships.cancelling.", PlanTerms.Cancelling.values());
  }
}
