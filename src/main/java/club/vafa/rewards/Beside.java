package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.StampCards.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a stamp card has to fit: the rewards and the other cards of its club.
 *
 * @param live the rewards that can be had, by code
 * @param others codes of rewards that are there and cannot be had
 * @param cards the codes of the live cards by the code of their unit
 */
public record Beside(Map<String, RewardTerms> live, Set<String> others, Map<String, String> cards) {
  public Beside {
    live = Map.copyOf(live);
    others = Set.copyOf(others);
    cards = Map.copyOf(cards);
  }

  /** What keeps a card from being laid out or changed like this. */
  List<Refusal> against(Club club, Wish wish, @Nullable StampCard before) {
    List<Refusal> against = new ArrayList<>();
    unit(club, wish).ifPresent(against::add);
    if (before != null && !club.unit(before.unit()).code().equals(wish.unit())) {
      against.add(Refusal.at("/unit", RewardsCode.STAMP_CARD_FIXED));
    }
    if (before != null && before.holes() != wish.holes()) {
      against.add(Refusal.at("/holes", RewardsCode.STAMP_CARD_FIXED));
    }
    reward(wish.reward()).ifPresent(against::add);
    return against;
  }

  private Optional<Refusal> unit(Club club, Wish wish) {
    Optional<Unit> found = club.unit(wish.unit());
    if (found.isEmpty()) {
      return Optional.of(
          Refusal.at(
              "/unit", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(wish.unit()))));
    }
    Map<String, Object> named = Map.of("value", wish.unit());
    if (found.get().kind() != Unit.Kind.STAMPS) {
      return Optional.of(Refusal.at("/unit", RewardsCode.STAMP_CARD_UNIT_KIND, named));
    }
    return cards.getOrDefault(wish.unit(), wish.code()).equals(wish.code())
        ? Optional.empty()
        : Optional.of(Refusal.at("/unit", RewardsCode.STAMP_CARD_UNIT_TAKEN, named));
  }

  /** A full card gives a voucher in the same moment, so its reward must be one that can. */
  private Optional<Refusal> reward(String code) {
    RewardTerms found = live.get(code);
    if (found == null) {
      return Optional.of(
          Refusal.at(
              "/reward",
              others.contains(code) ? RewardsCode.REWARD_NOT_LIVE : RewardsCode.REWARD_NOT_FOUND));
    }
    return found.voucher() == null
        ? Optional.of(Refusal.at("/reward", RewardsCode.REWARD_GIVES_NO_VOUCHER))
        : Optional.empty();
  }
}
