package club.vafa.rewards;

import club.vafa.installation.Remembered;
import club.vafa.kernel.ClubId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What is live now, at most a second old, and the terms of every version that was ever published. A
 * club without rewards asks the database once a second at most.
 */
@Component
class Shelf {
  private final RewardStore rewards;
  private final StampCardStore cards;
  private final Remembered<Live> live = new Remembered<>();
  private final Map<VersionKey, RewardTerms> terms = new ConcurrentHashMap<>();

  Shelf(RewardStore rewards, StampCardStore cards) {
    this.rewards = rewards;
    this.cards = cards;
  }

  private record VersionKey(ClubId club, RewardId reward, int version) {}

  /** The live rewards by code, and the live stamp cards by the number of their unit. */
  record Live(Map<String, Reward> rewards, Map<Integer, StampCard> cards) {
    static final Live NOTHING = new Live(Map.of(), Map.of());

    Optional<Reward> reward(String code) {
      return Optional.ofNullable(rewards.get(code));
    }
  }

  Live live(ClubId club) {
    return live.get(club, () -> read(club));
  }

  private Live read(ClubId club) {
    Map<String, Reward> byCode = new HashMap<>();
    rewards.live(club).forEach(reward -> byCode.put(reward.code(), reward));
    Map<Integer, StampCard> byUnit = new HashMap<>();
    List<StampCard> live = cards.live(club);
    live.forEach(card -> byUnit.put(card.unit(), card));
    return byCode.isEmpty() && live.isEmpty() ? Live.NOTHING : new Live(byCode, byUnit);
  }

  /** What a version of a reward said. */
  RewardTerms terms(ClubId club, RewardId reward, int version) {
    return terms.computeIfAbsent(
        new VersionKey(club, reward, version),
        _ ->
            rewards
                .version(club, reward, version)
                .orElseThrow(
                    () -> new IllegalStateException("no version " + version + " of " + reward)));
  }

  /** What is live has changed: it is read anew, also by who reads between now and the commit. */
  void forget(ClubId club) {
    live.forget(club);
  }
}
