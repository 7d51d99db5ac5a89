package club.vafa.tiers;

import club.vafa.kernel.Input;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ladder of tiers as its club defined it.
 *
 * @param match whether one or all of a tier's needs must be met
 * @param grace days a tier is still kept when too little was done for it
 * @param takesBack whether a return may take the tier that the sale had brought
 * @param tiers from the lowest up
 */
public record TierSet(
    String code,
    Map<Language, String> names,
    Match match,
    Period period,
    Up up,
    Keep keep,
    Down down,
    int grace,
    boolean takesBack,
    List<Tier> tiers) {

  public TierSet {
    names = Map.copyOf(names);
    tiers = List.copyOf(tiers);
  }

  /** How the needs of a tier combine. */
  public enum Match {
    ANY,
    ALL
  }

  /** When members rise. */
  public enum Up {
    AT_ONCE,
    PERIOD_END
  }

  /** What happens when too little was done to keep a tier. */
  public enum Down {
    ONE_STEP,
    RECOMPUTE,
    NEVER
  }

  /** The time over which is counted. */
  public sealed interface Period {
    /** The last so many months and days, today included. */
    record Rolling(int months, int days) implements Period {}

    /** The running month or year of the club's calendar. */
    record Calendar(Of of) implements Period {}

    /** All time. */
    record Ever() implements Period {}
  }

  /** The periods a calendar has. */
  public enum Of {
    MONTH,
    YEAR
  }

  /** How long a tier is kept once it is reached. */
  public sealed interface Keep {
    record EndOfPeriod() implements Keep {}

    record EndOfNextPeriod() implements Keep {}

    record Months(int months) implements Keep {}

    record Ever() implements Keep {}
  }

  /**
   * A tier.
   *
   * @param color as #rrggbb, for screens
   * @param benefits what it brings, as members read it
   * @param needs what it takes to reach it; only the lowest tier may need nothing
   */
  public record Tier(
      String code,
      Map<Language, String> names,
      @Nullable String color,
      Map<Language, String> benefits,
      List<Need> needs) {
    public Tier {
      names = Map.copyOf(names);
      benefits = Map.copyOf(benefits);
      needs = List.copyOf(needs);
    }

    /** In the reader's language, else in any there is. */
    public String name(Language language) {
      return called(names, language, code);
    }
  }

  /** At least so much of something: minor units of money or a unit, visits, months. */
  public record Need(Measure measure, long atLeast) {}

  /**
   * What is counted.
   *
   * @param unit code of the unit that is earned, else empty
   * @param number of that unit
   */
  public record Measure(By by, String unit, int number) {
    /** Under which number progress is kept. */
    int key() {
      return switch (by) {
        case SPEND -> Progress.SPEND;
        case VISITS -> Progress.VISITS;
        case TENURE -> Progress.NOTHING;
        case EARNED -> number;
      };
    }
  }

  /** The kinds of measures. */
  public enum By {
    SPEND,
    EARNED,
    VISITS,
    TENURE
  }

  public String name(Language language) {
    return called(names, language, code);
  }

  /** What all tiers of the set are measured by. */
  public List<Measure> measures() {
    return tiers.getLast().needs().stream().map(Need::measure).toList();
  }

  /**
   * What keeps a club from having this set.
   *
   * @param known its sets as they are and were, this one among them when it is there
   */
  List<Refusal> against(List<TierSet> known) {
    Input input = new Input();
    for (TierSet other : known) {
      if (other.code().equals(code)) {
        for (String gone : other.codes()) {
          if (!codes().contains(gone)) {
            input.refuse("/tiers", TierCode.TIER_GONE, Map.of("value", gone));
          }
        }
        continue;
      }
      for (int at = 0; at < tiers.size(); at++) {
        String taken = tiers.get(at).code();
        if (other.codes().contains(taken)) {
          input.refuse("/tiers/" + at + "/code", TierCode.TIER_CODE_TAKEN, Map.of("value", taken));
        }
      }
    }
    return input.refusals();
  }

  public Set<String> codes() {
    Set<String> codes = new HashSet<>();
    tiers.forEach(tier -> codes.add(tier.code()));
    return codes;
  }

  private static String called(Map<Language, String> names, Language language, String otherwise) {
    String own = names.get(language);
    return own != null ? own : names.getOrDefault(Language.EN, otherwise);
  }
}
