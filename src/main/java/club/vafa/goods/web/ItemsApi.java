package club.vafa.goods.web;

import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
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
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
  @Takes({"q", "category", "code", "barcode", "favourite", "active", "limit", "after"})
  @Operation(
      operationId = "listItems",
      summary = "List what is sold",
      description = "By code. With q, what has all of its words in a name, a code or a barcode.",
      parameters = {
        @Parameter(name = "q", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "category", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "code", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "barcode", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
        @Parameter(name = "favourite", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
        @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = "boolean")),
        @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer")),
        @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
      })
  ResponseEntity<?> list(Caller caller, @Parameter(hidden = true) Typed asked) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    ItemFilter filter =
        new ItemFilter(
            Objects.requireNonNullElse(input.optionalText("", asked.at("q"), LONGEST), ""),
            input.optionalText("", asked.at("category"), LONGEST),
            input.optionalText("", asked.at("code"), LONGEST),
            input.optionalText("", Digits.western(asked.at("barcode")), LONGEST),
            yes(asked, "favourite", input),
            yes(asked, "active", input));
    Integer limit = limit(asked, input);
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    String after = asked.at("after").isEmpty() ? null : asked.at("after");
    return answers.ok(
        NamedPaging.read(limit, after).map(paging -> goods.list(club.id(), filter, paging)),
        page -> page.map(item -> ItemView.of(club, item)));
  }

  private static @Nullable Boolean yes(Typed asked, String name, Input input) {
    String said = asked.at(name);
    if (!said.matches("|true|false")) {
      input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", name));
    }
    return said.isEmpty() ? null : Boolean.valueOf(said);
  }

  private static @Nullable Integer limit(Typed asked, Input input) {
    String said = asked.at("limit");
    if (!said.matches("|[0-9]{1,6}")) {
      input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", "limit"));
      return null;
    }
    return said.isEmpty() ? null : Integer.valueOf(said);
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
            Refusal.at("/csv", club.vafa.kernel.InputCode.TOO_LONG, Map.of("limit", LARGEST_FILE)))
        : Outcome.done(csv);
  }
}
