package club.vafa.campaigns.web;

import club.vafa.campaigns.form.Days;
import club.vafa.clubs.Club;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Money;
import club.vafa.kernel.Toman;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Vocabulary.AttributeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sale and a member that somebody made up to try a campaign with, as they were written. */
final class Sample {
  static final int ROWS = 3;
  private static final int QUANTITY_DECIMALS = 3;
  private static final long ONE = 1_000;
  private static final String DECIMAL = "\\d{1,12}(\\.\\d{1,6})?";

  private final Club club;
  private final Instant now;
  private final Map<String, List<String>> sent;
  private final Map<String, Boolean> faults = new HashMap<>();

  Sample(Club club, Instant now, Map<String, List<String>> sent) {
    this.club = club;
    this.now = now;
    this.sent = sent;
  }

  /** What was written, or what stands there at first. */
  String text(String name, String first) {
    List<String> typed = sent.get("try-" + name);
    return typed == null || typed.isEmpty() ? first : typed.getLast().strip();
  }

  /** What was chosen, or nothing. */
  Set<String> one(String name) {
    return of(name, "").map(Set::of).orElseGet(Set::of);
  }

  /** What an event carries; of what was left empty it says nothing. */
  Map<String, Object> attributes(Map<String, AttributeKind> wanted) {
    Map<String, Object> read = new HashMap<>();
    wanted.forEach((code, kind) -> {
      String name = "attribute-" + code;
      Optional<?> value =
          of(name, kind == AttributeKind.BOOLEAN ? "no" : "")
              .flatMap(text -> noted(name, attribute(text, kind)));
      value.ifPresent(known -> read.put(code, known));
    });
    return read;
  }

  private Optional<Object> attribute(String text, AttributeKind kind) {
    return switch (kind) {
      case TEXT -> Optional.of(text);
      case BOOLEAN -> Optional.of(text.equals("yes"));
      case DATE -> Days.read(text, club.calendar()).map(day -> day);
      case NUMBER -> {
        String plain = Digits.western(text).replace(",", "");
        yield plain.matches(DECIMAL) ? Optional.of(new BigDecimal(plain)) : Optional.empty();
      }
    };
  }

  boolean faulty(String name) {
    return faults.containsKey(name);
  }

  boolean anyFaulty() {
    return !faults.isEmpty();
  }

  LocalDate today() {
    return club.day(now);
  }

  /** The instant in the club's zone. */
  Instant at() {
    LocalDate day =
        of("day", Days.written(today(), club.calendar()))
            .flatMap(text -> noted("day", Days.read(text, club.calendar())))
            .orElse(today());
    LocalTime time =
        of("time", "10:00").flatMap(text -> noted("time", time(text))).orElse(LocalTime.of(10, 0));
    return day.atTime(time).atZone(club.zone()).toInstant();
  }

  private static Optional<LocalTime> time(String text) {
    String plain = Digits.western(text);
    try {
      String hour = plain.contains(":") ? plain : plain + ":00";
      return Optional.of(LocalTime.parse(hour.length() == 4 ? "0" + hour : hour));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> noted(String name, Optional<T> read) {
    if (read.isEmpty()) {
      faults.put(name, true);
    }
    return read;
  }

  private Optional<String> of(String name, String first) {
    return Optional.of(text(name, first)).filter(text -> !text.isEmpty());
  }

  /** Single goods where any has a price, else one line of the whole amount. */
  List<Line> lines(String usual) {
    List<Line> lines = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      Long price = money("price-" + row, "");
      Long quantity = number("quantity-" + row, plain("quantity-" + row, ""), QUANTITY_DECIMALS);
      if (price != null) {
        long pieces = quantity == null ? ONE : quantity;
        long amount =
            BigDecimal.valueOf(price)
                .multiply(BigDecimal.valueOf(pieces, QUANTITY_DECIMALS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        lines.add(
            new Line(text("sku-" + row, ""), text("category-" + row, ""), pieces, amount, null));
      }
    }
    Long amount = lines.isEmpty() ? money("amount", usual) : null;
    if (amount != null) {
      lines.add(new Line("", "", ONE, amount, null));
    }
    return lines;
  }

  private @Nullable Long money(String name, String first) {
    String typed = plain(name, first);
    return number(
        name, club.look().toman() ? Toman.rial(typed) : typed, Money.decimals(club.currency()));
  }

  private String plain(String name, String first) {
    return Digits.western(text(name, first)).replace(",", "").replace(" ", "");
  }

  private @Nullable Long number(String name, String plain, int decimals) {
    if (plain.isEmpty()) {
      return null;
    }
    try {
      if (plain.matches(DECIMAL)) {
        return Amount.of(new BigDecimal(plain), decimals).minor();
      }
    } catch (ArithmeticException tooFine) {
      faults.put(name, true);
      return null;
    }
    faults.put(name, true);
    return null;
  }
}
