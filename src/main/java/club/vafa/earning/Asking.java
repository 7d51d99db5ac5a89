package club.vafa.earning;

import club.vafa.activity.Total;
import club.vafa.campaigns.CouponCode;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Standing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is asked about, and under which program. */
record Asking(
    Club club,
    long program,
    Map<MemberRef, Outcome<Buyer>> buyers,
    Map<MemberId, Total> totals,
    Map<MemberId, Standing> standings,
    Map<String, CouponCode> codes) {

  @Nullable Buyer buyer(@Nullable MemberRef ref) {
    return ref != null && buyers.get(ref) instanceof Done<Buyer>(Buyer buyer) ? buyer : null;
  }

  Facts.Person person(Buyer buyer) {
    return PurchaseDecider.person(
        totals.getOrDefault(buyer.id(), Total.NONE),
        standings.getOrDefault(buyer.id(), Standing.NONE),
        buyer);
  }
}
