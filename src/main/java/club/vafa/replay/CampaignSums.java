package club.vafa.replay;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one campaign gave; units by their place in the club, all in minor units. */
final class CampaignSums {
  final long[] issued;
  final long[] cut;
  final long[] takenBack;
  long discount;
  long discountBack;
  long gifts;
  long vouchers;
  long sales;
  long members;
  @Nullable Instant exhausted;

  /** The last sale that was counted; an effect more of it does not count it again. */
  @Nullable UUID counted;

  CampaignSums(int units) {
    this.issued = new long[units];
    this.cut = new long[units];
    this.takenBack = new long[units];
  }

  void add(CampaignSums other) {
    Sums.add(issued, other.issued);
    Sums.add(cut, other.cut);
    Sums.add(takenBack, other.takenBack);
    discount += other.discount;
    discountBack += other.discountBack;
    gifts += other.gifts;
    vouchers += other.vouchers;
    sales += other.sales;
    members += other.members;
    exhaustedAt(other.exhausted);
  }

  void exhaustedAt(@Nullable Instant at) {
    Instant before = exhausted;
    if (at != null && (before == null || at.isBefore(before))) {
      exhausted = at;
    }
  }

  /** What is left of what was issued. */
  long[] net() {
    long[] net = issued.clone();
    for (int at = 0; at < net.length; at++) {
      net[at] -= takenBack[at];
    }
    return net;
  }
}
