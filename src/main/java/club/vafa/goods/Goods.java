package club.vafa.goods;

import club.vafa.api.NamedPaging;
import club.vafa.api.Page;
import club.vafa.clubs.Club;
import club.vafa.goods.GoodsStore.Made;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Remembered;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a club sells: looked up, kept, brought in from a file, taken along by tills. */
@Component
public class Goods {
  /** More categories than that are no help to anybody. */
  public static final int MOST_CATEGORIES = 1_000;

  /** All of a change was seen when the last of it was. */
  private static final UUID LAST = new UUID(-1, -1);

  private final GoodsStore store;
  private final Ids ids;
  private final Clock clock;
  private final Remembered<Kept> kept = new Remembered<>();

  Goods(GoodsStore store, Ids ids, Clock clock) {
    this.store = store;
    this.ids = ids;
    this.clock = clock;
  }

  private record Kept(boolean costs, Map<String, Map<Language, String>> categories) {}

  public Page<Item> list(ClubId club, ItemFilter filter, NamedPaging paging) {
    return paging.page((after, most) -> store.list(club, filter, after, most), Item::code);
  }

  public Optional<Item> find(ClubId club, ItemId id) {
    return store.find(club, id);
  }

  public Page<Category> categories(ClubId club, NamedPaging paging) {
    return paging.page((after, most) -> store.categories(club, after, most), Category::code);
  }

  public List<Category> categories(ClubId club) {
    return store.categories(club, "", MOST_CATEGORIES);
  }

  public Optional<Category> category(ClubId club, String code) {
    return store.byCode(club, List.of(code)).stream().findFirst();
  }

  /** What categories are called, by their codes, at most a second old. */
  public Map<String, Map<Language, String>> categoryNames(ClubId club) {
    return current(club).categories();
  }

  /** What one piece of goods costs the club, minor units by code, as far as it is known. */
  public Map<String, Long> costs(ClubId club, Set<String> codes) {
    return codes.isEmpty() || !current(club).costs() ? Map.of() : store.costs(club, codes);
  }

  /**
   * The part of the catalogue that a till has not seen.
   *
   * @param until the change it has seen all of then
   * @param more whether more follow
   */
  public record News(List<Item> items, long until, UUID last, boolean more) {}

  /** What changed after a change, or after an item of it. */
  public News since(ClubId club, long change, @Nullable UUID after, int most) {
    List<Item> items = store.since(club, change, after == null ? LAST : after, most);
    Item last = items.isEmpty() ? null : items.getLast();
    return last == null
        ? new News(items, change, after == null ? LAST : after, false)
        : new News(items, last.change(), last.id().value(), items.size() == most);
  }

  @Transactional
  public Outcome<Item> add(ClubId club, ItemTerms terms, String actor) {
    Made made = made(club, actor);
    if (!store.byCodes(club, List.of(terms.code())).isEmpty()) {
      return taken(terms.code());
    }
    Item item = new Item(new ItemId(ids.next()), terms, 1, made.change(), made.at(), actor);
    return saved(club, item);
  }

  /** Replaces what is said of an item. */
  @Transactional
  public Outcome<Item> change(ClubId club, ItemId id, Wanted wanted) {
    Made made = made(club, wanted.actor());
    Optional<Item> before = store.find(club, id);
    if (before.isEmpty()) {
      return Outcome.refused(Refusal.of(GoodsCode.ITEM_NOT_FOUND));
    }
    if (wanted.seen() != null && wanted.seen() != before.get().version()) {
      return Outcome.refused(Refusal.of(GoodsCode.ITEM_CHANGED));
    }
    String code = wanted.terms().code();
    if (!code.equals(before.get().code()) && !store.byCodes(club, List.of(code)).isEmpty()) {
      return taken(code);
    }
    int version = before.get().version() + 1;
    return saved(
        club, new Item(id, wanted.terms(), version, made.change(), made.at(), wanted.actor()));
  }

  /**
   * How an item shall be.
   *
   * @param seen the version the change was made from; null to replace whatever there is
   */
  public record Wanted(ItemTerms terms, @Nullable Integer seen, String actor) {}

  private static Outcome<Item> taken(String code) {
    return Outcome.refused(Refusal.at("/code", GoodsCode.ITEM_CODE_TAKEN, Map.of("value", code)));
  }

  private Outcome<Item> saved(ClubId club, Item item) {
    List<Refusal> against = against(club, item);
    if (!against.isEmpty()) {
      return Outcome.refused(against);
    }
    store.save(club, List.of(item));
    forget(club);
    return Outcome.done(item);
  }

  private List<Refusal> against(ClubId club, Item item) {
    List<Refusal> against = new ArrayList<>();
    String category = item.terms().category();
    if (category != null && category(club, category).isEmpty()) {
      against.add(Refusal.at("/category", GoodsCode.CATEGORY_UNKNOWN, Map.of("value", category)));
    }
    List<String> barcodes = item.terms().barcodes();
    Map<String, UUID> owners = store.owners(club, barcodes);
    for (int at = 0; at < barcodes.size(); at++) {
      UUID owner = owners.get(barcodes.get(at));
      if (owner != null && !owner.equals(item.id().value())) {
        against.add(
            Refusal.at(
                "/barcodes/" + at, GoodsCode.BARCODE_TAKEN, Map.of("value", barcodes.get(at))));
      }
    }
    return against;
  }

  /** Adds a category, or gives other names to the one that has this code. */
  @Transactional
  public Category put(ClubId club, Category category, String actor) {
    store.put(club, List.of(category), made(club, actor));
    forget(club);
    return category;
  }

  /**
   * Takes in the rows of a file: those that are whole are added, or replace what their columns say
   * of the item that has their code; the others are refused with what is wrong with them.
   */
  @Transactional
  public Outcome<Imported> take(Club club, String csv, String actor) {
    return GoodsFile.read(club, csv).map(file -> taken(club, file, actor, false));
  }

  /** The same of a file whose money is in what the club's pages speak, which may be toman. */
  @Transactional
  public Outcome<Imported> takeAsShown(Club club, String csv, String actor) {
    return GoodsFile.read(club, csv).map(file -> taken(club, file, actor, club.look().toman()));
  }

  private Imported taken(Club club, GoodsFile file, String actor, boolean toman) {
    Made made = made(club.id(), actor);
    Map<String, Item> before = new HashMap<>();
    store.byCodes(club.id(), file.codes()).forEach(item -> before.put(item.code(), item));
    Intake intake = new Intake(club, toman, before, store.owners(club.id(), file.barcodes()));
    file.rows().forEach(row -> intake.take(row, ids::next));
    List<Category> known = store.byCode(club.id(), intake.categories());
    List<Category> fresh =
        intake.categories().stream()
            .filter(code -> known.stream().noneMatch(one -> one.code().equals(code)))
            .map(code -> new Category(code, Map.of(club.language(), code)))
            .toList();
    store.put(club.id(), fresh, made);
    store.save(club.id(), intake.items(made));
    forget(club.id());
    return intake.imported(fresh.size());
  }

  private Made made(ClubId club, String actor) {
    return new Made(store.change(club), clock.instant(), actor);
  }

  private void forget(ClubId club) {
    kept.forget(club);
  }

  private Kept current(ClubId club) {
    return kept.get(club, () -> ClubScope.call(club, () -> read(club)));
  }

  private Kept read(ClubId club) {
    Map<String, Map<Language, String>> names = new HashMap<>();
    categories(club).forEach(category -> names.put(category.code(), category.names()));
    return new Kept(store.knowsCosts(club), Map.copyOf(names));
  }
}
