package club.vafa.clubs;

import club.vafa.api.Decimal;
import club.vafa.clubs.Conversion.Automatic;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a unit is turned into another, as the API tells it.
 *
 * @param give so many of the one unit for {@code get} of the other
 * @param step what is turned is a multiple of it
 * @param automatic when it happens by itself; by hand alone when missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversionView(
    String from,
    String to,
    String give,
    String get,
    String rounding,
    String step,
    String minimum,
    @Nullable AutomaticView automatic) {
  private static final List<RoundingMode> ROUNDINGS =
      List.of(RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.UP);

  private static final Map<String, EndOf> PERIODS =
      Map.of("month", EndOf.MONTH, "year", EndOf.YEAR);

  public static ConversionView of(Club club, Conversion conversion) {
    int given = club.unit(conversion.from()).map(Unit::decimals).orElse(0);
    int got = club.unit(conversion.to()).map(Unit::decimals).orElse(0);
    return new ConversionView(
        conversion.from(),
        conversion.to(),
        Amount.plain(conversion.give(), given),
        Amount.plain(conversion.get(), got),
        conversion.rounding().name().toLowerCase(Locale.ROOT),
        Amount.plain(conversion.step(), given),
        Amount.plain(conversion.minimum(), given),
        automatic(conversion.automatic(), given));
  }

  private static @Nullable AutomaticView automatic(@Nullable Automatic automatic, int decimals) {
    return automatic == null
        ? null
        : new AutomaticView(
            automatic.each() == null ? null : Amount.plain(automatic.each(), decimals),
            automatic.onLastDayOf() == null
                ? null
                : automatic.onLastDayOf().name().toLowerCase(Locale.ROOT));
  }

  /**
   * When a unit is turned by itself.
   *
   * @param each whole multiples of it are turned; all that goes in steps when missing
   * @param onLastDayOf month or year; at any time when missing
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AutomaticView(@Nullable String each, @Nullable String onLastDayOf) {}

  /** The same as the API takes it. */
  public record AutomaticRequest(@Nullable Decimal each, @Nullable String onLastDayOf) {
    private @Nullable Automatic read(Input input, Conversion how, int decimals) {
      String pointer = "/automatic";
      Long portion =
          each == null ? null : input.positive(pointer + "/each", each.value(), decimals);
      EndOf period = onLastDayOf == null ? null : PERIODS.get(onLastDayOf);
      boolean even = portion == null || (portion % how.step() == 0 && portion >= how.minimum());
      if ((portion == null && period == null) || (onLastDayOf != null && period == null) || !even) {
        input.refuse(pointer, ClubsCode.CONVERSION_AUTOMATIC);
      }
      return new Automatic(portion, period, LocalDate.EPOCH);
    }
  }

  /** A conversion as the API takes it; without a step or minimum any amount can be turned. */
  public record ConversionRequest(
      @Nullable Decimal give,
      @Nullable Decimal get,
      @Nullable String rounding,
      @Nullable Decimal step,
      @Nullable Decimal minimum,
      @Nullable AutomaticRequest automatic) {

    /** The conversion, or everything that is wrong with it. */
    public Outcome<Conversion> read(Unit from, Unit into) {
      Input input = new Input();
      long smallest = 1;
      Conversion conversion =
          new Conversion(
              from.code(),
              into.code(),
              Math.max(smallest, input.positive("/give", value(give), from.decimals())),
              Math.max(smallest, input.positive("/get", value(get), into.decimals())),
              rounding(input),
              step == null
                  ? smallest
                  : Math.max(smallest, input.positive("/step", value(step), from.decimals())),
              minimum == null
                  ? smallest
                  : input.positive("/minimum", value(minimum), from.decimals()),
              null);
      if (!input.faulty()
          && conversion.of(Math.max(conversion.step(), conversion.minimum())) <= 0) {
        input.refuse("/minimum", ClubsCode.CONVERSION_RULE);
      }
      Automatic own = automatic == null ? null : automatic.read(input, conversion, from.decimals());
      return input.faulty()
          ? Outcome.refused(input.refusals())
          : Outcome.done(conversion.automatic(own));
    }

    private RoundingMode rounding(Input input) {
      Optional<RoundingMode> known =
          ROUNDINGS.stream()
              .filter(one -> rounding == null || word(one).equals(rounding))
              .findFirst();
      if (known.isEmpty()) {
        String allowed =
            ROUNDINGS.stream().map(ConversionRequest::word).collect(Collectors.joining(", "));
        input.refuse(
            "/rounding",
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(String.valueOf(rounding)), "allowed", allowed));
      }
      return known.orElse(RoundingMode.DOWN);
    }

    private static String word(RoundingMode mode) {
      return mode.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable BigDecimal value(@Nullable Decimal decimal) {
      return decimal == null ? null : decimal.value();
    }
  }
}
