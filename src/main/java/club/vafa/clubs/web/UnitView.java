package club.vafa.clubs.web;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Unit.Expiry;
import club.vafa.clubs.Unit.Waiting;
import club.vafa.clubs.UnitForm;
import club.vafa.clubs.UnitForm.TierForm;
import club.vafa.kernel.Forms;
import club.vafa.kernel.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A unit as the API tells it.
 *
 * @param forms its names beside numbers, by language and by plural category of the CLDR
 * @param byTier what holds instead for members of a tier; of several, the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitView(
    String code,
    String kind,
    Map<String, String> names,
    @Nullable Map<String, ? extends Map<String, String>> forms,
    int decimals,
    String rounding,
    boolean mayOwe,
    @Nullable String worth,
    Expiry expiry,
    Waiting waiting,
    @Nullable List<TierForm> byTier) {
  static UnitView of(Club club, Unit unit) {
    Map<String, String> names = new TreeMap<>();
    unit.names().forEach((language, name) -> names.put(language.code(), name));
    return new UnitView(
        unit.code(),
        lower(unit.kind()),
        names,
        unit.forms().equals(Forms.NONE) ? null : unit.forms().byCode(),
        unit.decimals(),
        lower(unit.rounding()),
        unit.mayOwe(),
        worth(club, unit),
        unit.expiry(),
        unit.waiting(),
        unit.byTier().isEmpty() ? null : unit.byTier().stream().map(TierForm::of).toList());
  }

  private static @Nullable String worth(Club club, Unit unit) {
    BigDecimal worth = UnitForm.worth(club, unit);
    return worth == null ? null : worth.toPlainString();
  }

  /**
   * A unit as the API takes it.
   *
   * @param worth money for one whole unit, which lets members pay with it; they cannot when missing
   * @param forms its names beside numbers, by language and by plural category of the CLDR (zero,
   *     one, two, few, many, other); where one is missing, the name stands
   * @param byTier what holds instead for members of a tier; of several, the first
   */
  record UnitRequest(
      @Nullable String code,
      @Nullable String kind,
      @Nullable Map<String, @Nullable String> names,
      @Nullable Map<String, @Nullable Map<String, @Nullable String>> forms,
      @Nullable Integer decimals,
      @Nullable String rounding,
      @Nullable Boolean mayOwe,
      @Nullable Decimal worth,
      @Nullable Expiry expiry,
      @Nullable Waiting waiting,
      @Nullable List<@Nullable TierForm> byTier) {

    Outcome<Unit> read(Club club) {
      return new UnitForm(
              code,
              kind,
              names,
              forms,
              decimals,
              rounding,
              mayOwe,
              worth == null ? null : worth.value(),
              expiry,
              waiting,
              byTier)
          .read(club);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
