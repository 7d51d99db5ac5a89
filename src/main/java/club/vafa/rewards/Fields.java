package club.vafa.rewards;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what several inputs of this room have in common. */
public record Fields(Club club, Input input) {
  private static final String CODE = "[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?";
  private static final int MOST_CODES = 100;

  /** Sums of a hundred pieces of it stay exact. */
  private static final long MOST = 1_000_000_000_000_000L;

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  String code(String pointer, @Nullable String value) {
    String code = value == null ? "" : value;
    if (!code.matches(CODE)) {
      input.refuse(pointer, RewardsCode.REWARD_CODE_FORM);
    }
    return code;
  }

  Map<Language, String> texts(
      String pointer, @Nullable Map<String, @Nullable String> values, int most) {
    Map<Language, String> read = new EnumMap<>(Language.class);
    if (values != null) {
      values.forEach((code, text) ->
          language(pointer, code)
              .ifPresent(
                  language -> read.put(language, input.text(pointer + "/" + code, text, most))));
    }
    return read;
  }

  Map<Language, String> names(@Nullable Map<String, @Nullable String> values) {
    if (values == null || values.isEmpty()) {
      input.refuse("/names", InputCode.REQUIRED);
    }
    return texts("/names", values, 200);
  }

  private Optional<Language> language(String pointer, String code) {
    Optional<Language> known =
        Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst();
    if (known.isEmpty()) {
      input.refuse(
          pointer,
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(code), "allowed", "en, fa, ar"));
    }
    return known;
  }

  Set<String> codes(String pointer, @Nullable List<@Nullable String> values) {
    Set<String> read = new HashSet<>();
    if (values != null) {
      if (values.size() > MOST_CODES) {
        input.refuse(pointer, InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_CODES));
        return read;
      }
      for (int at = 0; at < values.size(); at++) {
        read.add(input.text(pointer + "/" + at, values.get(at), 40));
      }
    }
    return read;
  }

  /** A tier of the club; null tiers leave it unchecked. */
  void tier(String pointer, String code, @Nullable Set<String> tiers) {
    if (tiers != null && !tiers.contains(code)) {
      input.refuse(
          pointer,
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(code), "allowed", allowed(tiers)));
    }
  }

  private static String allowed(Set<String> codes) {
    return codes.isEmpty() ? "–" : codes.stream().sorted().collect(Collectors.joining(", "));
  }

  Optional<Unit> unit(String pointer, @Nullable String code) {
    if (code == null) {
      input.refuse(pointer, InputCode.REQUIRED);
      return Optional.empty();
    }
    Optional<Unit> unit = club.unit(code);
    if (unit.isEmpty()) {
      input.refuse(pointer, ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
    }
    return unit;
  }

  /** Money of the club, not below zero; nothing when it was left out. */
  public @Nullable Long money(String pointer, @Nullable Decimal value) {
    return value == null
        ? null
        : Long.valueOf(bounded(pointer, input.notNegative(pointer, value.value(), decimals())));
  }

  public long positiveMoney(String pointer, @Nullable Decimal value) {
    BigDecimal amount = value == null ? null : value.value();
    return bounded(pointer, input.positive(pointer, amount, decimals()));
  }

  /** An amount of a unit, more than nothing. */
  long units(String pointer, @Nullable Decimal value, int unitDecimals) {
    BigDecimal amount = value == null ? null : value.value();
    return bounded(pointer, input.positive(pointer, amount, unitDecimals));
  }

  long bounded(String pointer, long minor) {
    if (minor > MOST) {
      input.refuse(pointer, InputCode.NUMBER_TOO_LARGE);
      return MOST;
    }
    return minor;
  }

  /** A time of this century or the next; nothing when it was left out. */
  public @Nullable Instant time(String pointer, @Nullable Instant value) {
    if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
      input.refuse(pointer, RewardsCode.YEAR_NOT_PLAUSIBLE);
      return null;
    }
    return value;
  }

  /** A count from one on. */
  long count(String pointer, @Nullable Long value, long most) {
    if (value == null) {
      input.refuse(pointer, InputCode.REQUIRED);
      return 1;
    }
    if (value < 1) {
      input.refuse(pointer, InputCode.MUST_BE_POSITIVE);
    } else if (value > most) {
      input.refuse(pointer, InputCode.TOO_MANY_ITEMS, Map.of("limit", most));
    }
    return value;
  }

  int decimals() {
    return Money.decimals(club.currency());
  }
}
