package club.vafa.goods.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.goods.Category;
import club.vafa.goods.Goods;
import club.vafa.goods.Item;
import club.vafa.goods.ItemFilter;
import club.vafa.kernel.Language;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Subpage;
import club.vafa.ui.Tone;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the club sells: looked through and searched. */
@Hidden
@Controller
class GoodsPage implements MenuEntry {
  static final String PATH = "/console/goods";
  static final List<Subpage> TABS =
      List.of(
          new Subpage("goods.title", PATH, Scope.GOODS_READ, true),
          new Subpage("goods.categories", CategoriesPage.PATH, Scope.GOODS_READ),
          new Subpage("goods.import", GoodsImportPage.PATH, Scope.GOODS_WRITE));

  private static final int LONGEST = 100;

  private final Goods goods;
  private final Pages pages;

  GoodsPage(Goods goods, Pages pages) {
    this.goods = goods;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.GOODS_READ)
  @Takes({"q", "category", "state", "after"})
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    String wanted = shortened(typed.at("q"));
    String category = shortened(typed.at("category"));
    String state = typed.at("state").matches("past|favourite") ? typed.at("state") : "";
    ItemFilter filter =
        new ItemFilter(
            wanted,
            category.isEmpty() ? null : category,
            null,
            null,
            state.equals("favourite") ? true : null,
            !state.equals("past"));
    String after = typed.at("after");
    NamedPaging paging =
        InputRefused.unlessDone(NamedPaging.read(null, after.isEmpty() ? null : after));
    Map<String, String> categories = categories(goods, caller, screen.language());
    Page<club.vafa.ui.Item> page =
        goods.list(caller.club(), filter, paging).map(item -> line(screen, item, categories));
    GoodsList model =
        new GoodsList(
            wanted,
            category,
            state,
            categories,
            page.data(),
            next(page.next(), wanted, category, state));
    return pages.show(screen, "goods/list", model);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private static @Nullable String next(
      @Nullable String cursor, String wanted, String category, String state) {
    return cursor == null
        ? null
        : PATH
            + "?q="
            + encoded(wanted)
            + "&category="
            + encoded(category)
            + "&state="
            + state
            + "&after="
            + cursor;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Names by code, in the order of their names. */
  static Map<String, String> categories(Goods goods, Caller caller, Language language) {
    Map<String, String> names = new LinkedHashMap<>();
    goods.categories(caller.club()).stream()
        .sorted(java.util.Comparator.comparing((Category one) -> one.name(language)))
        .forEach(one -> names.put(one.code(), one.name(language)));
    return names;
  }

  private static club.vafa.ui.Item line(Screen screen, Item item, Map<String, String> categories) {
    String category = item.terms().category();
    String code = screen.text("goods.code.is", "code", item.code());
    Mark mark =
        !item.terms().active()
            ? new Mark(screen.text("goods.past"), Tone.BAD)
            : item.terms().favourite()
                ? new Mark(screen.text("goods.favourite"), Tone.GOOD)
                : Mark.NONE;
    Long price = item.price();
    return new club.vafa.ui.Item(
        item.name(screen.language()),
        PATH + "/" + item.id(),
        category == null
            ? code
            : screen.text(
                "goods.about",
                "category",
                categories.getOrDefault(category, category),
                "code",
                item.code()),
        mark,
        price == null ? "" : screen.money(price));
  }

  @Override
  public String title() {
    return "goods.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "shopping-bag";
  }

  @Override
  public int place() {
    return 250;
  }

  @Override
  public Scope needs() {
    return Scope.GOODS_READ;
  }
}
