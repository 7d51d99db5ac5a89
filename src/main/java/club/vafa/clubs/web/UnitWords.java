package club.vafa.clubs.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.clubs.Worth;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Toman;
import club.vafa.ui.Screen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units in the words of a page. */
public record UnitWords(Screen screen, Club club) {
  private static final int DECIMALS = 6;

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** Choices by what the API calls them. */
  Map<String, String> choices(String key, Enum<?>... values) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Enum<?> value : values) {
      choices.put(lower(value), screen.text(key + lower(value)));
    }
    return choices;
  }

  String kind(Unit unit) {
    return screen.text("clubs.unit.kind." + lower(unit.kind()));
  }

  /** What one of it is worth at the till. */
  String worth(Unit unit, @Nullable Rate rate) {
    return rate == null
        ? screen.text("clubs.unit.pays_nothing")
        : screen.text(
            "clubs.unit.worth.one",
            "money",
            decimal(rial(unit.worthOfOne(club, rate))),
            "currency",
            screen.currencySign());
  }

  private String rial(String worth) {
    return club.look().toman() ? Toman.typed(worth) : worth;
  }

  private String decimal(String plain) {
    BigDecimal value = new BigDecimal(plain).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return screen.amount(new Amount(value.unscaledValue().longValueExact(), DECIMALS));
  }

  String expiry(Expiry expiry) {
    return switch (expiry) {
      case Expiry.Never() -> screen.text("clubs.unit.expiry.never");
      case Expiry.Rolling(int months, int days, Unit.EndOf end) ->
          screen.text("clubs.unit.expiry.rolling", "time", time(months, days), "end", lower(end));
      case Expiry.AtEndOf(Unit.EndOf end, int later) ->
          screen.text("clubs.unit.expiry.at_end_of", "end", lower(end), "later", later);
      case Expiry.WhileActive(int months, int days) ->
          screen.text("clubs.unit.expiry.while_active", "time", time(months, days));
    };
  }

  String waiting(Waiting waiting) {
    return switch (waiting) {
      case Waiting.None() -> screen.text("clubs.unit.waiting.none");
      case Waiting.Days(int days) -> screen.text("clubs.unit.waiting.days", "days", days);
      case Waiting.Event(String type) -> screen.text("clubs.unit.waiting.event", "type", type);
      case Waiting.NextVisit() -> screen.text("clubs.unit.waiting.next_visit");
    };
  }

  private String time(int months, int days) {
    List<String> parts = new ArrayList<>();
    if (months > 0) {
      parts.add(screen.text("clubs.months", "count", months));
    }
    if (days > 0) {
      parts.add(screen.text("clubs.days", "count", days));
    }
    return String.join(" " + screen.text("clubs.and") + " ", parts);
  }

  /** When and for whom a row of the loyalty table holds. */
  String when(Worth.Row row) {
    List<String> parts = new ArrayList<>();
    Worth.Season season = row.season();
    if (season != null) {
      parts.add(
          span(
              screen.dayOfYear(season.fromMonth(), season.fromDay()),
              screen.dayOfYear(season.toMonth(), season.toDay())));
    }
    Worth.Dates dates = row.dates();
    if (dates != null) {
      parts.add(span(screen.day(dates.first()), screen.day(dates.last())));
    }
    if (row.tier() != null) {
      parts.add(screen.text("clubs.worth.tier", "tier", row.tier()));
    }
    return parts.isEmpty() ? screen.text("clubs.worth.else") : String.join(" · ", parts);
  }

  private String span(String from, String to) {
    return screen.text("clubs.worth.span", "from", from, "to", to);
  }
}
