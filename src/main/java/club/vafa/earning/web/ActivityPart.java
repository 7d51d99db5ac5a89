package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Branch;
import club.vafa.kernel.TypeId;
import club.vafa.ui.Screen;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a member did, the latest first. */
public record ActivityPart(List<Doing> doings) {
  public ActivityPart {
    doings = List.copyOf(doings);
  }

  /**
   * One thing a member did.
   *
   * @param amount as the reader writes it; empty where there is none
   * @param path where it is shown in full, or null
   */
  public record Doing(String icon, String text, Instant at, String amount, @Nullable String path) {
    static Doing of(Screen screen, Purchase purchase, List<Branch> branches) {
      String branch = purchase.branch();
      return new Doing(
          "receipt",
          branch == null
              ? screen.text("earning.activity.purchase")
              : screen.text(
                  "earning.activity.purchase_at", "branch", Branch.named(branches, branch)),
          purchase.occurredAt(),
          screen.money(purchase.total() - purchase.discount()),
          "/console/purchases/" + TypeId.text(Purchase.PREFIX, purchase.id()));
    }
  }
}
