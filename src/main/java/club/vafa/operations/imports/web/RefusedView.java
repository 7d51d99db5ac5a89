package club.vafa.operations.imports.web;

import club.vafa.replay.NewPast;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A row of a file that was not taken.
 *
 * @param line of the file
 * @param field that is wrong; empty when it is the row as a whole
 * @param code of the reason
 * @param reason in the language of who sent the file
 */
@Schema(name = "RefusedRow")
public record RefusedView(long line, String field, String code, String reason) {
  static RefusedView of(NewPast.RefusedRow row) {
    return new RefusedView(row.line(), row.field(), row.code(), row.reason());
  }
}
