package club.vafa.goods;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.goods.GoodsFile.Column;
import club.vafa.goods.GoodsFile.Row;
import club.vafa.goods.GoodsStore.Made;
import club.vafa.goods.Imported.RefusedRow;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Toman;
import club.vafa.ui.Typed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes items of the rows of a file, each whole or refused. */
final class Intake {
  private static final Set<String> YES =
      Set.of("1", "x", "yes", "y", "true", "on", "بله", "آری", "نعم");

  private final Club club;
  private final boolean toman;
  private final Map<String, Item> before;
  private final Map<String, UUID> owners;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final Set<String> categories = new TreeSet<>();

  /**
   * An intake.
   *
   * @param toman whether the file speaks of money in toman
   * @param before items of the catalogue by code
   * @param owners whose barcodes are taken
   */
  Intake(Club club, boolean toman, Map<String, Item> before, Map<String, UUID> owners) {
    this.club = club;
    this.toman = toman;
    this.before = before;
    this.owners = new HashMap<>(owners);
  }

  void take(Row row, Supplier<UUID> ids) {
    if (items.containsKey(row.code())) {
      Refusal twice = Refusal.at("/code", GoodsCode.ITEM_CODE_TWICE, Map.of("value", row.code()));
      refused.add(new RefusedRow(row.line(), row.code(), List.of(twice)));
      return;
    }
    Item known = before.get(row.code());
    ItemId id = known == null ? new ItemId(ids.get()) : known.id();
    Input numbers = new Input();
    ItemForm form = form(row, known == null ? null : known.terms(), numbers);
    switch (form.read(club)) {
      case Done<ItemTerms>(ItemTerms terms) -> {
        List<Refusal> against = new ArrayList<>(numbers.refusals());
        against.addAll(taken(terms, id));
        if (against.isEmpty()) {
          keep(terms, id, known);
        } else {
          refused.add(new RefusedRow(row.line(), row.code(), against));
        }
      }
      case Refused<ItemTerms>(List<Refusal> reasons) -> {
        List<Refusal> all = new ArrayList<>(numbers.refusals());
        all.addAll(reasons);
        refused.add(new RefusedRow(row.line(), row.code(), all));
      }
    }
  }

  private void keep(ItemTerms terms, ItemId id, @Nullable Item known) {
    int version = known == null ? 1 : known.version() + 1;
    items.put(terms.code(), new Item(id, terms, version, 0, Instant.EPOCH, ""));
    terms.barcodes().forEach(barcode -> owners.put(barcode, id.value()));
    if (terms.category() != null) {
      categories.add(terms.category());
    }
  }

  private List<Refusal> taken(ItemTerms terms, ItemId id) {
    return terms.barcodes().stream()
        .filter(barcode -> !id.value().equals(owners.getOrDefault(barcode, id.value())))
        .map(barcode -> Refusal.at("/barcodes", GoodsCode.BARCODE_TAKEN, Map.of("value", barcode)))
        .toList();
  }

  /** What the row says, and for columns that are not there what was said before. */
  private ItemForm form(Row row, @Nullable ItemTerms known, Input input) {
    return new ItemForm(
        row.code(),
        names(row, known),
        row.has(Column.CATEGORY)
            ? row.at(Column.CATEGORY)
            : known == null ? null : known.category(),
        row.has(Column.BARCODE)
            ? new ArrayList<>(row.barcodes())
            : known == null ? null : new ArrayList<>(known.barcodes()),
        money(row, Column.PRICE, known == null ? null : known.price(), input),
        money(row, Column.COST, known == null ? null : known.cost(), input),
        yes(row, Column.FAVOURITE, known != null && known.favourite()),
        yes(row, Column.ACTIVE, known == null || known.active()),
        null);
  }

  private static Map<String, @Nullable String> names(Row row, @Nullable ItemTerms known) {
    Map<String, @Nullable String> names = new HashMap<>();
    for (Language language : Language.values()) {
      Column column = Column.named(language);
      String name =
          row.has(column)
              ? row.at(column)
              : known == null ? "" : known.names().getOrDefault(language, "");
      if (!name.isEmpty()) {
        names.put(language.code(), name);
      }
    }
    return names;
  }

  private @Nullable Decimal money(Row row, Column column, @Nullable Long known, Input input) {
    if (!row.has(column)) {
      return known == null
          ? null
          : Decimal.parse(Amount.plain(known, Money.decimals(club.currency()))).orElseThrow();
    }
    String field = column.name().toLowerCase(Locale.ROOT);
    return new Typed(Map.of(field, row.at(column)))
        .number(field, input)
        .map(number -> new Decimal(toman ? Toman.rial(number) : number))
        .orElse(null);
  }

  private static boolean yes(Row row, Column column, boolean known) {
    String said = row.at(column).toLowerCase(Locale.ROOT);
    return (!row.has(column) || said.isEmpty()) ? known : YES.contains(said);
  }

  /** The categories that the items are of. */
  Set<String> categories() {
    return categories;
  }

  List<Item> items(Made made) {
    return items.values().stream()
        .map(item ->
            new Item(item.id(), item.terms(), item.version(), made.change(), made.at(), made.by()))
        .toList();
  }

  Imported imported(int fresh) {
    int added = (int) items.values().stream().filter(item -> item.version() == 1).count();
    return new Imported(added, items.size() - added, fresh, refused);
  }
}
