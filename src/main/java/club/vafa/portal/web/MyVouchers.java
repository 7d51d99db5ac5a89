package club.vafa.portal.web;

import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.portal.web.VoucherList.Held;
import club.vafa.portal.web.VoucherList.Open;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimQuery;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.VoucherTerms.Benefit;
import club.vafa.rewards.Vouchers;
import club.vafa.ui.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells members which vouchers they hold, and what of their claims is still to come. */
@Component
class MyVouchers {
  private static final int MOST = 100;

  private final Vouchers vouchers;
  private final Rewards rewards;

  MyVouchers(Vouchers vouchers, Rewards rewards) {
    this.vouchers = vouchers;
    this.rewards = rewards;
  }

  List<Held> usable(Screen screen, Club club, MemberId member) {
    return all(screen, club, member).stream().filter(Held::usable).toList();
  }

  List<Held> all(Screen screen, Club club, MemberId member) {
    return vouchers.of(club.id(), member, null, MOST).stream()
        .map(voucher -> held(screen, club, voucher))
        .toList();
  }

  Optional<Held> one(Screen screen, Club club, MemberId member, String id) {
    return all(screen, club, member).stream().filter(held -> held.id().equals(id)).findFirst();
  }

  private Held held(Screen screen, Club club, Voucher voucher) {
    boolean usable =
        switch (voucher.state()) {
          case ACTIVE, RESERVED, PARTIALLY_REDEEMED -> true;
          case ISSUED, REDEEMED, EXPIRED, CANCELLED, BLOCKED -> false;
        };
    boolean money = vouchers.terms(club.id(), voucher).benefit() instanceof Benefit.MoneyOff;
    return new Held(
        voucher.id().toString(),
        vouchers.name(club.id(), voucher.reward(), voucher.version(), screen.language()),
        voucher.shown(),
        "portal.voucher." + voucher.state().name().toLowerCase(Locale.ROOT),
        usable,
        money ? screen.money(voucher.left()) : "",
        voucher.expiresAt());
  }

  /** What was claimed and is not handed over yet. */
  List<Open> open(Screen screen, Club club, MemberId member) {
    ClaimQuery open = new ClaimQuery(List.of(member), Claim.State.REQUESTED, null, null, false);
    return rewards.claims(club.id(), open, new Paging(MOST, null)).data().stream()
        .map(claim ->
            new Open(
                rewards.terms(club.id(), claim.reward(), claim.version()).name(screen.language()),
                claim.claimedAt(),
                claim.dueAt()))
        .toList();
  }
}
