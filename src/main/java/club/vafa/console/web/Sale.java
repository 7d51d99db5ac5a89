package club.vafa.console.web;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Branch;
import club.vafa.kernel.MemberId;
import club.vafa.members.IdentifierKey;
import club.vafa.members.Profile;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as the home tells it.
 *
 * @param name of the buyer, or what else they are known by; empty for strangers
 * @param paid after discounts, minor units of the club's money
 */
public record Sale(Instant at, @Nullable MemberId member, String name, String branch, long paid) {
  static Sale of(Purchase purchase, @Nullable Profile buyer, List<Branch> branches) {
    String branch = purchase.branch();
    return new Sale(
        purchase.occurredAt(),
        purchase.member(),
        buyer == null ? "" : name(buyer),
        branch == null ? "" : Branch.named(branches, branch),
        purchase.total() - purchase.discount());
  }

  private static String name(Profile buyer) {
    return buyer.name().isEmpty()
        ? buyer.identifiers().stream().findFirst().map(IdentifierKey::text).orElse("")
        : buyer.name();
  }
}
