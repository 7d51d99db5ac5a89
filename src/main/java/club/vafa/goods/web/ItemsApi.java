package club.vafa.goods.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.goods.Goods;
import club.vafa.goods.GoodsCode;
import club.vafa.goods.Item;
import club.vafa.goods.ItemFilter;
import club.vafa.goods.ItemForm;
import club.vafa.goods.ItemId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is sold, over HTTP. */
@RestController
@Tag(name = "Goods")
class ItemsApi {
  private static final int LARGEST_FILE = 4 * 1024 * 1024;
  private static final int LONGEST = 100;

  private final Goods goods;
  private final Clubs clubs;
  private final Answers answers;
  private final Problems problems;
  private final Idempotency idempotency;

  ItemsApi(Goods goods, Clubs clubs, Answers answers, Problems problems, Idempotency idempotency) {
    this.goods = goods;
    this.clubs = clubs;
    this.answers = answers;
    this.problems = problems;
    this.idempotency = idempotency;
  }

  @GetMapping("/v1/items")
  @Needs(Scope.GOODS_READ)
  @Gives(value = ItemView.class, list = true)
  @Operation(
      operationId = "listItems",
      summary = "List what is sold",
      description = "By code. With q, what has all of its words in a name, a code or a barcode.")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "q", required = false) @Nullable String wanted,
      @RequestParam(name = "category", required = false) @Nullable String category,
      @RequestParam(name = "code", required = false) @Nullable String code,
      @RequestParam(name = "barcode", required = false) @Nullable String barcode,
      @RequestParam(name = "favourite", required = false) @Nullable Boolean favourite,
      @RequestParam(name = "active", required = false) @Nullable Boolean active,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    String words = input.optionalText("", wanted, LONGEST);
    ItemFilter filter =
        new ItemFilter(
            words == null ? "" : words,
            input.optionalText("", category, LONGEST),
            input.optionalText("", code, LONGEST),
            barcode == null ? null : Digits.western(barcode).strip(),
            favourite,
            active);
    Outcome<ItemFilter> read =
        input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(filter);
    return answers.ok(
        read.then(asked ->
            NamedPaging.read(limit, after).map(paging -> goods.list(club.id(), asked, paging))),
        page -> page.map(item -> ItemView.of(club, item)));
  }

  @GetMapping("/v1/items/{id}")
  @Needs(Scope.GOODS_READ)
  @Gives(ItemView.class)
  @Operation(operationId = "getItem", summary = "Get an item")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        ItemId.parse(id).flatMap(known -> goods.find(club.id(), known)),
        Refusal.of(GoodsCode.ITEM_NOT_FOUND),
        item -> ItemView.of(club, item));
  }

  @PostMapping("/v1/items")
  @Needs(Scope.GOODS_WRITE)
  @Gives(value = ItemView.class, status = 201)
  @Operation(operationId = "addItem", summary = "Add an item to the catalogue")
  ResponseEntity<?> add(Caller caller, @RequestBody ItemForm in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read(club).then(terms -> goods.add(club.id(), terms, caller.actor())),
                item -> "/v1/items/" + item.id(),
                item -> ItemView.of(club, item)));
  }

  @PutMapping("/v1/items/{id}")
  @Needs(Scope.GOODS_WRITE)
  @Gives(ItemView.class)
  @Operation(
      operationId = "changeItem",
      summary = "Replace what is said of an item",
      description = "With a version, only when nobody has changed it since.")
  ResponseEntity<?> change(Caller caller, @PathVariable("id") String id, @RequestBody ItemForm in) {
    Club club = clubs.get(caller.club());
    Function<ItemId, Outcome<Item>> changed =
        known ->
            in.read(club)
                .then(terms ->
                    goods.change(
                        club.id(), known, new Goods.Wanted(terms, in.version(), caller.actor())));
    return answers.ok(
        ItemId.parse(id)
            .map(changed)
            .orElseGet(() -> Outcome.refused(Refusal.of(GoodsCode.ITEM_NOT_FOUND))),
        item -> ItemView.of(club, item));
  }

  /** A file of goods as text, with a row of headings. */
  @Schema(name = "GoodsFile")
  record FileIn(@Nullable String csv) {}

  @PostMapping("/v1/items/import")
  @Needs(Scope.GOODS_WRITE)
  @Gives(ImportView.class)
  @Operation(
      operationId = "importItems",
      summary = "Take in a file of goods",
      description =
          "CSV with a row of headings: code, name, name_en, name_fa, name_ar, category, barcode,"
              + " price, cost, favourite, active. Rows whose code is known change what their columns"
              + " say. Rows that are not whole are refused one by one; the others count.")
  ResponseEntity<?> take(Caller caller, @RequestBody FileIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.ok(
                text(in.csv()).then(csv -> goods.take(club, csv, caller.actor())),
                imported -> ImportView.of(problems, imported)));
  }

  /** A file may hold whatever spreadsheets write; what is in its cells is judged one by one. */
  static Outcome<String> text(@Nullable String csv) {
    if (csv == null || csv.isBlank()) {
      return Outcome.refused(Refusal.at("/csv", GoodsCode.GOODS_FILE_EMPTY));
    }
    return csv.length() > LARGEST_FILE
        ? Outcome.refused(
            Refusal.at(
                "/csv",
                club.vafa.kernel.InputCode.TOO_LONG,
                java.util.Map.of("limit", LARGEST_FILE)))
        : Outcome.done(csv);
  }
}
