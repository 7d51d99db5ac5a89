package club.vafa.earning;

import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.Coupons;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The coupons reserved to a member: shown with them, and going where they go. */
@Component
class ReservedCoupons implements MemberPart {
  private static final int SHOWN = 50;

  private final Coupons coupons;

  ReservedCoupons(Coupons coupons) {
    this.coupons = coupons;
  }

  /** A code that is reserved to the member and not used yet. */
  record Reserved(String code, String coupon, boolean hard, @Nullable Instant until) {}

  @Override
  public String name() {
    return "coupons";
  }

  @Override
  public Object show(ClubId club, MemberId member) {
    List<CouponCode> codes = coupons.of(club, member, "", SHOWN);
    return codes.stream()
        .filter(code -> code.state() == CouponCode.State.ACTIVE)
        .map(code -> new Reserved(code.code(), code.coupon().code(), code.hard(), code.until()))
        .toList();
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    coupons.forget(club, member);
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    coupons.move(club, from, into);
  }
}
