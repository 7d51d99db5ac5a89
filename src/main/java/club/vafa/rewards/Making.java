package club.vafa.rewards;

import club.vafa.kernel.CodePattern;
import java.security.SecureRandom;
import java.time.Instant;

/** Makes vouchers with codes of their own. */
final class Making {
  private Making() {}

  /** A voucher that is in nobody's hands yet. */
  static Voucher one(Reward reward, VoucherTerms terms, VoucherId id, SecureRandom chance) {
    String pattern = terms.pattern();
    if (pattern == null) {
      throw new IllegalArgumentException("codes of " + reward.code() + " are imported");
    }
    return voucher(reward, terms, id, CodePattern.closed(pattern).draw(chance));
  }

  /** A voucher that nobody can ever hand in. */
  static Voucher nameless(Reward reward, VoucherTerms terms, VoucherId id) {
    return voucher(reward, terms, id, "");
  }

  private static Voucher voucher(Reward reward, VoucherTerms terms, VoucherId id, String shown) {
    return new Voucher(
        id,
        CodePattern.plain(shown),
        shown,
        reward.id(),
        reward.version(),
        Voucher.State.ISSUED,
        null,
        null,
        null,
        null,
        null,
        terms.whole(),
        Instant.EPOCH,
        null,
        null,
        null);
  }
}
