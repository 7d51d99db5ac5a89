package club.vafa.earning.web;

import club.vafa.cards.gifts.GiftCardId;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.Detail;
import club.vafa.earning.ReturnDetail;
import club.vafa.kernel.Amount;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells how sales were paid from wallets and gift cards. */
final class PaymentViews {
  private PaymentViews() {}

  static List<PurchaseView.PaymentView> payments(Club club, Detail detail) {
    return detail.payments().stream()
        .filter(paid -> paid.unit() != null || paid.card() != null)
        .map(paid -> payment(club, paid))
        .toList();
  }

  private static PurchaseView.PaymentView payment(Club club, Detail.Paid paid) {
    Unit unit = paid.unit() == null ? null : club.unit(paid.unit()).orElse(null);
    return new PurchaseView.PaymentView(
        paid.kind(),
        paid.unit(),
        unit == null ? null : Amount.plain(paid.units(), unit.decimals()),
        unit == null || paid.rate() == null ? null : unit.worthOfOne(club, paid.rate()),
        paid.card() == null ? null : card(paid.card()),
        paid.lastFour(),
        Views.money(club, paid.money()),
        paid.line());
  }

  static @Nullable List<PurchaseView.FundedView> funded(Club club, Detail detail) {
    return detail.funded().isEmpty()
        ? null
        : detail.funded().stream()
            .map(funded ->
                new PurchaseView.FundedView(
                    funded.line(),
                    card(funded.card()),
                    funded.lastFour(),
                    Views.money(club, funded.amount())))
            .toList();
  }

  static List<ReturnView.GiftBackView> cardsBack(Club club, ReturnDetail detail) {
    return detail.cardsBack().stream()
        .map(back ->
            new ReturnView.GiftBackView(
                card(back.card()),
                back.lastFour(),
                Views.money(club, back.usable()),
                Views.money(club, back.expired())))
        .toList();
  }

  private static String card(UUID id) {
    return new GiftCardId(id).toString();
  }
}
