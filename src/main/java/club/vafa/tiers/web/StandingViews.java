package club.vafa.tiers.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.tiers.GivenTier;
import club.vafa.tiers.Projection;
import club.vafa.tiers.Projection.Goal;
import club.vafa.tiers.Projection.Missing;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.TierSet.Measure;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.web.StandingView.GivenView;
import club.vafa.tiers.web.StandingView.GoalView;
import club.vafa.tiers.web.StandingView.MissingView;
import club.vafa.tiers.web.StandingView.ProgressView;
import club.vafa.tiers.web.StandingView.TierView;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells standings in the reader's language and the club's calendar. */
@Component
class StandingViews {
  private static final long MILLIS_A_DAY = 86_400_000L;

  private final Sentences sentences;

  StandingViews(Sentences sentences) {
    this.sentences = sentences;
  }

  /** For whom it is told. */
  record Reader(Club club, Language language) {}

  StandingView view(Reader reader, Projection projection) {
    TierSet set = projection.set();
    Goal next = projection.next();
    Goal keep = projection.keep();
    return new StandingView(
        set.code(),
        set.name(reader.language()),
        tier(reader, projection.tier()),
        projection.since(),
        projection.until(),
        projection.grace(),
        given(projection.given()),
        projection.progress().stream()
            .map(done ->
                new ProgressView(
                    lower(done.measure().by()),
                    unit(done.measure()),
                    plain(reader.club(), done.measure(), done.amount()),
                    done.from(),
                    done.to()))
            .toList(),
        next == null ? null : goal(reader, set, next, toReach(reader, set, next)),
        keep == null ? null : goal(reader, set, keep, toKeep(reader, set, keep)));
  }

  private static @Nullable TierView tier(Reader reader, @Nullable Tier tier) {
    return tier == null
        ? null
        : new TierView(
            tier.code(),
            tier.name(reader.language()),
            tier.color(),
            tier.benefits().getOrDefault(reader.language(), tier.benefits().get(Language.EN)));
  }

  private static @Nullable GivenView given(@Nullable GivenTier given) {
    return given == null
        ? null
        : new GivenView(
            given.tier(),
            lower(given.kind()),
            given.until(),
            given.actor(),
            given.note(),
            given.since());
  }

  private static GoalView goal(Reader reader, TierSet set, Goal goal, String sentence) {
    List<MissingView> missing =
        goal.missing().stream()
            .map(one ->
                new MissingView(
                    lower(one.measure().by()),
                    unit(one.measure()),
                    plain(reader.club(), one.measure(), one.needed()),
                    plain(reader.club(), one.measure(), one.done()),
                    plain(reader.club(), one.measure(), one.left())))
            .toList();
    return new GoalView(
        goal.tier().code(), goal.by(), goal.reached(), lower(set.match()), missing, sentence);
  }

  private String toReach(Reader reader, TierSet set, Goal goal) {
    LocalDate by = goal.by();
    Map<String, Object> args =
        Map.of(
            "tier",
            goal.tier().name(reader.language()),
            "has",
            by == null ? "no" : "yes",
            "date",
            by == null ? "" : date(reader, by),
            "missing",
            missing(reader, set, goal));
    return sentences.text(
        reader.language(), goal.reached() ? "tiers.coming" : "tiers.toReach", args);
  }

  private String toKeep(Reader reader, TierSet set, Goal goal) {
    LocalDate by = goal.by();
    Map<String, Object> args =
        Map.of(
            "tier",
            goal.tier().name(reader.language()),
            "date",
            by == null ? "" : date(reader, by),
            "missing",
            missing(reader, set, goal));
    return sentences.text(reader.language(), goal.reached() ? "tiers.kept" : "tiers.toKeep", args);
  }

  /** What is missing, joined by the word the set's rule asks for. */
  private String missing(Reader reader, TierSet set, Goal goal) {
    String word =
        set.match() == TierSet.Match.ANY
            ? sentences.text(reader.language(), "tiers.or", Map.of())
            : sentences.text(reader.language(), "tiers.and", Map.of());
    List<String> parts =
        goal.missing().stream()
            .filter(one -> one.left() > 0)
            .map(one -> missing(reader, one))
            .toList();
    return String.join(" " + word + " ", parts);
  }

  private String missing(Reader reader, Missing missing) {
    Measure measure = missing.measure();
    Club club = reader.club();
    Object amount = decimals(club, measure) == 0 ? missing.left() : decimal(club, missing);
    return switch (measure.by()) {
      case SPEND ->
          sentences.text(
              reader.language(),
              "tiers.missing.spend",
              Map.of("amount", amount, "currency", club.currency().getCurrencyCode()));
      case EARNED ->
          sentences.text(
              reader.language(),
              "tiers.missing.earned",
              Map.of(
                  "amount",
                  amount,
                  "unit",
                  club.unit(measure.unit())
                      .map(unit -> unit.name(reader.language()))
                      .orElse(measure.unit())));
      case VISITS ->
          sentences.text(reader.language(), "tiers.missing.visits", Map.of("amount", amount));
      case TENURE ->
          sentences.text(reader.language(), "tiers.missing.tenure", Map.of("amount", amount));
    };
  }

  private static BigDecimal decimal(Club club, Missing missing) {
    return BigDecimal.valueOf(missing.left(), decimals(club, missing.measure()));
  }

  /** A day as the club's calendar writes it in the reader's language. */
  private static String date(Reader reader, LocalDate day) {
    String calendar =
        switch (reader.club().calendar()) {
          case GREGORIAN -> "gregorian";
          case JALALI -> "persian";
          case HIJRI -> "islamic-umalqura";
        };
    ULocale locale = new ULocale(reader.language().code() + "@calendar=" + calendar);
    DateFormat format = DateFormat.getInstanceForSkeleton("yMMMd", locale);
    format.setTimeZone(TimeZone.GMT_ZONE);
    return format.format(Long.valueOf(day.toEpochDay() * MILLIS_A_DAY));
  }

  static String plain(Club club, Measure measure, long minor) {
    return Amount.plain(minor, decimals(club, measure));
  }

  private static int decimals(Club club, Measure measure) {
    return switch (measure.by()) {
      case SPEND -> Money.decimals(club.currency());
      case EARNED -> club.unit(measure.unit()).map(Unit::decimals).orElse(0);
      case VISITS, TENURE -> 0;
    };
  }

  private static @Nullable String unit(Measure measure) {
    return measure.unit().isEmpty() ? null : measure.unit();
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
