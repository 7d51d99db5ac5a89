package club.vafa.tiers.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.TierSet.Keep;
import club.vafa.tiers.TierSet.Need;
import club.vafa.tiers.TierSet.Period;
import club.vafa.tiers.TierSet.Tier;
import club.vafa.ui.Fact;
import club.vafa.ui.Item;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tiers in the words of a page. */
record TierWords(Screen screen, Club club) {
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** What it takes to reach a tier. */
  String needs(TierSet set, Tier tier) {
    String joint = " " + screen.text(set.match() == TierSet.Match.ANY ? "tiers.or" : "tiers.and");
    return tier.needs().isEmpty()
        ? screen.text("tiers.needs.nothing")
        : tier.needs().stream().map(this::need).collect(Collectors.joining(joint + " "));
  }

  private String need(Need need) {
    long least = need.atLeast();
    return switch (need.measure().by()) {
      case SPEND -> screen.text("tiers.needs.spend", "money", screen.money(least));
      case EARNED -> {
        Unit unit = club.unit(need.measure().unit()).orElseThrow();
        yield screen.text(
            "tiers.needs.earned",
            "amount",
            screen.amount(new Amount(least, unit.decimals())),
            "unit",
            unit.counted(screen.language(), least));
      }
      case VISITS -> screen.text("tiers.missing.visits", "amount", least);
      case TENURE -> screen.text("tiers.missing.tenure", "amount", least);
    };
  }

  String benefits(Tier tier) {
    Language language = screen.language();
    return tier.benefits().getOrDefault(language, tier.benefits().getOrDefault(Language.EN, ""));
  }

  List<Item> tiers(TierSet set) {
    return set.tiers().stream()
        .map(tier -> {
          String gives = benefits(tier);
          return new Item(
              tier.name(screen.language()),
              "",
              needs(set, tier) + (gives.isEmpty() ? "" : " · " + gives),
              Mark.NONE);
        })
        .toList();
  }

  List<Fact> rules(TierSet set) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("tiers.period"), period(set.period())));
    facts.add(new Fact(screen.text("tiers.up"), screen.text("tiers.up." + lower(set.up()))));
    facts.add(new Fact(screen.text("tiers.keep"), keep(set.keep())));
    facts.add(new Fact(screen.text("tiers.down"), screen.text("tiers.down." + lower(set.down()))));
    facts.add(
        new Fact(screen.text("tiers.grace"), screen.text("tiers.grace.days", "days", set.grace())));
    facts.add(
        new Fact(
            screen.text("tiers.returns"),
            screen.text(set.takesBack() ? "tiers.returns.take_back" : "tiers.returns.keep")));
    return facts;
  }

  private String period(Period period) {
    return switch (period) {
      case Period.Rolling(int months, int days) ->
          screen.text("tiers.period.last", "months", months, "days", days);
      case Period.Calendar(TierSet.Of of) -> screen.text("tiers.period.calendar." + lower(of));
      case Period.Ever() -> screen.text("tiers.period.ever");
    };
  }

  private String keep(Keep keep) {
    return switch (keep) {
      case Keep.EndOfPeriod() -> screen.text("tiers.keep.end_of_period");
      case Keep.EndOfNextPeriod() -> screen.text("tiers.keep.end_of_next_period");
      case Keep.Months(int months) -> screen.text("tiers.keep.so_long", "months", months);
      case Keep.Ever() -> screen.text("tiers.keep.ever");
    };
  }
}
