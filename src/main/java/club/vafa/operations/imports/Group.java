package club.vafa.operations.imports;

import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.members.NewMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one purchase id, read: a purchase, goods that come back, both, or neither when they
 * are refused.
 *
 * @param sold the rows the purchase is made of
 * @param newcomer the member as the file tells it, in case nobody knows it yet
 */
record Group(
    List<Row> sold,
    @Nullable NewPurchase purchase,
    @Nullable GoodsBack back,
    @Nullable NewMember newcomer,
    List<RefusedRow> refused) {

  static Group refused(List<RefusedRow> refused) {
    return new Group(List.of(), null, null, null, refused);
  }

  Optional<MemberRef> member() {
    if (back != null) {
      return Optional.of(back.member());
    }
    return purchase == null ? Optional.empty() : Optional.ofNullable(purchase.member());
  }

  /** The rows that are not refused yet. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>(sold);
    if (back != null) {
      back.wanted().forEach(wanted -> rows.add(wanted.row()));
    }
    return rows;
  }
}
