package club.vafa.earning.web;

import club.vafa.api.Call;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.ReturnedRewards;
import club.vafa.earning.Rewarded;
import club.vafa.earning.web.EffectView.LineShare;
import club.vafa.earning.web.EffectView.VoucherShown;
import club.vafa.earning.web.PurchaseView.NotAppliedView;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.TypeId;
import club.vafa.rewards.Handed;
import club.vafa.rewards.Issued;
import club.vafa.rewards.RewardId;
import club.vafa.rewards.Stamped;
import club.vafa.rewards.VoucherId;
import club.vafa.rewards.Vouchers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells vouchers and stamp cards of an activity as the API does. */
@Component
class RewardViews {
  private final Vouchers vouchers;
  private final Sentences sentences;

  RewardViews(Vouchers vouchers, Sentences sentences) {
    this.vouchers = vouchers;
    this.sentences = sentences;
  }

  /** What vouchers took off, as discounts that no campaign made. */
  List<EffectView> used(Club club, Rewarded rewards) {
    return rewards.handed().stream()
        .filter(handed -> handed.refused() == null)
        .map(handed -> used(club, handed))
        .toList();
  }

  private EffectView used(Club club, Handed handed) {
    int decimals = Money.decimals(club.currency());
    List<LineShare> lines = new ArrayList<>();
    new TreeMap<>(handed.byLine())
        .forEach((line, share) -> lines.add(new LineShare(line, Amount.plain(share, decimals))));
    String off = Amount.plain(handed.off(), decimals);
    Language language = Call.current().language();
    String name =
        vouchers.name(club.id(), new RewardId(handed.reward()), handed.version(), language);
    return new EffectView(
        "discount",
        null,
        off,
        off,
        null,
        null,
        null,
        null,
        club.currency().getCurrencyCode(),
        lines,
        null,
        null,
        null,
        null,
        null,
        null,
        sentences.text(language, "earning.voucher", Map.of("name", name)),
        null,
        List.of(new VoucherShown(id(handed.voucher()), handed.code(), null)),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** Why vouchers that were handed in did not count. */
  List<NotAppliedView> refused(List<Handed> handed) {
    List<NotAppliedView> views = new ArrayList<>();
    for (Handed one : handed) {
      if (one.refused() != null) {
        String sentence =
            sentences.text(Call.current().language(), "problem." + one.refused(), one.args());
        views.add(new NotAppliedView(null, null, one.refused(), sentence));
      }
    }
    return views;
  }

  List<EffectView> stamped(Club club, List<Stamped> stamped) {
    return stamped.stream().map(card -> stamped(club, card)).toList();
  }

  private EffectView stamped(Club club, Stamped card) {
    int decimals = club.unit(card.unit()).map(Unit::decimals).orElse(0);
    String stamps = Amount.plain(card.stamps(), decimals);
    String of = Amount.plain(card.of(), decimals);
    String reason =
        sentences.text(
            Call.current().language(),
            "earning.stampcard",
            Map.of("completed", card.completed(), "stamps", stamps, "of", of));
    return new EffectView(
        "stamp_card",
        card.unit(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        reason,
        null,
        card.vouchers().isEmpty() ? null : shown(card.vouchers()),
        card.card(),
        card.completed(),
        stamps,
        of,
        null,
        null,
        null,
        null);
  }

  static List<VoucherShown> shown(List<Issued> issued) {
    return issued.stream()
        .map(one ->
            new VoucherShown(
                id(one.voucher()), one.code().isEmpty() ? null : one.code(), one.expiresAt()))
        .toList();
  }

  static @Nullable List<ReturnView.VoucherBackView> vouchers(@Nullable ReturnedRewards rewards) {
    return rewards == null || rewards.vouchers().isEmpty()
        ? null
        : rewards.vouchers().stream()
            .map(back ->
                new ReturnView.VoucherBackView(
                    id(back.voucher()), back.code(), back.state().name().toLowerCase(Locale.ROOT)))
            .toList();
  }

  static @Nullable List<ReturnView.CardBackView> cards(
      Club club, @Nullable ReturnedRewards rewards) {
    return rewards == null || rewards.cards().isEmpty()
        ? null
        : rewards.cards().stream()
            .map(back -> {
              int decimals = club.unit(back.unit()).map(Unit::decimals).orElse(0);
              return new ReturnView.CardBackView(
                  back.card(),
                  back.undone(),
                  back.kept(),
                  Amount.plain(back.usable(), decimals),
                  Amount.plain(back.expired(), decimals));
            })
            .toList();
  }

  private static String id(UUID voucher) {
    return TypeId.text(VoucherId.PREFIX, voucher);
  }
}
