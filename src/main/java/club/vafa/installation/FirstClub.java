package club.vafa.installation;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The club that the first start founds, as the operator has it in the settings. What is not said is
 * taken from the machine: its time zone tells the country, the country money and calendar.
 */
public record FirstClub(
    String code,
    String name,
    Currency currency,
    ZoneId zone,
    CalendarKind calendar,
    Language language,
    String region) {
  private static final String CODE = "club.code";
  private static final String NAME = "club.name";
  private static final String CURRENCY = "club.currency";
  private static final String ZONE = "club.zone";
  private static final String CALENDAR = "club.calendar";
  private static final String LANGUAGE = "club.language";
  private static final String REGION = "club.region";
  static final List<String> KEYS = List.of(CODE, NAME, CURRENCY, ZONE, CALENDAR, LANGUAGE, REGION);

  private static final int LONGEST_NAME = 200;

  /** What the machine says of itself. */
  record Machine(ZoneId zone, String language, String country) {
    /** Read from the properties, because the program itself runs without a locale. */
    static Machine here() {
      return new Machine(
          ZoneId.systemDefault(),
          System.getProperty("user.language", ""),
          System.getProperty("user.country", ""));
    }
  }

  static FirstClub of(Map<String, String> given, Machine machine) {
    ZoneId zone = zone(given.get(ZONE), machine);
    String region = region(given.get(REGION), zone, machine);
    Language language = language(given.get(LANGUAGE), region, machine);
    return new FirstClub(
        code(given.getOrDefault(CODE, "club")),
        name(given.getOrDefault(NAME, ownName(language))),
        currency(given.get(CURRENCY), region),
        zone,
        calendar(given.get(CALENDAR), region),
        language,
        region);
  }

  private static String code(String code) {
    if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw refused(CODE, code, "up to 40 small letters, digits and hyphens, such as cafe-vafa");
    }
    return code;
  }

  private static String name(String name) {
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw refused(NAME, name, "a name of at most 200 characters");
    }
    return name;
  }

  private static String ownName(Language language) {
    return switch (language) {
      case EN -> "My club";
      case FA -> "باشگاه من";
      case AR -> "نادينا";
    };
  }

  private static ZoneId zone(@Nullable String text, Machine machine) {
    if (text == null) {
      return machine.zone();
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw refused(ZONE, text, "a time zone such as Asia/Tehran or Europe/London");
    }
  }

  /** Where the shop stands says more than the language its computer was set up in. */
  private static String region(@Nullable String text, ZoneId zone, Machine machine) {
    if (text != null) {
      if (!Arrays.asList(Locale.getISOCountries()).contains(text)) {
        throw refused(REGION, text, "a country code of two letters, such as IR or GB");
      }
      return text;
    }
    return country(zone)
        .or(() -> Optional.of(machine.country()).filter(FirstClub::isCountry))
        .orElseGet(
            () -> likely(machine.language().isEmpty() ? "en" : machine.language()).getCountry());
  }

  private static Optional<String> country(ZoneId zone) {
    try {
      return Optional.of(TimeZone.getRegion(zone.getId())).filter(FirstClub::isCountry);
    } catch (IllegalArgumentException anOffset) {
      return Optional.empty();
    }
  }

  /** The locale most people mean who name only this part of it. */
  private static ULocale likely(String part) {
    return ULocale.addLikelySubtags(new ULocale(part));
  }

  private static boolean isCountry(String code) {
    return code.matches("[A-Z]{2}");
  }

  private static Language language(@Nullable String text, String region, Machine machine) {
    if (text != null) {
      return Arrays.stream(Language.values())
          .filter(language -> language.code().equals(text))
          .findFirst()
          .orElseThrow(() -> refused(LANGUAGE, text, "en, fa or ar"));
    }
    // A computer that was never given a country was never given a language either.
    return machine.country().isEmpty() && List.of("", "en").contains(machine.language())
        ? Language.of(likely("und_" + region).getLanguage())
        : Language.of(machine.language());
  }

  private static Currency currency(@Nullable String text, String region) {
    if (text != null) {
      return Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getCurrencyCode().equals(text))
          .findFirst()
          .orElseThrow(() -> refused(CURRENCY, text, "a currency code such as IRR, EUR or USD"));
    }
    Currency own = Currency.getInstance(Locale.of("", region.isEmpty() ? "US" : region));
    return own == null ? Currency.getInstance("USD") : own;
  }

  private static CalendarKind calendar(@Nullable String text, String region) {
    if (text != null) {
      return Arrays.stream(CalendarKind.values())
          .filter(kind -> word(kind).equals(text))
          .findFirst()
          .orElseThrow(() ->
              refused(
                  CALENDAR,
                  text,
                  Arrays.stream(CalendarKind.values())
                      .map(FirstClub::word)
                      .collect(Collectors.joining(", "))));
    }
    String usual =
        Calendar.getKeywordValuesForLocale("calendar", new ULocale("und_" + region), true)[0];
    if (usual.equals("persian")) {
      return CalendarKind.JALALI;
    }
    return usual.startsWith("islamic") ? CalendarKind.HIJRI : CalendarKind.GREGORIAN;
  }

  private static String word(CalendarKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static CannotStart refused(String key, String text, String wanted) {
    return new CannotStart(
        "%s (%s) is \"%s\": it must be %s.".formatted(key, Settings.variable(key), text, wanted));
  }
}
