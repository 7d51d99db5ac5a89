package club.vafa.settlement.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Cursor;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Moved;
import club.vafa.settlement.Movements.After;
import club.vafa.settlement.Movements.Asked;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.SettlementCode;
import club.vafa.settlement.What;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which statement, and which of the entries behind it, an address means. */
@Component
class Picking {
  private static final String OPEN = "open";

  private final Settlement settlement;

  Picking(Settlement settlement) {
    this.settlement = settlement;
  }

  /** The words of an address. */
  record Words(String number, String partner, String unit, String what) {
    static Words of(String number, Function<String, @Nullable String> parameter) {
      return new Words(
          number,
          text(parameter.apply("partner")),
          text(parameter.apply("unit")),
          text(parameter.apply("what")));
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given;
    }
  }

  /** The running statement, with what the books hold by now, or a closed one. */
  Optional<PartnersStatement> statement(Club club, String number) {
    if (number.equals(OPEN)) {
      settlement.readOn(club);
      return settlement.running(club);
    }
    return number.matches("\\d{1,9}")
        ? settlement.closed(club.id(), Integer.parseInt(number))
        : Optional.empty();
  }

  Outcome<Asked> asked(Club club, Words words) {
    Optional<PartnersStatement> statement = statement(club, words.number());
    if (statement.isEmpty()) {
      return Outcome.refused(Refusal.of(SettlementCode.SETTLEMENT_STATEMENT_NOT_FOUND));
    }
    Optional<Unit> unit = club.unit(words.unit());
    if (unit.isEmpty()) {
      return Outcome.refused(
          Refusal.at("", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(words.unit()))));
    }
    Optional<What> what =
        Arrays.stream(What.values()).filter(one -> one.word().equals(words.what())).findFirst();
    if (what.isEmpty()) {
      String allowed =
          Arrays.stream(What.values()).map(What::word).collect(Collectors.joining(", "));
      return Outcome.refused(
          Refusal.at(
              "",
              InputCode.UNKNOWN_VALUE,
              Map.of("value", Input.shortened(words.what()), "allowed", allowed)));
    }
    return Outcome.done(
        new Asked(
            words.partner(),
            unit.get().number(),
            what.get(),
            statement.get().first(),
            statement.get().last()));
  }

  static Cursor cursor(Moved last) {
    return Cursor.of(last.place(), last.day(), last.id());
  }

  static Outcome<Optional<After>> after(@Nullable String text) {
    return text == null
        ? Outcome.done(Optional.empty())
        : Cursor.read(text, 3).then(cursor -> after(cursor.parts()));
  }

  private static Outcome<Optional<After>> after(List<String> parts) {
    try {
      return Outcome.done(
          Optional.of(
              new After(
                  parts.get(0), LocalDate.parse(parts.get(1)), UUID.fromString(parts.get(2)))));
    } catch (DateTimeParseException | IllegalArgumentException notOurs) {
      return Outcome.refused(Refusal.of(ApiCode.BAD_CURSOR));
    }
  }
}
