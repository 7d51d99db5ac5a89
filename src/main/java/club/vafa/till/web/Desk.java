package club.vafa.till.web;

import club.vafa.clubs.Branch;
import club.vafa.clubs.Terminal;
import club.vafa.ui.Shades;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the till stands and who works at it.
 *
 * @param person who is logged in
 * @param actor the same as the books write it
 * @param branch the only one they work for
 * @param now by the club's clock
 */
public record Desk(
    ClubPart club,
    String person,
    String actor,
    @Nullable String branch,
    List<Branch> branches,
    List<Terminal> terminals,
    List<UnitPart> units,
    Rights may,
    Care care,
    Instant now) {

  public Desk {
    branches = List.copyOf(branches);
    terminals = List.copyOf(terminals);
    units = List.copyOf(units);
  }

  /** The club, and how it writes money and time. */
  public record ClubPart(
      String id,
      String name,
      String currency,
      int decimals,
      String zone,
      String calendar,
      String region,
      boolean toman,
      Look look) {}

  /**
   * What the club looks like.
   *
   * @param light colours of the club in the light, and {@code dark}; null where it has none
   * @param logo as data, for receipts without the network; empty where there is none
   */
  public record Look(Shades.@Nullable Set light, Shades.@Nullable Set dark, String logo) {}

  /**
   * A unit by its name in the reader's language.
   *
   * @param forms the name beside numbers, by plural category of the CLDR, where it differs
   * @param worth money for one whole unit today for members of no tier; null when it cannot pay
   * @param minimum of what may be spent at once, in whole units
   * @param step of which it must be a multiple
   * @param maximum of what may be spent at once
   * @param maxPercent of a sale that may be paid with it
   * @param skus goods it pays piece by piece today
   * @param categories all of whose goods it pays so
   */
  public record UnitPart(
      String code,
      String name,
      Map<String, String> forms,
      String kind,
      int decimals,
      @Nullable String worth,
      @Nullable String minimum,
      @Nullable String step,
      @Nullable String maximum,
      @Nullable Integer maxPercent,
      List<String> skus,
      List<String> categories) {
    public UnitPart {
      forms = Map.copyOf(forms);
      skus = List.copyOf(skus);
      categories = List.copyOf(categories);
    }
  }

  /**
   * How careful the club is with spending.
   *
   * @param free how much money members may spend at once without a code; null for any amount
   * @param offline whether allowances are to be had for times without network
   */
  public record Care(@Nullable String free, boolean offline) {}

  /** What the person may do of what the till offers. */
  public record Rights(boolean enrol, boolean giftCards, boolean console) {}
}
