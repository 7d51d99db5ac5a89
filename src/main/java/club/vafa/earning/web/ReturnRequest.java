package club.vafa.earning.web;

import club.vafa.activity.Return;
import club.vafa.api.Decimal;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.NewReturn;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.rules.Facts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods that come back: named lines, or all that is left. */
public record ReturnRequest(
    @Nullable String externalId,
    @Nullable List<@Nullable LineRequest> lines,
    @Nullable Boolean all,
    @Nullable Instant occurredAt) {
  private static final int LONGEST_CODE = 100;

  /** How much of which line, counted from 0. */
  @Schema(name = "ReturnLineRequest")
  public record LineRequest(@Nullable Integer line, @Nullable Decimal quantity) {}

  Outcome<NewReturn> read(Instant now, String actor) {
    Input input = new Input();
    String id = input.text("/externalId", externalId, LONGEST_CODE);
    boolean everything = all != null && all;
    if (everything == (lines != null)) {
      input.refuse("/lines", InputCode.EXACTLY_ONE, Map.of("allowed", "lines, all: true"));
    }
    List<Return.Line> read = lines == null ? List.of() : lines(input, lines);
    Instant at = occurredAt == null ? null : Times.past(input, "/occurredAt", occurredAt, now);
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(
            new NewReturn(id, read, at, Fingerprint.of(id, read, everything, occurredAt), actor));
  }

  private static List<Return.Line> lines(Input input, List<@Nullable LineRequest> lines) {
    List<Return.Line> read = new ArrayList<>();
    if (lines.isEmpty()) {
      input.refuse("/lines", InputCode.REQUIRED);
    }
    if (lines.size() > NewPurchase.MOST_LINES) {
      input.refuse("/lines", InputCode.TOO_MANY_ITEMS, Map.of("limit", NewPurchase.MOST_LINES));
      return read;
    }
    for (int at = 0; at < lines.size(); at++) {
      String pointer = "/lines/" + at;
      LineRequest line = input.required(pointer, lines.get(at));
      if (line != null) {
        Integer number = input.required(pointer + "/line", line.line());
        Decimal quantity = line.quantity();
        read.add(
            new Return.Line(
                number == null ? 0 : number,
                input.positive(
                    pointer + "/quantity",
                    quantity == null ? null : quantity.value(),
                    Facts.Line.QUANTITY_DECIMALS)));
      }
    }
    return read;
  }
}
