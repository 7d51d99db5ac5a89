package club.vafa.memberships.web;

import club.vafa.memberships.Membership;
import club.vafa.ui.Item;
import club.vafa.ui.Subpage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memberships as their page shows them.
 *
 * @param state that is looked for; empty for all
 */
public record MembershipList(
    PlanWords words, String state, List<Item> items, @Nullable String cursor) {
  public List<Subpage> tabs() {
    return PlansPage.tabs();
  }

  public Map<String, String> states() {
    return words.choices("memberships.state.", Membership.State.values());
  }

  public @Nullable String next() {
    return cursor == null ? null : MembershipsPage.PATH + "?state=" + state + "&after=" + cursor;
  }
}
