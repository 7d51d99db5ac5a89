package club.vafa.tiers.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.tiers.GivenTier;
import club.vafa.tiers.MemberTiers;
import club.vafa.tiers.Projection;
import club.vafa.tiers.Projection.Goal;
import club.vafa.tiers.Reader;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.TierSet.Measure;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.tiers.web.StandingView.GivenView;
import club.vafa.tiers.web.StandingView.GoalView;
import club.vafa.tiers.web.StandingView.MissingView;
import club.vafa.tiers.web.StandingView.ProgressView;
import club.vafa.tiers.web.StandingView.TierView;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells standings in the reader's language and the club's calendar. */
@Component
class StandingViews {
  private final MemberTiers tiers;

  StandingViews(MemberTiers tiers) {
    this.tiers = tiers;
  }

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
        next == null ? null : goal(reader, set, next, tiers.toReach(reader, projection)),
        keep == null ? null : goal(reader, set, keep, tiers.toKeep(reader, projection)));
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
