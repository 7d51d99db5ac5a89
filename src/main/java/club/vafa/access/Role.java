package club.vafa.access;

import club.vafa.api.Scope;
import java.util.EnumSet;
import java.util.Set;

/** What somebody is in the club, which decides what they may do. */
public enum Role {
  OWNER,
  MANAGER,
  CASHIER;

  Set<Scope> scopes() {
    return switch (this) {
      case OWNER -> EnumSet.allOf(Scope.class);
      case MANAGER ->
          EnumSet.complementOf(
              EnumSet.of(
                  Scope.SETTINGS_WRITE,
                  Scope.SETTLEMENT_WRITE,
                  Scope.PROGRAM_PUBLISH,
                  Scope.KEYS_READ,
                  Scope.KEYS_WRITE));
      case CASHIER ->
          EnumSet.of(
              Scope.MEMBERS_READ,
              Scope.MEMBERS_WRITE,
              Scope.PURCHASES_READ,
              Scope.PURCHASES_WRITE,
              Scope.EVENTS_WRITE,
              Scope.HOLDS_WRITE,
              Scope.GIFTCARDS_READ,
              Scope.CAMPAIGNS_READ,
              Scope.PLANS_READ,
              Scope.MEMBERSHIPS_READ,
              Scope.MEMBERSHIPS_WRITE,
              Scope.REWARDS_READ,
              Scope.CLAIMS_WRITE,
              Scope.VOUCHERS_WRITE,
              Scope.TIERS_READ,
              Scope.COUPONS_READ,
              Scope.SETTINGS_READ);
    };
  }
}
