package club.vafa.rewards;

import club.vafa.kernel.Money;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Booklet.Bringing;
import club.vafa.rewards.VoucherTerms.Benefit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the vouchers of one sale take off its goods, one after the other. */
final class TryOn {
  private final Booklet booklet;
  private final Bringing bringing;
  private final Benefits.Goods goods;
  private final long whole;

  TryOn(Booklet booklet, Bringing bringing) {
    this.booklet = booklet;
    this.bringing = bringing;
    long[] left =
        bringing.goods().stream().mapToLong(piece -> Math.max(0, piece.amount())).toArray();
    this.goods = new Benefits.Goods(bringing.goods(), left);
    this.whole = goods.sum();
  }

  List<Handed> all(List<Voucher> vouchers) {
    return vouchers.stream()
        .sorted(Comparator.comparingInt(this::order).thenComparing(Voucher::code))
        .map(this::one)
        .toList();
  }

  private int order(Voucher voucher) {
    return switch (booklet.terms(voucher).benefit()) {
      case Benefit.Goods pieces -> 0;
      case Benefit.MoneyOff money -> 1;
      case Benefit.PercentOff percent -> 2;
      case Benefit.Elsewhere elsewhere -> 3;
    };
  }

  private Handed one(Voucher voucher) {
    VoucherTerms terms = booklet.terms(voucher);
    Optional<Refusal> against =
        Usable.against(voucher, new Usable.Bearer(bringing.member(), bringing.at(), null));
    if (against.isPresent()) {
      return refused(voucher, against.get());
    }
    if (whole < terms.minimum()) {
      Money minimum = new Money(terms.minimum(), booklet.club().currency());
      return refused(
          voucher,
          Refusal.at(
              "/code",
              RewardsCode.VOUCHER_BELOW_MINIMUM,
              Map.of("code", voucher.shown(), "minimum", minimum.toString())));
    }
    return Benefits.off(terms.benefit(), voucher.left(), goods)
        .map(off -> takeOff(voucher, terms, off))
        .orElseGet(
            () -> refused(voucher, Usable.refusal(voucher, RewardsCode.VOUCHER_NOT_FOR_SALES)));
  }

  private Handed takeOff(Voucher voucher, VoucherTerms terms, long[] off) {
    Map<Integer, Long> byLine = new TreeMap<>();
    long total = 0;
    for (int at = 0; at < off.length; at++) {
      if (off[at] > 0) {
        goods.left()[at] -= off[at];
        total = Math.addExact(total, off[at]);
        byLine.put(at, off[at]);
      }
    }
    return total == 0
        ? refused(voucher, nothing(voucher, terms))
        : new Handed(
            voucher.id().value(),
            voucher.shown(),
            voucher.reward().value(),
            voucher.version(),
            null,
            Map.of(),
            byLine,
            terms.keepsRest() ? total : voucher.left());
  }

  private static Refusal nothing(Voucher voucher, VoucherTerms terms) {
    return terms.benefit() instanceof Benefit.Goods(String sku, long quantity)
        ? Refusal.at(
            "/code", RewardsCode.VOUCHER_GOODS_MISSING, Map.of("code", voucher.shown(), "sku", sku))
        : Usable.refusal(voucher, RewardsCode.VOUCHER_NOTHING_TO_TAKE_OFF);
  }

  private static Handed refused(Voucher voucher, Refusal why) {
    return new Handed(
        voucher.id().value(),
        voucher.shown(),
        voucher.reward().value(),
        voucher.version(),
        why.code().code(),
        why.args(),
        Map.of(),
        0);
  }
}
