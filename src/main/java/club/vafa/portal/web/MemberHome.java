package club.vafa.portal.web;

import club.vafa.kernel.Amount;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page of a member.
 *
 * @param name what to greet them with; empty when it is not known
 * @param at when it was so, for times without network
 * @param blocked whether they earn and spend nothing for now
 */
public record MemberHome(
    Shell shell,
    String name,
    boolean blocked,
    List<Confirming> confirming,
    List<Standing> standings,
    List<Balance> balances,
    List<StampSheet> cards,
    List<Offered> offers,
    Instant at) {

  /** A till that asks whether the member spends so much money, and the code it wants. */
  public record Confirming(String code, String money, String place) {}

  /**
   * Where a member stands in a set of tiers.
   *
   * @param color of the tier as {@code #rrggbb}; empty when it has none
   * @param next what leads to the next tier, and {@code keep} what keeps this one, as sentences
   * @param percent of the way to the next tier; below zero where there is none
   */
  public record Standing(
      String tier, String color, String benefits, String next, String keep, int percent) {}

  /** What a member has of a unit, and the first part of it that ends. */
  public record Balance(
      String unit,
      Amount active,
      Amount pending,
      Amount owed,
      @Nullable Amount ending,
      @Nullable Instant endsAt) {}

  /** A card with holes: so many stamped of so many. */
  public record StampSheet(
      String name, String reward, long stamped, long holes, @Nullable Instant endsAt) {
    public long left() {
      return Math.max(0, holes - stamped);
    }
  }

  /**
   * A reward of the catalogue.
   *
   * @param price of the cheapest way to pay, and {@code missing} of it
   * @param enough whether the member has what it costs
   * @param against why it cannot be had whatever the member has; empty when it can
   */
  public record Offered(
      String code,
      String name,
      String description,
      String price,
      String missing,
      boolean enough,
      String against) {}
}
