package club.vafa.operations.imports;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What members have bought and may bring back. A member is read from the database when first asked
 * for and kept up to date from then on; those not asked for longest are forgotten when it grows.
 * The receipts of one member belong to the one who handles that member's returns.
 */
final class SoldGoods {
  /** How far back goods are looked for: so many of the member's latest purchases. */
  private static final int MOST_OF_MEMBER = 1000;

  private static final int MOST_LINES = 2_000_000;

  private final Activity activity;
  private final ClubId club;
  private final String source;
  private final Map<MemberId, List<Receipt>> known = new LinkedHashMap<>(16, 0.75f, true);
  private long lines;

  SoldGoods(Activity activity, ClubId club, String source) {
    this.activity = activity;
    this.club = club;
    this.source = source;
  }

  /** The member's purchases from this source, the latest first. */
  List<Receipt> of(MemberId member) {
    List<Receipt> here = known(member);
    if (here != null) {
      return here;
    }
    List<Receipt> read = new ArrayList<>();
    for (Purchase purchase :
        ClubScope.call(club, () -> activity.purchasesOf(club, member, MOST_OF_MEMBER))) {
      if (purchase.key().source().equals(source)) {
        read.add(new Receipt(purchase, false));
      }
    }
    keep(member, read);
    return read;
  }

  List<Return> returns(UUID purchase) {
    return ClubScope.call(club, () -> activity.returns(club, purchase));
  }

  /**
   * A purchase was recorded.
   *
   * @param fresh whether it was just now, so that nothing of it can have come back
   */
  synchronized void sold(MemberId member, Purchase purchase, boolean fresh) {
    List<Receipt> receipts = known.get(member);
    if (receipts != null
        && receipts.stream().noneMatch(receipt -> receipt.id().equals(purchase.id()))) {
      receipts.add(new Receipt(purchase, fresh));
      receipts.sort(Receipt.LATEST);
      lines += purchase.lines().size();
    }
  }

  private synchronized @Nullable List<Receipt> known(MemberId member) {
    return known.get(member);
  }

  private synchronized void keep(MemberId member, List<Receipt> receipts) {
    known.put(member, receipts);
    lines += count(receipts);
    Iterator<List<Receipt>> oldest = known.values().iterator();
    while (lines > MOST_LINES && known.size() > 1) {
      lines -= count(oldest.next());
      oldest.remove();
    }
  }

  private static long count(List<Receipt> receipts) {
    return receipts.stream().mapToLong(Receipt::lines).sum();
  }
}
