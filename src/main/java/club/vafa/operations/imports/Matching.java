package club.vafa.operations.imports;

import club.vafa.activity.Return;
import club.vafa.earning.EarningCode;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Refusal;
import club.vafa.operations.imports.GoodsBack.Wanted;
import club.vafa.rules.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the purchases that goods without a receipt were bought with: the latest ones that have them
 * left, several when one does not have enough.
 */
final class Matching {
  private final Map<Receipt, long[]> taken = new LinkedHashMap<>();
  private final List<Wanted> unmatched = new ArrayList<>();

  private Matching() {}

  /**
   * @param latest the purchases that come into question, the latest first, their remains exact
   */
  static Matching of(List<Wanted> wanted, List<Receipt> latest) {
    Matching matching = new Matching();
    for (Wanted one : wanted) {
      Wanted rest = one;
      for (Receipt receipt : latest) {
        if (rest.quantity() > 0) {
          rest = matching.take(rest, receipt);
        }
      }
      if (rest.quantity() > 0) {
        matching.unmatched.add(rest);
      }
    }
    return matching;
  }

  private Wanted take(Wanted wanted, Receipt receipt) {
    Wanted rest = wanted;
    for (int line = 0; line < receipt.lines() && rest.quantity() > 0; line++) {
      if (receipt.sku(line).equals(wanted.sku())) {
        long[] already = taken.get(receipt);
        long left = receipt.left(line) - (already == null ? 0 : already[line]);
        long some = Math.min(left, rest.quantity());
        if (some > 0) {
          taken.computeIfAbsent(receipt, one -> new long[one.lines()])[line] += some;
          rest = rest.less(some);
        }
      }
    }
    return rest;
  }

  /** What comes back of which purchase, in the order in which they were found. */
  Map<Receipt, List<Return.Line>> parts() {
    Map<Receipt, List<Return.Line>> parts = new LinkedHashMap<>();
    taken.forEach((receipt, quantities) -> {
      List<Return.Line> lines = new ArrayList<>();
      for (int line = 0; line < quantities.length; line++) {
        if (quantities[line] > 0) {
          lines.add(new Return.Line(line, quantities[line]));
        }
      }
      parts.put(receipt, lines);
    });
    return parts;
  }

  /** The rows that no purchase was found for. */
  List<RefusedRow> refused() {
    List<RefusedRow> refused = new ArrayList<>();
    for (Wanted left : unmatched) {
      String quantity = Amount.plain(left.quantity(), Facts.Line.QUANTITY_DECIMALS);
      refused.add(
          new RefusedRow(
              left.row(),
              Refusal.at(
                  "/quantity",
                  EarningCode.NOTHING_TO_RETURN,
                  Map.of("quantity", quantity, "sku", left.sku()))));
    }
    return refused;
  }

  /** For what no purchase was found. */
  List<Wanted> unmatched() {
    return unmatched;
  }
}
