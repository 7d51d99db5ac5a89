package club.vafa.rules.engine;

import club.vafa.rules.Facts.Line;
import club.vafa.rules.amount.Whole;
import club.vafa.rules.condition.Scene;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the lines of a sale still cost in the course of one run, and what they earn from. Lines that
 * are free or negative cost and earn nothing here.
 */
final class Goods {
  private static final long UNKNOWN = -1;

  private final Scene scene;
  private final long[] left;
  private long[] base;
  private boolean discounted;
  private long wholeBase = UNKNOWN;
  private long wholeQuantity = UNKNOWN;

  Goods(Scene scene) {
    this.scene = scene;
    this.left = new long[scene.lines().size()];
    for (int at : scene.goods()) {
      left[at] = scene.line(at).amount();
    }
    this.base = left;
  }

  /** What a line costs after the discounts so far. */
  long left(int line) {
    return left[line];
  }

  long left(int[] lines) {
    return sum(left, lines);
  }

  /**
   * What lines earn from; asked after {@link #settle}. Most rules ask for all goods: then as many
   * lines are given as there are.
   */
  long base(int[] lines) {
    if (lines.length != scene.goods().length) {
      return sum(base, lines);
    }
    if (wholeBase == UNKNOWN) {
      wholeBase = sum(base, lines);
    }
    return wholeBase;
  }

  /** What the lines that two sorted lists share earn from. */
  long base(int[] some, int[] others) {
    long sum = 0;
    int other = 0;
    for (int line : some) {
      while (other < others.length && others[other] < line) {
        other++;
      }
      if (other < others.length && others[other] == line) {
        sum = Whole.plus(sum, base[line]);
      }
    }
    return sum;
  }

  private static long sum(long[] amounts, int[] lines) {
    long sum = 0;
    for (int line : lines) {
      sum = Whole.plus(sum, amounts[line]);
    }
    return sum;
  }

  /** Thousandths on lines that still cost something. */
  long quantity(int[] lines) {
    return quantity(left, lines);
  }

  /** Thousandths on lines that earn. */
  long earningQuantity(int[] lines) {
    if (lines.length != scene.goods().length) {
      return quantity(base, lines);
    }
    if (wholeQuantity == UNKNOWN) {
      wholeQuantity = quantity(base, lines);
    }
    return wholeQuantity;
  }

  private long quantity(long[] amounts, int[] lines) {
    long sum = 0;
    for (int line : lines) {
      if (amounts[line] > 0) {
        sum = Whole.plus(sum, Math.max(0, scene.line(line).quantity()));
      }
    }
    return sum;
  }

  void takeOff(int line, long amount) {
    left[line] -= amount;
    discounted = true;
  }

  /**
   * Ends the discounts: what wallets pay is taken off what earns, over the lines by what each
   * costs, so that the parts sum exactly.
   */
  void settle(long paidByWallets) {
    if (paidByWallets <= 0) {
      return;
    }
    long total = 0;
    for (long amount : left) {
      total = Whole.plus(total, amount);
    }
    long[] paid = Whole.spread(Math.min(paidByWallets, total), left);
    base = new long[left.length];
    for (int at = 0; at < base.length; at++) {
      base[at] = left[at] - paid[at];
    }
  }

  /** Money off each line. */
  List<Long> discounts() {
    if (!discounted) {
      return Collections.nCopies(left.length, 0L);
    }
    Long[] off = new Long[left.length];
    Arrays.fill(off, 0L);
    for (int at : scene.goods()) {
      Line line = scene.line(at);
      off[at] = line.amount() - left[at];
    }
    return List.of(off);
  }
}
