package club.vafa.goods.web;

import club.vafa.api.Problem;
import club.vafa.api.Problems;
import club.vafa.goods.Imported;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What came of a file of goods.
 *
 * @param categories how many were new
 */
@Schema(name = "GoodsImport")
record ImportView(int added, int changed, int categories, List<Row> refused) {

  /** A row that was left out, and why. */
  @Schema(name = "RefusedGoodsRow")
  record Row(long line, String code, List<Problem.Fault> errors) {}

  static ImportView of(Problems problems, Imported imported) {
    return new ImportView(
        imported.added(),
        imported.changed(),
        imported.categories(),
        imported.refused().stream()
            .map(row ->
                new Row(
                    row.line(),
                    row.code(),
                    row.reasons().stream().map(reason -> fault(problems, reason)).toList()))
            .toList());
  }

  private static Problem.Fault fault(Problems problems, Refusal reason) {
    Problem told = problems.of(reason);
    return new Problem.Fault(reason.pointer(), told.code(), told.detail());
  }
}
