package club.vafa.operations.imports;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.operations.imports.GoodsBack.Wanted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which purchases goods without a receipt go back to. */
class MatchingTests {
  @Test
  void theLatestPurchaseThatHasThemLeftTakesThemBack() {
    assertThat(given("day 3: C 1", "day 2: A 5", "day 1: A 5").back("A 2")).isEqualTo("day 2: 0×2");
  }

  @Test
  void goodsAreSplitOverPurchasesWhenOneDoesNotHaveEnough() {
    assertThat(given("day 2: A 5", "day 1: B 1, A 5").back("A 7"))
        .isEqualTo("day 2: 0×5; day 1: 1×2");
  }

  @Test
  void linesOfTheSameGoodsFillOneAfterTheOther() {
    assertThat(given("day 2: A 1, A 2").back("A 1, A 1, A 1")).isEqualTo("day 2: 0×1, 1×2");
  }

  @Test
  void whatCameBackBeforeCannotComeBackAgain() {
    Case shop = given("day 2: A 5", "day 1: A 5");
    shop.receipts.getFirst().take(List.of(new Return.Line(0, 4000)));
    assertThat(shop.back("A 3")).isEqualTo("day 2: 0×1; day 1: 0×2");
  }

  @Test
  void whatNobodyBoughtStaysUnmatched() {
    assertThat(given("day 1: A 2").back("A 3, B 1")).isEqualTo("day 1: 0×2; left A 1, B 1");
    assertThat(given().back("A 1")).isEqualTo("left A 1");
  }

  private record Case(List<Receipt> receipts, Map<UUID, String> names) {
    String back(String goods) {
      Matching matching = Matching.of(wanted(goods), receipts);
      List<String> told = new ArrayList<>();
      matching
          .parts()
          .forEach((receipt, lines) ->
              told.add(
                  names.get(receipt.id())
                      + ": "
                      + lines.stream()
                          .map(line -> line.line() + "×" + line.quantity() / 1000)
                          .collect(Collectors.joining(", "))));
      if (!matching.unmatched().isEmpty()) {
        told.add(
            "left "
                + matching.unmatched().stream()
                    .map(one -> one.sku() + " " + one.quantity() / 1000)
                    .collect(Collectors.joining(", ")));
      }
      return String.join("; ", told);
    }
  }

  private static Case given(String... purchases) {
    List<Receipt> receipts = new ArrayList<>();
    Map<UUID, String> names = new java.util.HashMap<>();
    for (String purchase : purchases) {
      String[] parts = purchase.split(": ", 2);
      UUID id = UUID.randomUUID();
      names.put(id, parts[0]);
      receipts.add(new Receipt(purchase(id, parts[1]), true));
    }
    return new Case(receipts, names);
  }

  private static Purchase purchase(UUID id, String goods) {
    List<PurchaseLine> lines =
        wanted(goods).stream()
            .map(one -> new PurchaseLine(one.sku(), "", "", one.quantity(), null, 0, null, 0, 0))
            .toList();
    return new Purchase(
        id,
        new NaturalKey("import", id.toString()),
        id,
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        0,
        0,
        0,
        0,
        null,
        null,
        null,
        lines,
        "");
  }

  private static List<Wanted> wanted(String goods) {
    List<Wanted> wanted = new ArrayList<>();
    for (String one : goods.split(", ")) {
      String[] parts = one.split(" ");
      wanted.add(new Wanted(new Row(1, 2, List.of()), parts[0], Long.parseLong(parts[1]) * 1000));
    }
    return wanted;
  }
}
