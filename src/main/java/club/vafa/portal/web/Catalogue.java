package club.vafa.portal.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.portal.web.MemberHome.Offered;
import club.vafa.rewards.Offer;
import club.vafa.rewards.Offer.Payable;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells members what they can have, cheapest first, and what is missing to the rest. */
@Component
class Catalogue {
  private static final int MOST = 200;

  /** What is not for a member at all is not shown to them. */
  private static final Set<RewardsCode> HIDDEN =
      Set.of(
          RewardsCode.REWARD_NOT_LIVE,
          RewardsCode.REWARD_NOT_ON_OFFER,
          RewardsCode.REWARD_NOT_FOR_MEMBER);

  private final Rewards rewards;
  private final Pages pages;

  Catalogue(Rewards rewards, Pages pages) {
    this.rewards = rewards;
    this.pages = pages;
  }

  List<Offer> offers(Club club, MemberId member) {
    return rewards.offers(club, member, rewards.list(club.id(), "", MOST)).stream()
        .filter(offer -> isFor(offer))
        .sorted(Comparator.comparingLong(offer -> least(offer).amount()))
        .toList();
  }

  Optional<Offer> offer(Club club, MemberId member, String code) {
    return offers(club, member).stream()
        .filter(offer -> offer.reward().code().equals(code))
        .findFirst();
  }

  private static boolean isFor(Offer offer) {
    Refusal against = offer.against();
    return !offer.prices().isEmpty() && (against == null || !HIDDEN.contains(against.code()));
  }

  List<Offered> told(Screen screen, Club club, MemberId member) {
    return offers(club, member).stream().map(offer -> told(screen, club, offer)).toList();
  }

  Offered told(Screen screen, Club club, Offer offer) {
    Reward reward = offer.reward();
    RewardTerms terms = Objects.requireNonNull(reward.published());
    Payable least = least(offer);
    return new Offered(
        reward.code(),
        terms.name(screen.language()),
        terms
            .descriptions()
            .getOrDefault(screen.language(), terms.descriptions().getOrDefault(Language.EN, "")),
        price(screen, club, least),
        screen.text("portal.missing", "amount", amount(screen, club, least, least.missing())),
        least.affordable(),
        against(screen, offer));
  }

  /** What it costs; a part in money is paid at the till. */
  String price(Screen screen, Club club, Payable payable) {
    String units = amount(screen, club, payable, payable.amount());
    return payable.price().money() == null
        ? units
        : screen.text(
            "portal.price.money",
            "amount",
            units,
            "money",
            screen.money(payable.price().money().min()),
            "more",
            payable.price().money().max() > payable.price().money().min() ? "yes" : "no");
  }

  private static String amount(Screen screen, Club club, Payable payable, long minor) {
    return club.unit(payable.price().unit())
        .map(unit ->
            screen.text(
                "portal.amount",
                "amount",
                screen.amount(new Amount(minor, unit.decimals())),
                "unit",
                unit.counted(screen.language(), minor)))
        .orElseThrow();
  }

  private String against(Screen screen, Offer offer) {
    Refusal against = offer.against();
    return against == null ? "" : sentence(pages.faults(screen, List.of(against)));
  }

  static String sentence(Faults faults) {
    return faults.others().stream()
        .findFirst()
        .or(() -> faults.byField().values().stream().findFirst())
        .orElse("");
  }

  /** The price that is nearest to what the member has. */
  static Payable least(Offer offer) {
    return offer.prices().stream()
        .min(Comparator.comparingLong(Payable::missing).thenComparingLong(Payable::amount))
        .orElseThrow();
  }
}
