package club.vafa.operations.imports;

import club.vafa.activity.Activity;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.api.ApiCode;
import club.vafa.earning.Earning;
import club.vafa.earning.NewReturn;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.operations.imports.GoodsBack.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings goods back without a receipt: finds the purchases they are from and returns them there.
 * The part of each purchase has a name of its own, the return's id and a number: {@code C536379/1},
 * {@code C536379/2}. What was done of a return before the power went is found by these names and
 * not done twice.
 */
final class Givebacks {
  private static final String ACTOR = "import";

  private final Earning earning;
  private final Activity activity;
  private final SoldGoods goods;
  private final ClubId club;
  private final String source;

  Givebacks(
      Earning earning, Activity activity, SoldGoods goods, ClubId club, ImportOptions options) {
    this.earning = earning;
    this.activity = activity;
    this.goods = goods;
    this.club = club;
    this.source = options.form().source();
  }

  /**
   * What came of one return.
   *
   * @param parts how many purchases goods went back to now
   * @param repeated whether all of it had been done before
   */
  record Answer(int parts, boolean repeated, List<RefusedRow> refused) {}

  Answer giveBack(GoodsBack back, MemberId member) {
    int next = 1;
    List<Wanted> wanted = back.wanted();
    for (Optional<Return> done = part(back, next); done.isPresent(); done = part(back, ++next)) {
      if (!done.get().hash().equals(back.hash())) {
        return refused(back, Refusal.at("/id", ApiCode.IDEMPOTENCY_MISMATCH));
      }
      wanted = without(wanted, done.get());
    }
    if (wanted.isEmpty()) {
      return new Answer(0, true, List.of());
    }
    Matching matching = Matching.of(wanted, candidates(wanted, back, member));
    int first = next;
    for (Map.Entry<Receipt, List<Return.Line>> part : matching.parts().entrySet()) {
      Receipt receipt = part.getKey();
      NewReturn asked =
          new NewReturn(name(back, next++), part.getValue(), back.at(), back.hash(), ACTOR);
      Outcome<?> outcome = earning.giveBack(club, receipt.id(), asked);
      if (outcome instanceof Refused<?>(List<Refusal> refusals)) {
        return refused(back, refusals.getFirst());
      }
      receipt.take(part.getValue());
    }
    return new Answer(next - first, false, matching.refused());
  }

  /** Whether a return of this name has begun to be done, with anything in it. */
  boolean begun(GoodsBack back) {
    return part(back, 1).isPresent();
  }

  private Optional<Return> part(GoodsBack back, int number) {
    NaturalKey key = new NaturalKey(source, name(back, number));
    return ClubScope.call(club, () -> activity.returned(club, key));
  }

  private static String name(GoodsBack back, int number) {
    return back.id() + '/' + number;
  }

  /** What is still wanted after a part that was done before. */
  private List<Wanted> without(List<Wanted> wanted, Return done) {
    Purchase purchase =
        ClubScope.call(club, () -> activity.purchase(club, done.purchase())).orElseThrow();
    List<Wanted> rest = new ArrayList<>(wanted);
    for (Return.Line line : done.lines()) {
      String sku = purchase.lines().get(line.line()).sku();
      long given = line.quantity();
      for (int at = 0; at < rest.size() && given > 0; at++) {
        Wanted one = rest.get(at);
        if (one.sku().equals(sku)) {
          long some = Math.min(given, one.quantity());
          rest.set(at, one.less(some));
          given -= some;
        }
      }
    }
    rest.removeIf(one -> one.quantity() == 0);
    return rest;
  }

  private List<Receipt> candidates(List<Wanted> wanted, GoodsBack back, MemberId member) {
    List<Receipt> candidates = new ArrayList<>();
    for (Receipt receipt : goods.of(member)) {
      if (receipt.mayHold(wanted, back.at())) {
        receipt.exact(goods::returns);
        candidates.add(receipt);
      }
    }
    return candidates;
  }

  private static Answer refused(GoodsBack back, Refusal refusal) {
    List<Row> rows = back.wanted().stream().map(Wanted::row).toList();
    return new Answer(0, false, RefusedRow.all(rows, refusal));
  }
}
