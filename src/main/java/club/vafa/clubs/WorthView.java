package club.vafa.clubs;

import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A version of the loyalty table as the API tells it.
 *
 * @param base money for one whole unit where no row fits; it cannot pay there when missing
 * @param rows the first that fits the day and the member holds
 * @param maxPercent the most of what is due that it pays
 * @param goods which goods it pays piece by piece; the first that fits holds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorthView(
    @Nullable Instant from,
    @Nullable String base,
    List<RowView> rows,
    @Nullable String minimum,
    @Nullable String step,
    @Nullable String maximum,
    @Nullable Integer maxPercent,
    @Nullable List<GoodsView> goods) {
  private static final int DECIMALS = 6;
  private static final int MOST_ROWS = 100;
  private static final int LONGEST = 64;

  public static WorthView of(Club club, Unit unit, Worth worth) {
    return new WorthView(
        worth.from().equals(Instant.MIN) ? null : worth.from(),
        worth.base() == null ? null : unit.worthOfOne(club, worth.base()),
        worth.rows().stream().map(row -> row(club, unit, row)).toList(),
        amount(unit, worth.minimum()),
        amount(unit, worth.step()),
        amount(unit, worth.maximum()),
        worth.maxPercent(),
        worth.goods().isEmpty()
            ? null
            : worth.goods().stream().map(goods -> GoodsView.of(unit, goods)).toList());
  }

  private static RowView row(Club club, Unit unit, Worth.Row row) {
    Worth.Season season = row.season();
    return new RowView(
        season == null ? null : day(season.fromMonth(), season.fromDay()),
        season == null ? null : day(season.toMonth(), season.toDay()),
        row.dates() == null ? null : row.dates().first(),
        row.dates() == null ? null : row.dates().last(),
        row.tier(),
        unit.worthOfOne(club, row.worth()));
  }

  static String day(int month, int day) {
    return String.format(Locale.ROOT, "%02d-%02d", month, day);
  }

  private static @Nullable String amount(Unit unit, @Nullable Long minor) {
    return minor == null ? null : Amount.plain(minor, unit.decimals());
  }

  /**
   * A row of the table.
   *
   * @param seasonFrom first day of a season of every year, MM-DD in the club's calendar
   * @param firstDate first of some dates of one year
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RowView(
      @Nullable String seasonFrom,
      @Nullable String seasonTo,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      @Nullable String tier,
      String worth) {}

  /** A row as the API takes it. */
  public record RowRequest(
      @Nullable String seasonFrom,
      @Nullable String seasonTo,
      @Nullable LocalDate firstDate,
      @Nullable LocalDate lastDate,
      @Nullable String tier,
      @Nullable Decimal worth) {

    private Worth.@Nullable Row read(Reading reading, String pointer) {
      Input input = reading.input();
      long minor =
          input.positive(pointer + "/worth", worth == null ? null : worth.value(), DECIMALS);
      WorthDays days = new WorthDays(seasonFrom, seasonTo, firstDate, lastDate);
      if (!days.good()) {
        input.refuse(pointer, ClubsCode.WORTH_ROW);
        return null;
      }
      String held = input.optionalText(pointer + "/tier", tier, LONGEST);
      return minor <= 0
          ? null
          : new Worth.Row(days.season(), days.dates(), held, reading.rate(minor));
    }
  }

  private record Reading(Club club, Unit unit, Input input) {
    Rate rate(long minor) {
      return unit.rate(club, BigDecimal.valueOf(minor, DECIMALS));
    }
  }

  /** A version as the API takes it; without {@code from} it holds from now on. */
  public record WorthRequest(
      @Nullable Instant from,
      @Nullable Decimal base,
      @Nullable List<@Nullable RowRequest> rows,
      @Nullable Decimal minimum,
      @Nullable Decimal step,
      @Nullable Decimal maximum,
      @Nullable Integer maxPercent,
      @Nullable List<@Nullable GoodsRequest> goods) {

    /** The table, or everything that is wrong with it. */
    public Outcome<Worth> read(Club club, Unit unit) {
      Input input = new Input();
      Reading reading = new Reading(club, unit, input);
      Long worth = minor(input, "/base", base, DECIMALS);
      if (maxPercent != null && (maxPercent < 1 || maxPercent > 100)) {
        input.refuse(
            "/maxPercent",
            InputCode.UNKNOWN_VALUE,
            Map.of("value", String.valueOf(maxPercent), "allowed", "1 … 100"));
      }
      List<Worth.Row> read = rows(reading);
      Worth table =
          new Worth(
              from == null ? Instant.MIN : from,
              worth == null || worth <= 0 ? null : reading.rate(worth),
              read,
              minor(input, "/minimum", minimum, unit.decimals()),
              minor(input, "/step", step, unit.decimals()),
              minor(input, "/maximum", maximum, unit.decimals()),
              maxPercent,
              goods(reading));
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(table);
    }

    private List<Worth.Goods> goods(Reading reading) {
      List<Worth.Goods> read = new ArrayList<>();
      if (goods == null) {
        return read;
      }
      if (goods.size() > MOST_ROWS) {
        reading.input().refuse("/goods", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ROWS));
        return read;
      }
      for (int at = 0; at < goods.size(); at++) {
        GoodsRequest row = reading.input().required("/goods/" + at, goods.get(at));
        Worth.Goods good =
            row == null ? null : row.read(reading.unit(), reading.input(), "/goods/" + at);
        if (good != null) {
          read.add(good);
        }
      }
      return read;
    }

    private List<Worth.Row> rows(Reading reading) {
      List<Worth.Row> read = new ArrayList<>();
      if (rows == null) {
        return read;
      }
      if (rows.size() > MOST_ROWS) {
        reading.input().refuse("/rows", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ROWS));
        return read;
      }
      for (int at = 0; at < rows.size(); at++) {
        RowRequest row = reading.input().required("/rows/" + at, rows.get(at));
        Worth.Row good = row == null ? null : row.read(reading, "/rows/" + at);
        if (good != null) {
          read.add(good);
        }
      }
      return read;
    }

    private static @Nullable Long minor(
        Input input, String pointer, @Nullable Decimal value, int decimals) {
      return value == null ? null : input.positive(pointer, value.value(), decimals);
    }
  }
}
