package club.vafa.goods.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.goods.Category;
import club.vafa.goods.Goods;
import club.vafa.goods.GoodsCode;
import club.vafa.goods.web.CategoriesApi.CategoryIn;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Groups of goods and what they are called. */
@Hidden
@Controller
class CategoriesPage {
  static final String PATH = "/console/goods/categories";
  private static final String TEMPLATE = "goods/category";
  private static final String NEW = PATH + "/new";
  private static final String EDIT = PATH + "/edit";

  private final Goods goods;
  private final Json json;
  private final Pages pages;

  CategoriesPage(Goods goods, Json json, Pages pages) {
    this.goods = goods;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.GOODS_READ)
  @Takes("after")
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    String after = typed.at("after");
    NamedPaging paging =
        InputRefused.unlessDone(NamedPaging.read(null, after.isEmpty() ? null : after));
    Page<Item> page =
        goods
            .categories(caller.club(), paging)
            .map(category ->
                new Item(
                    category.name(screen.language()),
                    EDIT + "?code=" + encoded(category.code()),
                    screen.text("goods.code.is", "code", category.code()),
                    Mark.NONE));
    Listing listing =
        new Listing(
                screen.text("goods.categories"),
                screen.text("goods.categories.hint"),
                page.data(),
                new Listing.Empty(
                    "stack-2",
                    screen.text("goods.categories.none"),
                    screen.text("goods.categories.none.hint")))
            .beside(GoodsPage.TABS)
            .goingOn(page.next() == null ? null : PATH + "?after=" + page.next())
            .offering(
                screen.may(Scope.GOODS_WRITE), new Link(NEW, screen.text("goods.category.new")));
    return pages.show(screen, "list/page", listing);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @GetMapping(NEW)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    return pages.show(screen, TEMPLATE, new CategoryEntry(Form.EMPTY, "", NEW));
  }

  @PostMapping(NEW)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> add(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    ObjectNode document = written.named("category");
    String code = document.path("code").asString("");
    document.remove("code");
    return answer(screen, caller, written, new Sent(code, document, ""));
  }

  @GetMapping(EDIT)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @RequestParam("code") String code) {
    Category category = find(caller, code);
    Form form = Form.EMPTY;
    for (Language language : Language.values()) {
      String name = category.names().get(language);
      form = name == null ? form : form.or("/names/" + language.code(), name);
    }
    return pages.show(screen, TEMPLATE, entry(form, category.code()));
  }

  @PostMapping(EDIT)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> rename(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    String code = sent.getFirst("code");
    Category category = find(caller, code == null ? "" : code);
    Written written = new Written(sent, screen.club());
    return answer(
        screen, caller, written, new Sent(category.code(), written.document(), category.code()));
  }

  private record Sent(String code, ObjectNode document, String renamed) {}

  private ResponseEntity<byte[]> answer(Screen screen, Caller caller, Written written, Sent sent) {
    Outcome<Category> put =
        json.read(sent.document(), CategoryIn.class)
            .then(in -> in.read(sent.code()))
            .map(category -> goods.put(caller.club(), category, caller.actor()));
    return pages.after(
        screen,
        put,
        _ -> PATH,
        new Again(TEMPLATE, faults -> entry(written.form(faults), sent.renamed())));
  }

  private static CategoryEntry entry(Form form, String code) {
    return new CategoryEntry(form, code, code.isEmpty() ? NEW : EDIT);
  }

  private Category find(Caller caller, String code) {
    return goods
        .category(caller.club(), code)
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(GoodsCode.CATEGORY_NOT_FOUND))));
  }
}
