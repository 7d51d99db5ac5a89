package club.vafa.campaigns.web;

import club.vafa.ui.Form;

/**
 * A form about coupons.
 *
 * @param back where it leads when nothing is kept
 */
public record CouponEntry(Form form, CouponWords words, String back) {
  private static final int MOST_LIMITS = 10;

  public int limits() {
    return Math.min(MOST_LIMITS, form.size("/limits") + 1);
  }
}
