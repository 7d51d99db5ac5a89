package club.vafa.goods.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.goods.Goods;
import club.vafa.goods.GoodsCode;
import club.vafa.goods.Item;
import club.vafa.goods.ItemForm;
import club.vafa.goods.ItemId;
import club.vafa.goods.ItemTerms;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Form;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An item, written down and changed by hand. */
@Hidden
@Controller
class ItemPage {
  private static final String TEMPLATE = "goods/item";
  private static final String NEW = GoodsPage.PATH + "/new";
  private static final String ONE = GoodsPage.PATH + "/{id}";

  private final Goods goods;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  ItemPage(Goods goods, Clubs clubs, Json json, Pages pages) {
    this.goods = goods;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(NEW)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    Form form = Form.EMPTY.or("/active", "true");
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, null));
  }

  @PostMapping(NEW)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> add(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    Outcome<Item> added =
        json.read(written.named("item"), ItemForm.class)
            .then(in -> in.read(clubs.get(caller.club())))
            .then(terms -> goods.add(caller.club(), terms, caller.actor()));
    return pages.after(
        screen,
        added,
        _ -> GoodsPage.PATH,
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), null)));
  }

  @GetMapping(ONE)
  @Needs(Scope.GOODS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    Item item = find(caller, id);
    Form form =
        Form.of(json.tree(ItemView.of(club, item)))
            .or("/barcodes", String.join("\n", item.terms().barcodes()));
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, item));
  }

  @PostMapping(ONE)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Item item = find(caller, id);
    Written written = new Written(sent, screen.club());
    Outcome<Item> changed =
        json.read(written.document(), ItemForm.class).then(in -> changed(caller, item, in));
    return pages.after(
        screen,
        changed,
        _ -> GoodsPage.PATH,
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), item)));
  }

  private Outcome<Item> changed(Caller caller, Item item, ItemForm in) {
    Outcome<ItemTerms> read = in.read(clubs.get(caller.club()));
    return read.then(terms ->
        goods.change(
            caller.club(), item.id(), new Goods.Wanted(terms, in.version(), caller.actor())));
  }

  private Item find(Caller caller, String id) {
    return ItemId.parse(id)
        .flatMap(known -> goods.find(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(GoodsCode.ITEM_NOT_FOUND))));
  }

  private ItemEntry entry(Screen screen, Caller caller, Form form, @Nullable Item item) {
    return new ItemEntry(
        form,
        item == null ? "" : item.name(screen.language()),
        item == null ? NEW : GoodsPage.PATH + "/" + item.id(),
        GoodsPage.categories(goods, caller, screen.language()),
        screen.currencySign());
  }
}
