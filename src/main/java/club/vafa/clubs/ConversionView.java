package club.vafa.clubs;

import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
 */
public record ConversionView(
    String from, String to, String give, String get, String rounding, String step, String minimum) {
  private static final List<RoundingMode> ROUNDINGS =
      List.of(RoundingMode.DOWN, RoundingMode.HALF_UP, RoundingMode.UP);

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
        Amount.plain(conversion.minimum(), given));
  }

  /** A conversion as the API takes it; without a step or minimum any amount can be turned. */
  public record ConversionRequest(
      @Nullable Decimal give,
      @Nullable Decimal get,
      @Nullable String rounding,
      @Nullable Decimal step,
      @Nullable Decimal minimum) {

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
                  : input.positive("/minimum", value(minimum), from.decimals()));
      if (!input.faulty()
          && conversion.of(Math.max(conversion.step(), conversion.minimum())) <= 0) {
        input.refuse("/minimum", ClubsCode.CONVERSION_RULE);
      }
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(conversion);
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
