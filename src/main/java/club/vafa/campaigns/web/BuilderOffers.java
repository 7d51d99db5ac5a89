package club.vafa.campaigns.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.activity.PurchaseLine;
import club.vafa.api.NamedPaging;
import club.vafa.api.Page;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.form.Choice;
import club.vafa.campaigns.form.Offers;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.goods.Goods;
import club.vafa.goods.ItemFilter;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Toman;
import club.vafa.memberships.LivePlans;
import club.vafa.memberships.Plan;
import club.vafa.rewards.LiveRewards;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardTerms;
import club.vafa.tiers.Tiers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up what a club has that campaigns can ask for or give. */
@Component
class BuilderOffers {
  private static final int LATEST = 200;
  private static final int MOST_GOODS = 24;
  private static final int MOST = 100;

  private final Clubs clubs;
  private final Tiers tiers;
  private final LiveRewards rewards;
  private final LivePlans plans;
  private final Coupons coupons;
  private final Activity activity;
  private final Goods goods;

  BuilderOffers(
      Clubs clubs,
      Tiers tiers,
      LiveRewards rewards,
      LivePlans plans,
      Coupons coupons,
      Activity activity,
      Goods goods) {
    this.clubs = clubs;
    this.tiers = tiers;
    this.rewards = rewards;
    this.plans = plans;
    this.coupons = coupons;
    this.activity = activity;
    this.goods = goods;
  }

  Offers of(Club club, Language language) {
    ClubId id = club.id();
    Map<String, List<Choice>> lists = new LinkedHashMap<>();
    lists.put(
        "branch",
        clubs.branches(id).stream().map(one -> new Choice(one.code(), one.name())).toList());
    lists.put(
        "terminal",
        clubs.terminals(id).stream().map(one -> new Choice(one.code(), one.name())).toList());
    lists.put(
        "tiers",
        tiers.live(club).stream()
            .flatMap(set -> set.tiers().stream())
            .map(tier -> new Choice(tier.code(), tier.name(language)))
            .toList());
    lists.put("rewards", rewards.of(id).stream().map(one -> reward(one, language)).toList());
    plans(id, language, lists);
    lists.put(
        "coupons",
        coupons.list(id, null, MOST).stream()
            .filter(one -> !one.cancelled())
            .map(one -> new Choice(one.code(), named(one.names(), language, one.code())))
            .toList());
    sales(club, lists);
    goods(id, language, lists);
    return new Offers(lists);
  }

  private static Choice reward(Reward reward, Language language) {
    String name =
        Optional.ofNullable(reward.published())
            .map((RewardTerms terms) -> terms.name(language))
            .orElse(reward.code());
    return new Choice(reward.code(), name);
  }

  private void plans(ClubId club, Language language, Map<String, List<Choice>> lists) {
    List<Plan> all = plans.of(club);
    lists.put(
        "plans",
        all.stream()
            .map(plan -> new Choice(plan.code(), plan.terms().name(language, plan.code())))
            .toList());
    lists.put(
        "entitlements",
        all.stream()
            .flatMap(plan -> plan.terms().entitlements().stream())
            .map(one -> new Choice(one.code(), named(one.names(), language, one.code())))
            .distinct()
            .toList());
  }

  private static String named(Map<Language, String> names, Language language, String code) {
    return names.getOrDefault(language, names.values().stream().findFirst().orElse(code));
  }

  /** What was sold lately, and a sale as it is usual; whatever else can be written beside it. */
  private void sales(Club club, Map<String, List<Choice>> lists) {
    List<Purchase> sales = activity.latest(club.id(), LATEST);
    List<PurchaseLine> lines = sales.stream().flatMap(sale -> sale.lines().stream()).toList();
    List<Long> totals = sales.stream().map(Purchase::total).sorted().toList();
    if (!totals.isEmpty()) {
      String usual = new Money(totals.get(totals.size() / 2), club.currency()).amount();
      usual = club.look().toman() ? Toman.typed(usual) : usual;
      lists.put("usual", List.of(new Choice(usual, usual)));
    }
    lists.put("category", some(lines, PurchaseLine::category, PurchaseLine::category));
    lists.put("item", some(lines, PurchaseLine::sku, PurchaseLine::name));
  }

  /** What stands in the catalogue goes before what was only sold. */
  private void goods(ClubId club, Language language, Map<String, List<Choice>> lists) {
    ItemFilter sold = new ItemFilter("", null, null, null, null, true);
    List<Choice> items =
        goods.list(club, sold, new NamedPaging(Page.MOST, "")).data().stream()
            .map(item -> new Choice(item.code(), item.name(language)))
            .toList();
    List<Choice> categories =
        goods.categories(club).stream()
            .map(one -> new Choice(one.code(), one.name(language)))
            .toList();
    lists.put("item", before(items, lists.get("item")));
    lists.put("category", before(categories, lists.get("category")));
  }

  private static List<Choice> before(List<Choice> known, @Nullable List<Choice> sold) {
    Map<String, Choice> all = new LinkedHashMap<>();
    known.forEach(choice -> all.put(choice.value(), choice));
    if (sold != null) {
      sold.forEach(choice -> all.putIfAbsent(choice.value(), choice));
    }
    return all.values().stream().sorted(java.util.Comparator.comparing(Choice::text)).toList();
  }

  private static List<Choice> some(
      List<PurchaseLine> lines,
      Function<PurchaseLine, String> code,
      Function<PurchaseLine, String> name) {
    Map<String, String> known = new LinkedHashMap<>();
    for (PurchaseLine line : lines) {
      String one = Objects.requireNonNullElse(code.apply(line), "");
      String called = Objects.requireNonNullElse(name.apply(line), "");
      if (!one.isEmpty() && known.size() < MOST_GOODS) {
        known.putIfAbsent(one, called.isEmpty() ? one : called);
      }
    }
    return known.entrySet().stream()
        .map(one -> new Choice(one.getKey(), one.getValue()))
        .sorted(java.util.Comparator.comparing(Choice::text))
        .toList();
  }
}
