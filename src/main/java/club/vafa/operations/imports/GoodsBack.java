package club.vafa.operations.imports;

import club.vafa.earning.MemberRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Goods that came back without a receipt.
 *
 * @param id what the file calls the return
 * @param hash of all that was asked, to tell a repetition from something else under the same id
 */
record GoodsBack(String id, MemberRef member, Instant at, List<Wanted> wanted, UUID hash) {

  /** So much of these goods, in thousandths. */
  record Wanted(Row row, String sku, long quantity) {
    Wanted less(long given) {
      return new Wanted(row, sku, quantity - given);
    }
  }
}
