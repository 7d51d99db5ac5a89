package club.vafa.earning;

import club.vafa.earning.ReturnedRewards.VoucherBack;
import club.vafa.rewards.Booklet;
import club.vafa.rewards.Handed;
import club.vafa.rewards.Issued;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes vouchers back that were given, and gives those back that were handed in, each once. */
final class VouchersBack {
  private final Booklet booklet;
  private final UUID document;
  private final Instant at;
  private final Set<UUID> done = new HashSet<>();
  private final List<VoucherBack> vouchers = new ArrayList<>();

  /**
   * @param document that undoes
   * @param earlier what others undid of the same before
   */
  VouchersBack(Booklet booklet, UUID document, Instant at, List<ReturnedRewards> earlier) {
    this.booklet = booklet;
    this.document = document;
    this.at = at;
    earlier.forEach(back -> back.vouchers().forEach(one -> done.add(one.voucher())));
  }

  /** The vouchers that campaigns gave, so that they can be locked first. */
  static Set<UUID> given(Detail detail) {
    Set<UUID> ids = new HashSet<>();
    for (Given one : detail.given()) {
      if (one.vouchers() != null) {
        one.vouchers().forEach(voucher -> ids.add(voucher.voucher()));
      }
    }
    return ids;
  }

  List<VoucherBack> all() {
    return vouchers;
  }

  void giveBack(Handed handed) {
    if (done.add(handed.voucher())) {
      Booklet.Back state = booklet.giveBack(handed, document, at);
      vouchers.add(new VoucherBack(handed.voucher(), handed.code(), state));
    }
  }

  /**
   * Takes back vouchers that rules would not have given, as far as they are not used.
   *
   * @param without what is given still; null when nothing is
   */
  void takeBack(Detail detail, @Nullable Decision without) {
    detail.given().stream()
        .filter(given -> given.type() == Given.Type.VOUCHER)
        .forEach(given -> takeBack(given, without));
  }

  private void takeBack(Given given, @Nullable Decision without) {
    List<Issued> issued = given.vouchers() == null ? List.of() : given.vouchers();
    long still = 0;
    for (Effect effect : without == null ? List.<Effect>of() : without.effects()) {
      if (effect instanceof Effect.Voucher(var source, String reward, long count)
          && source.campaign().equals(given.campaign())
          && source.rule().equals(given.rule())
          && reward.equals(given.sku())) {
        still += count;
      }
    }
    for (Issued voucher : issued.subList((int) Math.min(still, issued.size()), issued.size())) {
      cancel(voucher);
    }
  }

  /** Whether the voucher is gone now; one that is used stays, and that is told once. */
  boolean cancel(Issued voucher) {
    if (!done.add(voucher.voucher())) {
      return false;
    }
    boolean unused = booklet.isUnused(voucher.voucher());
    if (unused) {
      booklet.cancel(voucher.voucher(), document, at);
    }
    vouchers.add(
        new VoucherBack(
            voucher.voucher(),
            voucher.code(),
            unused ? Booklet.Back.CANCELLED : Booklet.Back.USED));
    return unused;
  }
}
