package club.vafa.tiers;

import club.vafa.api.ApiCode;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.tiers.TierSet.By;
import club.vafa.tiers.TierSet.Down;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Match;
import club.vafa.tiers.TierSet.Measure;
import club.vafa.tiers.TierSet.Need;
import club.vafa.tiers.TierSet.Of;
import club.vafa.tiers.TierSet.Period;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.TierSet.Up;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the definition of a set; a faulty one is refused with all its faults at once. */
final class TierReader {
  private static final String CODE = "[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?";
  private static final String COLOR = "#[0-9a-fA-F]{6}";
  private static final int MOST_TIERS = 20;
  private static final int MOST_NEEDS = 8;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_BENEFITS = 2000;
  private static final int MOST_MONTHS = 120;
  private static final int MOST_DAYS = 3660;
  private static final int MOST_GRACE = 366;
  private static final int MOST_COUNT = 1_000_000;
  private static final long MOST_AMOUNT = 1_000_000_000_000_000L;

  private final Club club;
  private final Input input = new Input();

  TierReader(Club club) {
    this.club = club;
  }

  private enum PeriodKind {
    ROLLING,
    CALENDAR,
    EVER
  }

  private enum KeepKind {
    END_OF_PERIOD,
    END_OF_NEXT_PERIOD,
    MONTHS,
    EVER
  }

  private enum Returns {
    TAKE_BACK,
    KEEP
  }

  Outcome<TierSet> read(String code, JsonNode definition) {
    if (!code.matches(CODE)) {
      input.refuse("", TierCode.TIER_CODE_FORM);
    }
    Form form = Form.of(definition, "", input);
    if (form == null) {
      return Outcome.refused(input.refusals());
    }
    form.knowing("names", "match", "period", "up", "keep", "down", "returns", "tiers");
    Map<Language, String> names = form.texts("names", true, LONGEST_NAME);
    Match match = form.choice("match", Match.values(), Match.ANY);
    Period period = period(form.object("period"), form);
    Up up = form.choice("up", Up.values(), Up.AT_ONCE);
    if (up == Up.PERIOD_END && !(period instanceof Period.Calendar)) {
      input.refuse("/up", TierCode.TIER_CALENDAR_NEEDED);
    }
    Keep keep = keep(form.object("keep"), form, period);
    Form down = form.object("down");
    TierSet set =
        new TierSet(
            code,
            names,
            match,
            period,
            up,
            keep,
            down == null
                ? Down.ONE_STEP
                : down.knowing("mode", "graceDays").choice("mode", Down.values(), Down.ONE_STEP),
            down == null ? 0 : down.whole("graceDays", 0, MOST_GRACE),
            form.choice("returns", Returns.values(), Returns.TAKE_BACK) == Returns.TAKE_BACK,
            tiers(form));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(set);
  }

  private Period period(@Nullable Form form, Form whole) {
    if (form == null) {
      if (whole.value("period") == null) {
        input.refuse("/period", InputCode.REQUIRED);
      }
      return new Period.Ever();
    }
    form.knowing("kind", "months", "days", "of");
    PeriodKind kind = form.choice("kind", PeriodKind.values(), null);
    boolean length = form.value("months") != null || form.value("days") != null;
    boolean of = form.value("of") != null;
    int months = form.whole("months", 0, MOST_MONTHS);
    int days = form.whole("days", 0, MOST_DAYS);
    boolean sound =
        switch (kind) {
          case ROLLING -> months + days > 0 && !of;
          case CALENDAR -> of && !length;
          case EVER -> !of && !length;
        };
    if (!sound && !input.faulty()) {
      input.refuse(form.pointer(), TierCode.TIER_PERIOD_FORM);
    }
    return switch (kind) {
      case ROLLING -> new Period.Rolling(months, days);
      case CALENDAR -> new Period.Calendar(form.choice("of", Of.values(), Of.YEAR));
      case EVER -> new Period.Ever();
    };
  }

  private Keep keep(@Nullable Form form, Form whole, Period period) {
    if (form == null) {
      if (whole.value("keep") == null) {
        input.refuse("/keep", InputCode.REQUIRED);
      }
      return new Keep.Ever();
    }
    form.knowing("until", "months");
    KeepKind kind = form.choice("until", KeepKind.values(), null);
    boolean calendar = kind == KeepKind.END_OF_PERIOD || kind == KeepKind.END_OF_NEXT_PERIOD;
    if (calendar && !(period instanceof Period.Calendar)) {
      input.refuse("/keep/until", TierCode.TIER_CALENDAR_NEEDED);
    }
    if (kind == KeepKind.MONTHS && form.value("months") == null) {
      input.refuse("/keep/months", InputCode.REQUIRED);
    }
    if (kind != KeepKind.MONTHS && form.value("months") != null) {
      input.refuse("/keep/months", ApiCode.UNKNOWN_FIELD, Map.of("name", "months"));
    }
    return switch (kind) {
      case END_OF_PERIOD -> new Keep.EndOfPeriod();
      case END_OF_NEXT_PERIOD -> new Keep.EndOfNextPeriod();
      case MONTHS -> new Keep.Months(form.whole("months", 1, MOST_MONTHS));
      case EVER -> new Keep.Ever();
    };
  }

  private List<Tier> tiers(Form form) {
    List<Tier> tiers = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    List<JsonNode> nodes = form.list("tiers", MOST_TIERS);
    if (nodes.isEmpty()) {
      input.refuse("/tiers", InputCode.REQUIRED);
    }
    for (int at = 0; at < nodes.size(); at++) {
      Form one = Form.of(nodes.get(at), "/tiers/" + at, input);
      if (one != null) {
        Tier tier = tier(one);
        if (!codes.add(tier.code()) && !tier.code().isEmpty()) {
          input.refuse(one.at("code"), TierCode.TIER_CODE_TAKEN, Map.of("value", tier.code()));
        }
        if (tiers.size() == at) {
          rising(one, at == 0 ? null : tiers.getLast(), tier);
        }
        tiers.add(tier);
      }
    }
    return tiers;
  }

  private Tier tier(Form form) {
    form.knowing("code", "names", "color", "benefits", "needs");
    String code = form.text("code");
    if (form.value("code") == null) {
      input.refuse(form.at("code"), InputCode.REQUIRED);
    } else if (code != null && !code.matches(CODE)) {
      input.refuse(form.at("code"), TierCode.TIER_CODE_FORM);
    }
    String color = form.text("color");
    if (color != null && !color.matches(COLOR)) {
      input.refuse(form.at("color"), TierCode.TIER_COLOR_FORM);
    }
    return new Tier(
        code == null || !code.matches(CODE) ? "" : code,
        form.texts("names", true, LONGEST_NAME),
        color,
        form.texts("benefits", false, LONGEST_BENEFITS),
        needs(form));
  }

  private List<Need> needs(Form form) {
    List<Need> needs = new ArrayList<>();
    Set<Measure> measures = new HashSet<>();
    List<JsonNode> nodes = form.list("needs", MOST_NEEDS);
    for (int at = 0; at < nodes.size(); at++) {
      Form one = Form.of(nodes.get(at), form.at("needs") + "/" + at, input);
      Need need = one == null ? null : need(one);
      if (one != null && need != null) {
        if (!measures.add(need.measure())) {
          input.refuse(one.pointer(), TierCode.TIER_MEASURE_TWICE);
        }
        needs.add(need);
      }
    }
    return needs;
  }

  private @Nullable Need need(Form form) {
    form.knowing("by", "unit", "atLeast");
    By by = form.choice("by", By.values(), null);
    if (by != By.EARNED && form.value("unit") != null) {
      input.refuse(form.at("unit"), ApiCode.UNKNOWN_FIELD, Map.of("name", "unit"));
      return null;
    }
    String code = by == By.EARNED ? form.text("unit") : null;
    Optional<Unit> unit = code == null ? Optional.empty() : club.unit(code);
    if (by == By.EARNED && unit.isEmpty()) {
      if (code == null) {
        input.refuse(form.at("unit"), InputCode.REQUIRED);
      } else {
        input.refuse(
            form.at("unit"), ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
      }
      return null;
    }
    Measure measure =
        new Measure(by, unit.map(Unit::code).orElse(""), unit.map(Unit::number).orElse(0));
    int decimals = decimals(club, measure);
    long most =
        switch (by) {
          case SPEND, EARNED -> MOST_AMOUNT;
          case VISITS -> MOST_COUNT;
          case TENURE -> MOST_MONTHS;
        };
    return new Need(
        measure,
        form.minor("atLeast", form.decimal("atLeast"), decimals, new Form.Bounds(1, most)));
  }

  /** The decimals a measure is kept with. */
  static int decimals(Club club, Measure measure) {
    return switch (measure.by()) {
      case SPEND -> Money.decimals(club.currency());
      case EARNED -> club.unit(measure.unit()).map(Unit::decimals).orElse(0);
      case VISITS, TENURE -> 0;
    };
  }

  /** Each tier asks for the same as the one below, and for more of it. */
  private void rising(Form form, @Nullable Tier below, Tier tier) {
    String at = form.at("needs");
    if (below == null || input.refusals().stream().anyMatch(r -> r.pointer().startsWith(at))) {
      return;
    }
    if (tier.needs().isEmpty()) {
      input.refuse(at, TierCode.TIER_NEEDS_MISSING);
      return;
    }
    if (below.needs().isEmpty()) {
      return;
    }
    List<Measure> before = below.needs().stream().map(Need::measure).toList();
    List<Measure> now = tier.needs().stream().map(Need::measure).toList();
    if (!new HashSet<>(before).equals(new HashSet<>(now))) {
      input.refuse(at, TierCode.TIER_NEEDS_DIFFER);
      return;
    }
    boolean more = false;
    boolean less = false;
    for (Need need : tier.needs()) {
      long asked = below.needs().get(before.indexOf(need.measure())).atLeast();
      more |= need.atLeast() > asked;
      less |= need.atLeast() < asked;
    }
    if (less || !more) {
      input.refuse(at, TierCode.TIER_NEEDS_NOT_RISING);
    }
  }
}
