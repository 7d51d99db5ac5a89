package club.vafa.rules.engine;

import club.vafa.rules.Facts.Line;
import club.vafa.rules.amount.Basis;
import club.vafa.rules.amount.Basis.Target;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Scene;
import club.vafa.rules.effect.CheapestFree;
import club.vafa.rules.effect.Discount;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Reckons money off lines. Nothing here changes anything: the run does, after caps. */
final class Discounts {
  private Discounts() {}

  /** Off each of the given lines, never more than it costs. */
  static long[] reckon(Discount discount, int[] lines, Goods goods, Scene scene, int decimals) {
    Target money = new Target(decimals, decimals, RoundingMode.HALF_UP);
    Map<String, Object> attributes = scene.facts().attributes();
    long[] off = new long[lines.length];
    if (discount.eachLine()) {
      for (int at = 0; at < lines.length; at++) {
        long left = goods.left(lines[at]);
        long quantity = Math.max(0, scene.line(lines[at]).quantity());
        off[at] =
            left == 0
                ? 0
                : Math.min(
                    left, discount.amount().reckon(new Basis(left, quantity, attributes, money)));
      }
      return off;
    }
    long left = goods.left(lines);
    if (left == 0) {
      return off;
    }
    long wanted =
        discount.amount().reckon(new Basis(left, goods.quantity(lines), attributes, money));
    long[] weights = new long[lines.length];
    for (int at = 0; at < lines.length; at++) {
      weights[at] = goods.left(lines[at]);
    }
    return Whole.spread(Math.min(left, wanted), weights);
  }

  /**
   * The cheapest pieces free. With pieces of 30, 20 and 20, one of every three free, the first of
   * the two at 20 is.
   */
  static long[] reckon(CheapestFree effect, int[] lines, Goods goods, Scene scene) {
    long[] off = new long[lines.length];
    // Price first, then place: a sorted map of both keeps equal prices apart.
    TreeMap<Price, Integer> byPrice = new TreeMap<>();
    long pieces = 0;
    for (int at = 0; at < lines.length; at++) {
      long whole = pieces(scene.line(lines[at]));
      if (whole > 0 && goods.left(lines[at]) > 0) {
        pieces = Whole.plus(pieces, whole);
        byPrice.put(price(goods.left(lines[at]), scene.line(lines[at]), at), at);
      }
    }
    long free = Whole.times(pieces / effect.every(), effect.free());
    for (int at : byPrice.values()) {
      if (free == 0) {
        break;
      }
      Line line = scene.line(lines[at]);
      long taken = Math.min(free, pieces(line));
      long left = goods.left(lines[at]);
      off[at] =
          Math.min(
              left, Whole.scale(left, taken * Basis.PIECE, line.quantity(), RoundingMode.HALF_UP));
      free -= taken;
    }
    return off;
  }

  private static long pieces(Line line) {
    return Math.max(0, line.quantity()) / Basis.PIECE;
  }

  private record Price(long price, int place) implements Comparable<Price> {
    @Override
    public int compareTo(Price other) {
      return price != other.price
          ? Long.compare(price, other.price)
          : Integer.compare(place, other.place);
    }
  }

  private static Price price(long left, Line line, int place) {
    return new Price(Whole.scale(left, Basis.PIECE, line.quantity(), RoundingMode.HALF_UP), place);
  }
}
