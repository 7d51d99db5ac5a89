package club.vafa.clubs.web;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A unit as the API tells it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
    String code,
    String kind,
    Map<String, String> names,
    int decimals,
    String rounding,
    boolean mayOwe,
    @Nullable String worth,
    Expiry expiry,
    Waiting waiting) {
  private static final String CODE = "[a-z][a-z0-9_-]{0,39}";
  private static final int LONGEST_NAME = 100;
  private static final int MOST_WORTH_DECIMALS = 6;
  private static final int LONGEST_TIME = 1200;

  static UnitView of(Club club, Unit unit) {
    Map<String, String> names = new TreeMap<>();
    unit.names().forEach((language, name) -> names.put(language.code(), name));
    return new UnitView(
        unit.code(),
        lower(unit.kind()),
        names,
        unit.decimals(),
        lower(unit.rounding()),
        unit.mayOwe(),
        worth(club, unit),
        unit.expiry(),
        unit.waiting());
  }

  /** Money for one whole unit: one point of 5 cents is {@code 0.05}. */
  private static @Nullable String worth(Club club, Unit unit) {
    Rate rate = unit.worth();
    if (rate == null) {
      return null;
    }
    return unit.worthOfOne(club, rate);
  }

  /**
   * A unit as the API takes it.
   *
   * @param worth money for one whole unit, which lets members pay with it; they cannot when missing
   */
  record UnitRequest(
      @Nullable String code,
      @Nullable String kind,
      @Nullable Map<String, @Nullable String> names,
      @Nullable Integer decimals,
      @Nullable String rounding,
      @Nullable Boolean mayOwe,
      @Nullable Decimal worth,
      @Nullable Expiry expiry,
      @Nullable Waiting waiting) {

    Outcome<Unit> read(Club club) {
      Input input = new Input();
      String name = code == null ? "" : code;
      if (!name.matches(CODE)) {
        input.refuse("/code", ClubsCode.UNIT_CODE_FORM);
      }
      int scale = decimals == null ? 0 : decimals;
      if (scale < 0 || scale > Amount.MOST_DECIMALS) {
        input.refuse("/decimals", InputCode.TOO_MANY_DECIMALS, Map.of("limit", 6));
        scale = 0;
      }
      Expiry end = expiry == null ? new Expiry.Never() : expiry;
      Waiting wait = waiting == null ? new Waiting.None() : waiting;
      if (!sensible(end, wait)) {
        input.refuse("/expiry", ClubsCode.UNIT_TERMS);
      }
      Unit unit =
          new Unit(
              1,
              name,
              choice(input, "/kind", kind == null ? "points" : kind, Unit.Kind.values()),
              names(input),
              scale,
              rounding(input),
              mayOwe != null && mayOwe,
              worth(input, club, scale),
              end,
              wait);
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(unit);
    }

    private RoundingMode rounding(Input input) {
      RoundingMode[] known = {RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.UP};
      return choice(input, "/rounding", rounding == null ? "down" : rounding, known);
    }

    private Map<Language, String> names(Input input) {
      Map<Language, String> read = new EnumMap<>(Language.class);
      if (names != null) {
        names.forEach((code, name) ->
            read.put(
                language(input, code),
                input.text("/names/" + Input.shortened(code), name, LONGEST_NAME)));
      }
      return read;
    }

    private static Language language(Input input, String code) {
      Optional<Language> known =
          Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst();
      if (known.isEmpty()) {
        input.refuse(
            "/names",
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(code), "allowed", "en, fa, ar"));
      }
      return known.orElse(Language.EN);
    }

    private @Nullable Rate worth(Input input, Club club, int scale) {
      if (worth == null) {
        return null;
      }
      int money = Money.decimals(club.currency());
      long minor = input.positive("/worth", worth.value(), MOST_WORTH_DECIMALS);
      return minor <= 0 || input.faulty()
          ? null
          : Rate.of(BigDecimal.valueOf(minor, MOST_WORTH_DECIMALS).movePointRight(money - scale));
    }

    private static boolean sensible(Expiry expiry, Waiting waiting) {
      boolean ends =
          switch (expiry) {
            case Expiry.Never() -> true;
            case Expiry.Rolling(int months, int days, @Nullable EndOf end) ->
                end != null && time(months, days);
            case Expiry.WhileActive(int months, int days) -> time(months, days);
            case Expiry.AtEndOf(@Nullable EndOf end, int later) ->
                end != null && later >= 0 && later <= LONGEST_TIME;
          };
      boolean starts =
          switch (waiting) {
            case Waiting.None() -> true;
            case Waiting.Days(int days) -> days > 0 && days <= LONGEST_TIME;
            case Waiting.Event(@Nullable String type) -> type != null && !type.isBlank();
          };
      return ends && starts;
    }

    private static boolean time(int months, int days) {
      return months >= 0
          && days >= 0
          && months <= LONGEST_TIME
          && days <= LONGEST_TIME
          && months + days > 0;
    }
  }

  private static <E extends Enum<E>> E choice(Input input, String pointer, String sent, E[] known) {
    for (E one : known) {
      if (lower(one).equals(sent)) {
        return one;
      }
    }
    String allowed = Arrays.stream(known).map(UnitView::lower).collect(Collectors.joining(", "));
    input.refuse(
        pointer,
        InputCode.UNKNOWN_VALUE,
        Map.of("value", Input.shortened(sent), "allowed", allowed));
    return known[0];
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
