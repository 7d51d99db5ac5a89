package club.vafa.rewards.web;

import club.vafa.api.Call;
import club.vafa.clubs.Club;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.VoucherTerms.Benefit;
import club.vafa.rewards.Vouchers;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Tells vouchers as the API does. */
@Component
class VoucherViews {
  private final Vouchers vouchers;

  VoucherViews(Vouchers vouchers) {
    this.vouchers = vouchers;
  }

  VoucherView of(Club club, Voucher voucher) {
    boolean money = vouchers.terms(club.id(), voucher).benefit() instanceof Benefit.MoneyOff;
    return new VoucherView(
        voucher.id().toString(),
        voucher.shown(),
        voucher.reward().toString(),
        vouchers.name(club.id(), voucher.reward(), voucher.version(), Call.current().language()),
        voucher.state().name().toLowerCase(Locale.ROOT),
        voucher.member() == null ? null : voucher.member().toString(),
        voucher.claim() == null ? null : voucher.claim().toString(),
        voucher.batch() == null ? null : voucher.batch().toString(),
        money ? RewardView.money(club, voucher.left()) : null,
        money ? club.currency().getCurrencyCode() : null,
        voucher.expiresAt(),
        voucher.reservedUntil());
  }
}
