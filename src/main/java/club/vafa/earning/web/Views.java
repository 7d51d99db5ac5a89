package club.vafa.earning.web;

import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.campaigns.CampaignId;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.Detail;
import club.vafa.earning.Given;
import club.vafa.earning.Recorded;
import club.vafa.earning.ReturnDetail;
import club.vafa.earning.web.EffectView.LineShare;
import club.vafa.earning.web.PurchaseView.NotAppliedView;
import club.vafa.earning.web.PurchaseView.WalletView;
import club.vafa.earning.web.Reasons.Voice;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells recorded activities as the API does. It works from what is recorded alone, so that the
 * first answer and every repetition are the same.
 */
@Component
class Views {
  private final Reasons reasons;
  private final RewardViews rewardViews;
  private final TierViews tiers;

  Views(Reasons reasons, RewardViews rewardViews, TierViews tiers) {
    this.reasons = reasons;
    this.rewardViews = rewardViews;
    this.tiers = tiers;
  }

  PurchaseView purchase(Club club, Recorded<Purchase> recorded) {
    return purchase(club, recorded, false);
  }

  PurchaseView quote(Club club, Recorded<Purchase> quoted) {
    return purchase(club, quoted, true);
  }

  private PurchaseView purchase(Club club, Recorded<Purchase> recorded, boolean quote) {
    Purchase purchase = recorded.activity();
    Detail detail = recorded.detail();
    Voice voice = reasons.voice(club);
    long due = purchase.total() - purchase.discount() - purchase.paidByWallets();
    return new PurchaseView(
        quote ? null : TypeId.text(Purchase.PREFIX, purchase.id()),
        quote ? "quoted" : "completed",
        quote ? null : purchase.key().source(),
        quote ? null : purchase.key().externalId(),
        purchase.occurredAt(),
        TierViews.member(purchase.member(), detail.tiers()),
        money(club, purchase.total()),
        money(club, purchase.discount()),
        money(club, purchase.paidByWallets()),
        money(club, due),
        PaymentViews.payments(club, detail),
        PaymentViews.funded(club, detail),
        effects(club, voice, detail),
        wallets(club, detail.wallets()),
        notApplied(voice, Reasons.Day.of(purchase), recorded));
  }

  EventView event(Club club, Recorded<Event> recorded) {
    Event event = recorded.activity();
    Voice voice = reasons.voice(club);
    Detail detail = recorded.detail();
    return new EventView(
        TypeId.text(Event.PREFIX, event.id()),
        event.type(),
        event.key().source(),
        event.key().externalId(),
        event.occurredAt(),
        TierViews.member(event.member(), detail.tiers()),
        effects(club, voice, detail),
        wallets(club, detail.wallets()),
        notApplied(voice, Reasons.Day.of(event), recorded));
  }

  ReturnView returned(Club club, Return returned) {
    ReturnDetail detail = ReturnDetail.of(returned.detail());
    Voice voice = reasons.voice(club);
    return new ReturnView(
        TypeId.text(Return.PREFIX, returned.id()),
        TypeId.text(Purchase.PREFIX, returned.purchase()),
        returned.key().externalId(),
        returned.occurredAt(),
        TierViews.member(returned.member(), detail.tiers()),
        money(club, returned.refund()),
        detail.policy().name().toLowerCase(Locale.ROOT),
        detail.whole(),
        returned.lines().stream()
            .map(line -> new ReturnView.LineView(line.line(), quantity(line.quantity())))
            .toList(),
        detail.taken().stream().map(taken -> taken(club, taken)).toList(),
        detail.gaveBack().stream().map(back -> gaveBack(club, back)).toList(),
        PaymentViews.cardsBack(club, detail),
        detail.uncounted().stream().map(less -> counter(less)).toList(),
        detail.given().stream().map(given -> effect(club, voice, given)).toList(),
        wallets(club, detail.wallets()),
        RewardViews.vouchers(detail.rewards()),
        RewardViews.cards(club, detail.rewards()),
        TierViews.moved(detail.tiers()));
  }

  private static ReturnView.TakenView taken(Club club, ReturnDetail.Taken taken) {
    int decimals = decimals(club, taken.award().unit());
    return new ReturnView.TakenView(
        taken.award().unit(),
        Amount.plain(taken.wanted(), decimals),
        Amount.plain(taken.pending(), decimals),
        Amount.plain(taken.active(), decimals),
        Amount.plain(taken.owed(), decimals),
        Amount.plain(taken.forgone(), decimals),
        TypeId.text(CampaignId.PREFIX, taken.award().campaign()),
        taken.version(),
        taken.award().rule());
  }

  private static ReturnView.GaveBackView gaveBack(Club club, ReturnDetail.GaveBack back) {
    int decimals = decimals(club, back.unit());
    return new ReturnView.GaveBackView(
        back.unit(), Amount.plain(back.usable(), decimals), Amount.plain(back.expired(), decimals));
  }

  private static ReturnView.CounterView counter(ReturnDetail.Uncounted less) {
    return new ReturnView.CounterView(
        TypeId.text(CampaignId.PREFIX, less.counter().campaign()),
        less.counter().rule(),
        less.less().uses());
  }

  private List<EffectView> effects(Club club, Voice voice, Detail detail) {
    List<EffectView> views = new ArrayList<>(rewardViews.used(club, detail.rewards()));
    for (Given given : detail.given()) {
      views.add(effect(club, voice, given));
    }
    views.addAll(rewardViews.stamped(club, detail.rewards().stamped()));
    views.addAll(tiers.risen(club, detail.tiers()));
    return views;
  }

  private EffectView effect(Club club, Voice voice, Given given) {
    String unit = given.unit();
    int decimals = unit == null ? Money.decimals(club.currency()) : decimals(club, unit);
    boolean gift = given.type() == Given.Type.GIFT;
    boolean voucher = given.type() == Given.Type.VOUCHER;
    boolean amounts = !gift && !voucher;
    return new EffectView(
        type(club, given),
        unit,
        amounts ? Amount.plain(given.wanted(), decimals) : null,
        amounts ? Amount.plain(given.granted(), decimals) : null,
        status(given),
        given.availableAt(),
        given.awaits(),
        given.expiresAt(),
        given.type() == Given.Type.DISCOUNT ? club.currency().getCurrencyCode() : null,
        shares(given, decimals),
        voucher ? null : given.sku(),
        given.name(),
        gift ? quantity(given.granted()) : voucher ? Long.toString(given.granted()) : null,
        TypeId.text(CampaignId.PREFIX, given.campaign()),
        given.version(),
        given.rule(),
        voice.of(given),
        voucher ? given.sku() : null,
        given.vouchers() == null ? null : RewardViews.shown(given.vouchers()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static String type(Club club, Given given) {
    return switch (given.type()) {
      case EARN -> isStamps(club, given.unit()) ? "stamp" : "earn";
      case DISCOUNT -> "discount";
      case GIFT -> "gift";
      case VOUCHER -> "voucher";
    };
  }

  private static boolean isStamps(Club club, @Nullable String unit) {
    return unit != null
        && club.unit(unit).map(found -> found.kind() == Unit.Kind.STAMPS).orElse(false);
  }

  private static @Nullable String status(Given given) {
    boolean counts = given.type() == Given.Type.EARN || given.type() == Given.Type.VOUCHER;
    if (!counts) {
      return null;
    }
    if (given.granted() == 0) {
      return "none";
    }
    return given.availableAt() != null || given.awaits() != null ? "pending" : "active";
  }

  private static @Nullable List<LineShare> shares(Given given, int decimals) {
    if (given.byLine() == null) {
      return null;
    }
    List<LineShare> shares = new ArrayList<>();
    new TreeMap<>(given.byLine())
        .forEach((line, share) -> shares.add(new LineShare(line, Amount.plain(share, decimals))));
    return shares;
  }

  private static List<WalletView> wallets(Club club, List<Detail.Held> held) {
    return held.stream()
        .map(wallet -> {
          int decimals = decimals(club, wallet.unit());
          return new WalletView(
              wallet.unit(),
              Amount.plain(wallet.active(), decimals),
              Amount.plain(wallet.pending(), decimals),
              wallet.owed() == 0 ? null : Amount.plain(wallet.owed(), decimals));
        })
        .toList();
  }

  private List<NotAppliedView> notApplied(Voice voice, Reasons.Day day, Recorded<?> recorded) {
    List<NotAppliedView> views =
        new ArrayList<>(rewardViews.refused(recorded.detail().rewards().handed()));
    for (NotApplied missed : recorded.missed()) {
      views.add(
          new NotAppliedView(
              missed.campaign().equals(Reasons.NO_CAMPAIGN)
                  ? null
                  : TypeId.text(CampaignId.PREFIX, missed.campaign()),
              missed.rule().isEmpty() ? null : missed.rule(),
              missed.code(),
              voice.of(day, missed)));
    }
    return views;
  }

  static MoneyView money(Club club, long minor) {
    return MoneyView.of(new Money(minor, club.currency()));
  }

  static int decimals(Club club, String unit) {
    return club.unit(unit).map(Unit::decimals).orElse(0);
  }

  private static String quantity(long thousandths) {
    return Amount.plain(thousandths, Facts.Line.QUANTITY_DECIMALS);
  }
}
