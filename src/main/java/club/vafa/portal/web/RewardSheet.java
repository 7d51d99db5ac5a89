package club.vafa.portal.web;

import java.time.Instant;
import java.util.List;

/**
 * One reward, ready to be claimed.
 *
 * @param ways all that it costs, one or the other
 * @param prices the ways to pay that the member may choose from here
 * @param sessions the dates of an experience
 * @param atTill whether a part is paid in money, which is done at the till
 * @param mark by which a form that is sent twice is known
 * @param fault why the last try came to nothing; empty when there was none
 */
public record RewardSheet(
    Shell shell,
    MemberHome.Offered offer,
    List<String> ways,
    List<Price> prices,
    List<Date> sessions,
    boolean atTill,
    String mark,
    String fault) {

  /** A way to pay. */
  public record Price(String unit, String text) {}

  /** A date of an experience. */
  public record Date(String code, Instant at) {}

  public boolean claimable() {
    return offer.against().isEmpty() && !prices.isEmpty();
  }
}
