package club.vafa.replay.web;

import club.vafa.replay.Replay;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A replay for people to read.
 *
 * @param percent how far it is
 * @param found once it is done
 */
public record ReplaySheet(
    Replay replay, long percent, @Nullable Long secondsLeft, @Nullable Found found) {

  /**
   * What it found, beside what really ran.
   *
   * @param says the result in sentences
   */
  public record Found(
      List<String> says,
      List<Row> sums,
      List<Row> campaigns,
      List<Person> winners,
      List<Person> losers,
      List<String> notes) {
    public Found {
      says = List.copyOf(says);
      sums = List.copyOf(sums);
      campaigns = List.copyOf(campaigns);
      winners = List.copyOf(winners);
      losers = List.copyOf(losers);
      notes = List.copyOf(notes);
    }
  }

  /** Something with the campaign and as it ran. */
  public record Row(String name, String draft, String live) {}

  /**
   * A member for whom the campaign changes most.
   *
   * @param id empty for whom only a file knows
   */
  public record Person(String id, String name, String draft, String live, String difference) {}

  public String path() {
    return "/console/replays/" + replay.id();
  }

  /** The name of the sentence that tells how it ended without a result. */
  public String outcome() {
    String how = replay.crowded() ? "crowded" : replay.state().name().toLowerCase(Locale.ROOT);
    return "replay.state." + how;
  }

  public boolean over() {
    return replay.state().over();
  }
}
