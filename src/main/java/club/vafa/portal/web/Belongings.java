package club.vafa.portal.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Statements.WalletView;
import club.vafa.members.Wallets;
import club.vafa.portal.web.MemberHome.StampSheet;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.StampCards;
import club.vafa.rewards.StampCards.Filled;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells members what they have: balances, and stamps on their cards. */
@Component
class Belongings {
  private static final int MOST_REWARDS = 200;

  private final Wallets wallets;
  private final StampCards cards;
  private final Rewards rewards;

  Belongings(Wallets wallets, StampCards cards, Rewards rewards) {
    this.wallets = wallets;
    this.cards = cards;
    this.rewards = rewards;
  }

  /** Units that fill cards are shown as cards, with holes. */
  List<MemberHome.Balance> balances(Club club, Language language, MemberId member) {
    Set<Integer> onCards =
        cards.live(club.id()).stream().map(card -> card.unit()).collect(Collectors.toSet());
    return wallets.of(club.id(), member).stream()
        .filter(wallet -> !onCards.contains(wallet.unit()))
        .filter(wallet -> !wallet.balance().equals(Balance.NOTHING))
        .map(wallet -> balance(club, language, wallet))
        .toList();
  }

  private static MemberHome.Balance balance(Club club, Language language, WalletView wallet) {
    Unit unit = club.unit(wallet.unit());
    int decimals = unit.decimals();
    Balance balance = wallet.balance();
    return new MemberHome.Balance(
        unit.name(language),
        new Amount(balance.active(), decimals),
        new Amount(balance.pending(), decimals),
        new Amount(balance.owed(), decimals),
        wallet.next() == null ? null : new Amount(wallet.next().amount(), decimals),
        wallet.next() == null ? null : wallet.next().at());
  }

  List<StampSheet> cards(Club club, Language language, MemberId member) {
    List<Filled> all = cards.of(club, member);
    if (all.isEmpty()) {
      return List.of();
    }
    Map<String, Reward> byCode =
        rewards.list(club.id(), "", MOST_REWARDS).stream()
            .collect(Collectors.toMap(Reward::code, reward -> reward));
    return all.stream().map(card -> sheet(language, card, byCode)).toList();
  }

  private static StampSheet sheet(Language language, Filled card, Map<String, Reward> byCode) {
    RewardTerms terms =
        Optional.ofNullable(byCode.get(card.card().reward())).map(Reward::published).orElse(null);
    long holes = card.card().holes();
    long stamped = Math.min(holes, Math.multiplyExact(card.stamps(), holes) / card.holes());
    Map<Language, String> names = card.card().names();
    String code = card.card().code();
    return new StampSheet(
        names.getOrDefault(language, names.getOrDefault(Language.EN, code)),
        terms == null ? "" : terms.name(language),
        Math.max(0, stamped),
        holes,
        card.ends());
  }
}
