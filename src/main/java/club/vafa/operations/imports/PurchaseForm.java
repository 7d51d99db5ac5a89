package club.vafa.operations.imports;

import club.vafa.activity.NaturalKey;
import club.vafa.clubs.Club;
import club.vafa.earning.EarningCode;
import club.vafa.earning.NewPurchase;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the rows of one purchase as the API reads a purchase, with the same refusals. */
final class PurchaseForm {
  private static final long MOST_MONEY = 1_000_000_000_000_000L;
  private final FileForm form;
  private final HeadForm heads;
  private final LineForm lines;

  PurchaseForm(Mapping mapping, FileForm form, Club club, Instant now) {
    this.form = form;
    this.heads = new HeadForm(mapping, form, club, now);
    this.lines = new LineForm(mapping, form, club);
  }

  /** The rows of a purchase, sorted. */
  private record Sorted(
      List<Row> sold, List<NewPurchase.Line> goods, List<GoodsBack.Wanted> wanted) {
    boolean tooMany() {
      return goods.size() > NewPurchase.MOST_LINES || wanted.size() > NewPurchase.MOST_LINES;
    }

    boolean tooMuch() {
      long total = 0;
      for (NewPurchase.Line line : goods) {
        total += Math.min(MOST_MONEY + 1, line.amount());
      }
      return total > MOST_MONEY;
    }
  }

  Group read(List<Row> rows) {
    Map<Row, Refusal> faulty = new LinkedHashMap<>();
    Head head = heads.read(rows, faulty);
    boolean comesBack =
        !form.returnsPrefix().isEmpty() && head.id().startsWith(form.returnsPrefix());
    Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (Row row : rows) {
      Input input = new Input();
      if (comesBack || lines.comesBack(row)) {
        sorted.wanted().add(lines.wanted(input, row));
      } else {
        sorted.goods().add(lines.sold(input, row));
        sorted.sold().add(row);
      }
      refuse(faulty, row, input);
    }
    if (sorted.tooMany()) {
      return Group.refused(RefusedRow.all(rows, tooMany()));
    }
    if (sorted.tooMuch()) {
      faulty.putIfAbsent(rows.getFirst(), Refusal.at("/amount", EarningCode.TOTAL_TOO_LARGE));
    }
    return faulty.isEmpty() ? group(head, sorted) : Group.refused(RefusedRow.whole(rows, faulty));
  }

  static Refusal tooMany() {
    return Refusal.at("/id", InputCode.TOO_MANY_ITEMS, Map.of("limit", NewPurchase.MOST_LINES));
  }

  private Group group(Head head, Sorted sorted) {
    List<GoodsBack.Wanted> wanted = sorted.wanted();
    List<RefusedRow> refused = List.of();
    GoodsBack back = null;
    if (!wanted.isEmpty() && head.member() == null) {
      refused =
          RefusedRow.all(
              wanted.stream().map(GoodsBack.Wanted::row).toList(),
              Refusal.at("/member", ImportCode.RETURN_WITHOUT_MEMBER));
    } else if (!wanted.isEmpty() && head.member() != null) {
      List<String> asked = wanted.stream().map(w -> w.sku() + " " + w.quantity()).toList();
      UUID hash = Fingerprint.of(head.id(), head.member(), head.at(), asked);
      back = new GoodsBack(head.id(), head.member(), head.at(), wanted, hash);
    }
    return new Group(
        sorted.sold(),
        sorted.goods().isEmpty() ? null : purchase(head, sorted.goods()),
        back,
        head.newcomer(),
        refused);
  }

  private NewPurchase purchase(Head head, List<NewPurchase.Line> goods) {
    NaturalKey key = new NaturalKey(form.source(), head.id());
    return new NewPurchase(
            key,
            head.member(),
            head.at(),
            head.branch(),
            head.terminal(),
            head.staff(),
            goods,
            head.coupons(),
            List.of(),
            NewPurchase.NO_HASH,
            null)
        .fingerprinted(head.at());
  }

  static void refuse(Map<Row, Refusal> faulty, Row row, Input input) {
    if (input.faulty()) {
      faulty.putIfAbsent(row, input.refusals().getFirst());
    }
  }
}
