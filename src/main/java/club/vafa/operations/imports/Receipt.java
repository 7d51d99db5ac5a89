package club.vafa.operations.imports;

import club.vafa.activity.PastPurchase;
import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is left of a recorded purchase to bring back. */
final class Receipt {
  /** The latest first. */
  static final Comparator<Receipt> LATEST =
      Comparator.comparing(Receipt::at).thenComparing(Receipt::id).reversed();

  private final UUID id;
  private final Instant at;
  private final String[] skus;
  private final long[] left;
  private boolean exact;

  /**
   * @param exact whether nothing of it can have come back yet
   */
  Receipt(Purchase purchase, boolean exact) {
    this(purchase.id(), purchase.occurredAt(), purchase.lines(), exact);
  }

  /** Of a purchase that is recorded nowhere. */
  Receipt(PastPurchase purchase) {
    this(purchase.id(), purchase.occurredAt(), purchase.lines(), true);
  }

  private Receipt(UUID id, Instant at, List<PurchaseLine> lines, boolean exact) {
    this.id = id;
    this.at = at;
    this.skus = new String[lines.size()];
    this.left = new long[skus.length];
    for (int line = 0; line < skus.length; line++) {
      skus[line] = lines.get(line).sku();
      left[line] = lines.get(line).quantity();
    }
    this.exact = exact;
  }

  /** Whether any of these goods may be from here, as far as time and kind tell. */
  boolean mayHold(List<GoodsBack.Wanted> wanted, Instant back) {
    return !at.isAfter(back) && wanted.stream().anyMatch(one -> sold(one.sku()));
  }

  UUID id() {
    return id;
  }

  Instant at() {
    return at;
  }

  int lines() {
    return skus.length;
  }

  String sku(int line) {
    return skus[line];
  }

  long left(int line) {
    return left[line];
  }

  boolean sold(String sku) {
    for (String one : skus) {
      if (one.equals(sku)) {
        return true;
      }
    }
    return false;
  }

  /** Takes off what has come back, which is looked up when it first matters. */
  void exact(Function<UUID, List<Return>> returns) {
    if (!exact) {
      returns.apply(id).forEach(back -> take(back.lines()));
      exact = true;
    }
  }

  void take(List<Return.Line> lines) {
    lines.forEach(line -> left[line.line()] -= line.quantity());
  }
}
