package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as it was reported, its form checked. Money in minor units of the club's currency.
 *
 * @param member null for an anonymous sale
 * @param hash of the input, the same for the same body
 * @param idempotencyKey the sender's key beside the natural one, or null
 * @param spend what proves that its spending is all right; no part of its fingerprint
 */
public record NewPurchase(
    NaturalKey key,
    @Nullable MemberRef member,
    Instant occurredAt,
    @Nullable String branch,
    @Nullable String terminal,
    @Nullable String staff,
    List<Line> lines,
    Set<String> coupons,
    List<Payment> payments,
    UUID hash,
    @Nullable String idempotencyKey,
    Spend spend) {
  public static final int MOST_LINES = 1000;

  private static final long ONE_PIECE = 1_000;

  /** More than any margin knows what to do with, and sums of it are still numbers. */
  private static final long LARGEST_COST = 1_000_000_000_000_000L;

  /** Of a purchase before {@link #fingerprinted}. */
  public static final UUID NO_HASH = new UUID(0, 0);

  /** A purchase that brings no proof. */
  public NewPurchase(
      NaturalKey key,
      @Nullable MemberRef member,
      Instant occurredAt,
      @Nullable String branch,
      @Nullable String terminal,
      @Nullable String staff,
      List<Line> lines,
      Set<String> coupons,
      List<Payment> payments,
      UUID hash,
      @Nullable String idempotencyKey) {
    this(
        key,
        member,
        occurredAt,
        branch,
        terminal,
        staff,
        lines,
        coupons,
        payments,
        hash,
        idempotencyKey,
        Spend.PLAIN);
  }

  public NewPurchase {
    lines = List.copyOf(lines);
    coupons = Set.copyOf(coupons);
    payments = List.copyOf(payments);
  }

  /**
   * The same purchase with its fingerprint, one whichever road it comes by: what a file brought and
   * the API sends again is a repetition.
   *
   * @param told when it was, or null when that was not told: the time of arrival does not count
   */
  public NewPurchase fingerprinted(@Nullable Instant told) {
    UUID print =
        Fingerprint.of(
            key, member, told, branch, terminal, staff, lines, new TreeSet<>(coupons), payments);
    return with(lines, coupons, payments, print);
  }

  /** The same sale as the rules see it: without the vouchers, and what is off each line. */
  NewPurchase without(Set<String> vouchers, Map<Integer, Long> off) {
    if (vouchers.isEmpty() && off.isEmpty()) {
      return this;
    }
    Set<String> others = new HashSet<>(coupons);
    others.removeAll(vouchers);
    List<Line> less = new ArrayList<>(lines.size());
    for (int at = 0; at < lines.size(); at++) {
      less.add(lines.get(at).less(off.getOrDefault(at, 0L)));
    }
    return with(less, others, payments, hash);
  }

  /** The same purchase paid in another way. */
  NewPurchase paid(List<Payment> otherwise) {
    return with(lines, coupons, otherwise, hash);
  }

  /**
   * The same purchase with what its goods cost by the catalogue, where the sender did not say.
   *
   * @param costs of one piece by code, minor units; what is not whole is rounded up
   */
  NewPurchase costing(Map<String, Long> costs) {
    if (costs.isEmpty()) {
      return this;
    }
    List<Line> known = lines.stream().map(line -> line.costing(costs.get(line.sku()))).toList();
    return with(known, coupons, payments, hash);
  }

  /** The same purchase with the coupons that the rules get to see. */
  NewPurchase handing(Set<String> names) {
    return (names.isEmpty() && coupons.isEmpty()) || names.equals(coupons)
        ? this
        : with(lines, names, payments, hash);
  }

  private NewPurchase with(
      List<Line> goods, Set<String> codes, List<Payment> paid, UUID fingerprint) {
    return new NewPurchase(
        key,
        member,
        occurredAt,
        branch,
        terminal,
        staff,
        goods,
        codes,
        paid,
        fingerprint,
        idempotencyKey,
        spend);
  }

  /** The same purchase with other proof, or with what its proof came to. */
  public NewPurchase with(Spend other) {
    return new NewPurchase(
        key,
        member,
        occurredAt,
        branch,
        terminal,
        staff,
        lines,
        coupons,
        payments,
        hash,
        idempotencyKey,
        other);
  }

  /**
   * One line; quantity in thousandths, amount and cost of the whole line in minor units.
   *
   * @param giftCard code of the card that the line sells money on, or null
   */
  public record Line(
      String sku,
      String name,
      String category,
      long quantity,
      @Nullable Long unitPrice,
      long amount,
      @Nullable Long cost,
      @Nullable String giftCard) {

    public Line(
        String sku,
        String name,
        String category,
        long quantity,
        @Nullable Long unitPrice,
        long amount,
        @Nullable Long cost) {
      this(sku, name, category, quantity, unitPrice, amount, cost, null);
    }

    /** Without a gift card it reads as it always did: fingerprints are made of it. */
    @Override
    public String toString() {
      return "Line[sku="
          + sku
          + ", name="
          + name
          + ", category="
          + category
          + ", quantity="
          + quantity
          + ", unitPrice="
          + unitPrice
          + ", amount="
          + amount
          + ", cost="
          + cost
          + (giftCard == null ? "]" : ", giftCard=" + giftCard + "]");
    }

    Line costing(@Nullable Long ofOne) {
      if (cost != null || ofOne == null || giftCard != null) {
        return this;
      }
      long whole = Math.min(LARGEST_COST, Rate.divide(ofOne, quantity, ONE_PIECE, RoundingMode.UP));
      return new Line(sku, name, category, quantity, unitPrice, amount, whole, null);
    }

    Line less(long off) {
      return off == 0
          ? this
          : new Line(sku, name, category, quantity, unitPrice, amount - off, cost, giftCard);
    }
  }

  /** How a part of the sale is paid. */
  public sealed interface Payment {
    /** The unit that is taken from the member for it; null when none is. */
    default @Nullable String draws() {
      return switch (this) {
        case Wallet(String unit, long _) -> unit;
        case Goods(String unit, int _) -> unit;
        case GiftCard _, Other _ -> null;
      };
    }

    /** Whether it takes units from the member. */
    default boolean drawsUnits() {
      return draws() != null;
    }

    /** With units of the member's wallet, in minor units of the unit. */
    record Wallet(String unit, long amount) implements Payment {}

    /** A line of the sale, paid with so many units as the goods of it cost. */
    record Goods(String unit, int line) implements Payment {}

    /** With a gift card of the club; minor units of money. */
    record GiftCard(String code, long amount) implements Payment {}

    /** With anything Vafa does not keep: cash, card, …; minor units of money. */
    record Other(String kind, long amount) implements Payment {}
  }

  /** The codes of gift cards the sale names, to be paid with or to be sold. */
  public List<String> giftCards() {
    List<String> codes = new ArrayList<>();
    for (Line line : lines) {
      if (line.giftCard() != null) {
        codes.add(line.giftCard());
      }
    }
    for (Payment payment : payments) {
      if (payment instanceof Payment.GiftCard(String code, long _)) {
        codes.add(code);
      }
    }
    return codes;
  }

  /** Sum of the lines, minor units. */
  public long total() {
    long total = 0;
    for (Line line : lines) {
      total = Math.addExact(total, line.amount());
    }
    return total;
  }
}
