package club.vafa.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A right that an API key or a member of staff has. */
public enum Scope {
  MEMBERS_READ,
  MEMBERS_WRITE,
  MEMBERS_EXPORT,
  PURCHASES_READ,
  PURCHASES_WRITE,
  EVENTS_WRITE,
  HOLDS_WRITE,
  ADJUSTMENTS_WRITE,
  GIFTCARDS_READ,
  GIFTCARDS_WRITE,
  CAMPAIGNS_READ,
  CAMPAIGNS_WRITE,
  PLANS_READ,
  PLANS_WRITE,
  MEMBERSHIPS_READ,
  MEMBERSHIPS_WRITE,
  REFERRALS_READ,
  REFERRALS_WRITE,
  SETTLEMENT_READ,
  SETTLEMENT_WRITE,
  PROGRAM_READ,
  PROGRAM_WRITE,
  PROGRAM_PUBLISH,
  REWARDS_READ,
  REWARDS_WRITE,
  CLAIMS_WRITE,
  VOUCHERS_WRITE,
  TIERS_READ,
  TIERS_WRITE,
  STANDINGS_WRITE,
  CAMPAIGNS_APPROVE,
  COUPONS_READ,
  COUPONS_WRITE,
  GOODS_READ,
  GOODS_WRITE,
  SETTINGS_READ,
  SETTINGS_WRITE,
  KEYS_READ,
  KEYS_WRITE,
  ACTS_READ,
  STAFF_READ,
  STAFF_WRITE;

  private final String text = name().toLowerCase(Locale.ROOT).replace('_', ':');

  /** The scope as the API writes it: {@code members:read}. */
  public String text() {
    return text;
  }

  public static Optional<Scope> of(String text) {
    return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
  }

  @Override
  public String toString() {
    return text;
  }
}
