package club.vafa.goods.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.goods.Category;
import club.vafa.goods.Goods;
import club.vafa.goods.ItemForm;
import club.vafa.kernel.Input;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Groups of goods over HTTP. */
@RestController
@Tag(name = "Goods")
class CategoriesApi {
  private static final int LONGEST_CODE = 100;

  private final Goods goods;
  private final Answers answers;

  CategoriesApi(Goods goods, Answers answers) {
    this.goods = goods;
    this.answers = answers;
  }

  /** What a category is called, by the codes of languages. */
  @Schema(name = "CategoryNames")
  record CategoryIn(@Nullable Map<String, @Nullable String> names) {
    Outcome<Category> read(@Nullable String code) {
      Input input = new Input();
      Category category =
          new Category(input.text("/code", code, LONGEST_CODE), ItemForm.names(input, names));
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(category);
    }
  }

  /** A category as the API tells it. */
  @Schema(name = "Category")
  record CategoryView(String code, Map<String, String> names) {
    static CategoryView of(Category category) {
      return new CategoryView(category.code(), Language.byCode(category.names()));
    }
  }

  @GetMapping("/v1/categories")
  @Needs(Scope.GOODS_READ)
  @Gives(value = CategoryView.class, list = true)
  @Operation(operationId = "listCategories", summary = "List categories of goods")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    return answers.ok(
        NamedPaging.read(limit, after).map(paging -> goods.categories(caller.club(), paging)),
        page -> page.map(CategoryView::of));
  }

  @PutMapping("/v1/categories/{code}")
  @Needs(Scope.GOODS_WRITE)
  @Gives(CategoryView.class)
  @Operation(operationId = "putCategory", summary = "Add or rename a category of goods")
  ResponseEntity<?> put(
      Caller caller, @PathVariable("code") String code, @RequestBody CategoryIn in) {
    return answers.ok(
        in.read(code).map(category -> goods.put(caller.club(), category, caller.actor())),
        CategoryView::of);
  }
}
