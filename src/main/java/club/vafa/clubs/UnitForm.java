package club.vafa.clubs;

import club.vafa.clubs.Unit.ByTier;
import club.vafa.clubs.Unit.EndOf;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Plural;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A unit as people write it, in and out.
 *
 * @param worth money for one whole unit, which lets members pay with it; they cannot when missing
 * @param forms its names beside numbers, by language and by plural category of the CLDR
 * @param byTier what holds instead for members of a tier; of several, the first
 */
public record UnitForm(
    @Nullable String code,
    @Nullable String kind,
    @Nullable Map<String, @Nullable String> names,
    @Nullable Map<String, @Nullable Map<String, @Nullable String>> forms,
    @Nullable Integer decimals,
    @Nullable String rounding,
    @Nullable Boolean mayOwe,
    @Nullable BigDecimal worth,
    @Nullable Expiry expiry,
    @Nullable Waiting waiting,
    @Nullable List<@Nullable TierForm> byTier) {
  private static final String CODE = "[a-z][a-z0-9_-]{0,39}";
  private static final int LONGEST_NAME = 100;
  private static final int MOST_WORTH_DECIMALS = 6;
  private static final int LONGEST_TIME = 1200;
  private static final int LONGEST_TIER = 64;
  private static final int MOST_TIERS = 50;

  /** What differs for members of a tier, as people write it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierForm(
      @Nullable String tier, @Nullable Expiry expiry, @Nullable Waiting waiting) {
    public static TierForm of(ByTier own) {
      return new TierForm(own.tier(), own.expiry(), own.waiting());
    }
  }

  public static UnitForm of(Club club, Unit unit) {
    Map<String, @Nullable String> names = new TreeMap<>();
    unit.names().forEach((language, name) -> names.put(language.code(), name));
    return new UnitForm(
        unit.code(),
        lower(unit.kind()),
        names,
        forms(unit),
        unit.decimals(),
        lower(unit.rounding()),
        unit.mayOwe(),
        worth(club, unit),
        unit.expiry(),
        unit.waiting(),
        unit.byTier().stream().<@Nullable TierForm>map(TierForm::of).toList());
  }

  /** Its names beside numbers; null when it has but one. */
  private static @Nullable Map<String, @Nullable Map<String, @Nullable String>> forms(Unit unit) {
    Map<String, @Nullable Map<String, @Nullable String>> forms = new LinkedHashMap<>();
    unit.forms()
        .byCode()
        .forEach((language, nouns) -> forms.put(language, new LinkedHashMap<>(nouns)));
    return forms.isEmpty() ? null : forms;
  }

  /** Money for one whole unit: one point of 5 cents is {@code 0.05}. */
  public static @Nullable BigDecimal worth(Club club, Unit unit) {
    Rate rate = unit.worth();
    if (rate == null) {
      return null;
    }
    BigDecimal one =
        BigDecimal.valueOf(rate.numerator())
            .movePointRight(unit.decimals())
            .movePointLeft(Money.decimals(club.currency()))
            .divide(
                BigDecimal.valueOf(rate.denominator()),
                Amount.MOST_DECIMALS * 2,
                RoundingMode.HALF_EVEN);
    return one.stripTrailingZeros();
  }

  /** The unit, or everything that is wrong with it; its number is given by its club. */
  public Outcome<Unit> read(Club club) {
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
            wait,
            tiers(input),
            forms(input));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(unit);
  }

  private List<ByTier> tiers(Input input) {
    List<ByTier> read = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    List<@Nullable TierForm> forms = byTier == null ? List.of() : byTier;
    if (forms.size() > MOST_TIERS) {
      input.refuse("/byTier", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_TIERS));
      return read;
    }
    for (int at = 0; at < forms.size(); at++) {
      String pointer = "/byTier/" + at;
      TierForm form = input.required(pointer, forms.get(at));
      if (form != null) {
        String tier = input.text(pointer + "/tier", form.tier(), LONGEST_TIER);
        Expiry end = form.expiry() == null ? new Expiry.Never() : form.expiry();
        Waiting wait = form.waiting() == null ? new Waiting.None() : form.waiting();
        boolean nothing = form.expiry() == null && form.waiting() == null;
        if (nothing || !sensible(end, wait) || !seen.add(tier)) {
          input.refuse(pointer, ClubsCode.UNIT_TIER);
        }
        read.add(new ByTier(tier, form.expiry(), form.waiting()));
      }
    }
    return read;
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
              language(input, "/names", code),
              input.text("/names/" + Input.shortened(code), name, LONGEST_NAME)));
    }
    return read;
  }

  private Forms forms(Input input) {
    Map<Language, Map<Plural, String>> read = new EnumMap<>(Language.class);
    if (forms != null) {
      for (Map.Entry<String, @Nullable Map<String, @Nullable String>> one : forms.entrySet()) {
        Language language = language(input, "/forms", one.getKey());
        read.put(language, nouns(input, "/forms/" + language.code(), one.getValue()));
      }
    }
    return new Forms(read);
  }

  private static Map<Plural, String> nouns(
      Input input, String pointer, @Nullable Map<String, @Nullable String> nouns) {
    Map<Plural, String> read = new EnumMap<>(Plural.class);
    if (nouns != null) {
      nouns.forEach((code, noun) ->
          Plural.byCode(code)
              .ifPresentOrElse(
                  plural -> read.put(plural, input.text(pointer + "/" + code, noun, LONGEST_NAME)),
                  () -> unknown(input, pointer, code, Plural.codes())));
    }
    return read;
  }

  private static Language language(Input input, String pointer, String code) {
    Optional<Language> known =
        Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst();
    if (known.isEmpty()) {
      unknown(input, pointer, code, "en, fa, ar");
    }
    return known.orElse(Language.EN);
  }

  private @Nullable Rate worth(Input input, Club club, int scale) {
    if (worth == null) {
      return null;
    }
    int money = Money.decimals(club.currency());
    long minor = input.positive("/worth", worth, MOST_WORTH_DECIMALS);
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
          case Waiting.None(), Waiting.NextVisit() -> true;
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

  private static <E extends Enum<E>> E choice(Input input, String pointer, String sent, E[] known) {
    for (E one : known) {
      if (lower(one).equals(sent)) {
        return one;
      }
    }
    String allowed = Arrays.stream(known).map(UnitForm::lower).collect(Collectors.joining(", "));
    unknown(input, pointer, sent, allowed);
    return known[0];
  }

  private static void unknown(Input input, String pointer, String sent, String allowed) {
    input.refuse(
        pointer,
        InputCode.UNKNOWN_VALUE,
        Map.of("value", Input.shortened(sent), "allowed", allowed));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
