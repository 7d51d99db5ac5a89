package club.vafa.replay;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.Given;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import club.vafa.replay.ReplayResult.CampaignPart;
import club.vafa.replay.ReplayResult.Effect;
import club.vafa.replay.ReplayResult.Example;
import club.vafa.replay.ReplayResult.Issued;
import club.vafa.replay.ReplayResult.Margin;
import club.vafa.replay.ReplayResult.MemberPart;
import club.vafa.replay.ReplayResult.Month;
import club.vafa.replay.ReplayResult.Outstanding;
import club.vafa.replay.ReplayResult.Part;
import club.vafa.replay.ReplayResult.TierDifference;
import club.vafa.replay.ReplayResult.UnitDifference;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.LiveCampaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what players found. */
final class Report {
  private static final Set<TriggerKind> NOT_REPLAYED =
      Set.of(TriggerKind.PROFILE, TriggerKind.REFERRAL);

  private final Script script;
  private final NewReplay asked;
  private final Map<UUID, String> draftCodes = new TreeMap<>();
  private final Map<UUID, String> liveCodes = new TreeMap<>();
  private final Set<String> notReplayed = new TreeSet<>();
  private final Club club;
  private final int decimals;

  Report(Script script, NewReplay asked) {
    this.script = script;
    this.asked = asked;
    this.club = script.live().program().club();
    this.decimals = Money.decimals(club.currency());
    List<LiveCampaign> draft = script.draft().program().campaigns();
    draft.forEach(one -> draftCodes.put(one.id(), one.definition().code()));
    script
        .live()
        .program()
        .campaigns()
        .forEach(one -> liveCodes.put(one.id(), one.definition().code()));
    for (LiveCampaign one : draft) {
      if (NOT_REPLAYED.contains(one.definition().trigger().on())) {
        notReplayed.add(one.definition().code());
      }
    }
  }

  ReplayResult of(List<Player> players) {
    Player all = players.getFirst();
    for (Player other : players.subList(1, players.size())) {
      all.add(other);
    }
    Segments segments = new Segments(all.fates, script.last(), decimals);
    LocalDate until = asked.until();
    return new ReplayResult(
        club.currency().getCurrencyCode(),
        asked.from(),
        until == null ? club.day(script.end().minusNanos(1)) : until,
        all.purchases,
        all.returns,
        side(all.draft, script.draft().worth()),
        side(all.live, script.live().worth()),
        campaigns(all),
        months(all),
        segments.members(),
        segments.all(),
        all.winners.inOrder().stream().map(this::member).toList(),
        all.losers.inOrder().stream().map(this::member).toList(),
        List.copyOf(notReplayed),
        TierMix.told(all.draft.tiers, all.live.tiers),
        Sums.cards(all.draft, all.live));
  }

  private ReplayResult.Side side(Sums sums, Worth worth) {
    List<UnitSum> units = new ArrayList<>();
    long[] net = new long[worth.count()];
    for (int at = 0; at < worth.count(); at++) {
      Unit unit = worth.units().get(at);
      net[at] = sums.issued[at] - sums.takenBack[at];
      long outstanding = 0;
      for (long more : sums.outstanding[at]) {
        outstanding += more;
      }
      units.add(
          new UnitSum(
              unit.code(),
              worth.text(at, sums.issued[at]),
              worth.text(at, sums.takenBack[at]),
              worth.text(at, sums.spent[at]),
              worth.text(at, sums.expired[at]),
              worth.text(at, outstanding),
              worth.text(at, sums.owed[at]),
              worth.text(at, sums.lacking[at]),
              liability(worth, at, outstanding)));
    }
    long awards = worth.money(net);
    return new ReplayResult.Side(
        money(sums.discount + awards),
        money(sums.discount),
        money(awards),
        money(sums.turnover),
        sums.sales,
        sums.members,
        units,
        margin(sums, worth));
  }

  private @Nullable Margin margin(Sums sums, Worth worth) {
    if (sums.knownAmount == 0 && sums.knownCost == 0) {
      return null;
    }
    long given = sums.knownDiscount + worth.money(sums.knownUnits);
    long before = sums.knownAmount - sums.knownCost;
    return new Margin(
        money(sums.knownAmount),
        money(sums.knownCost),
        money(given),
        money(before),
        money(before - given));
  }

  private List<CampaignPart> campaigns(Player all) {
    Map<String, UUID> byCode = new TreeMap<>();
    draftCodes.forEach((id, code) -> byCode.put(code, id));
    liveCodes.forEach((id, code) -> byCode.put(code, id));
    List<CampaignPart> parts = new ArrayList<>();
    byCode.forEach((code, id) ->
        parts.add(
            new CampaignPart(
                code,
                draftCodes.containsKey(id)
                    ? part(all.draft.campaign(id), script.draft().worth())
                    : null,
                liveCodes.containsKey(id)
                    ? part(all.live.campaign(id), script.live().worth())
                    : null)));
    return parts;
  }

  private Part part(CampaignSums sums, Worth worth) {
    List<Issued> issued = new ArrayList<>();
    for (int at = 0; at < worth.count(); at++) {
      if (sums.issued[at] != 0 || sums.cut[at] != 0) {
        issued.add(
            new Issued(
                worth.units().get(at).code(),
                worth.text(at, sums.issued[at]),
                worth.text(at, sums.cut[at]),
                worth.text(at, sums.takenBack[at])));
      }
    }
    long discount = sums.discount - sums.discountBack;
    return new Part(
        money(discount + worth.money(sums.net())),
        money(discount),
        Amount.plain(sums.gifts, Line.QUANTITY_DECIMALS),
        sums.vouchers,
        issued,
        sums.sales,
        sums.members,
        sums.exhausted);
  }

  private List<Month> months(Player all) {
    List<Month> months = new ArrayList<>();
    long[] draft = new long[script.draft().worth().count()];
    long[] live = new long[script.live().worth().count()];
    for (int month = 0; month < script.months().count(); month++) {
      add(draft, all.draft.outstanding, month);
      add(live, all.live.outstanding, month);
      months.add(
          new Month(
              script.months().end(month),
              outstanding(draft, script.draft().worth()),
              outstanding(live, script.live().worth())));
    }
    return months;
  }

  private static void add(long[] sums, long[][] more, int month) {
    for (int unit = 0; unit < sums.length; unit++) {
      sums[unit] += more[unit][month];
    }
  }

  private List<Outstanding> outstanding(long[] amounts, Worth worth) {
    List<Outstanding> units = new ArrayList<>();
    for (int at = 0; at < amounts.length; at++) {
      units.add(
          new Outstanding(
              worth.units().get(at).code(),
              worth.text(at, amounts[at]),
              liability(worth, at, amounts[at])));
    }
    return units;
  }

  private MemberPart member(Best.Member one) {
    Map<String, UnitDifference> units = new LinkedHashMap<>();
    Worth draft = script.draft().worth();
    Worth live = script.live().worth();
    for (int at = 0; at < draft.count(); at++) {
      String code = draft.units().get(at).code();
      int same = live.find(code);
      long then = one.draftUnits().get(at);
      long now = same < 0 ? 0 : one.liveUnits().get(same);
      if (then != 0 || now != 0) {
        units.put(code, new UnitDifference(code, draft.text(at, then), draft.text(at, now)));
      }
    }
    Fate fate = one.fate();
    return new MemberPart(
        one.id().toString(),
        script.called(one.id()),
        money(fate.draft()),
        money(fate.live()),
        money(fate.draft() - fate.live()),
        List.copyOf(units.values()),
        standing(one.draftTiers(), one.liveTiers()),
        one.examples().stream().map(this::example).toList());
  }

  private static List<TierDifference> standing(
      Map<String, @Nullable String> draft, Map<String, @Nullable String> live) {
    Set<String> sets = new TreeSet<>(draft.keySet());
    sets.addAll(live.keySet());
    return sets.stream()
        .map(set -> new TierDifference(set, draft.get(set), live.get(set)))
        .toList();
  }

  private Example example(Life.Example one) {
    boolean filed = asked.past() != null;
    return new Example(
        filed ? null : TypeId.text(Purchase.PREFIX, one.purchase()),
        filed ? Long.valueOf(one.purchase().getLeastSignificantBits() & Long.MAX_VALUE) : null,
        one.at(),
        money(one.draftValue()),
        money(one.liveValue()),
        one.draft().stream()
            .map(given -> effect(given, draftCodes, script.draft().worth()))
            .toList(),
        one.live().stream().map(given -> effect(given, liveCodes, script.live().worth())).toList());
  }

  private Effect effect(Given given, Map<UUID, String> codes, Worth worth) {
    String unit = given.unit();
    int scale =
        switch (given.type()) {
          case EARN -> worth.units().get(worth.of(String.valueOf(unit))).decimals();
          case DISCOUNT -> decimals;
          case GIFT -> Line.QUANTITY_DECIMALS;
          case VOUCHER -> 0;
        };
    return new Effect(
        given.type().name().toLowerCase(java.util.Locale.ROOT),
        codes.getOrDefault(given.campaign(), ""),
        given.rule(),
        unit,
        Amount.plain(given.wanted(), scale),
        Amount.plain(given.granted(), scale));
  }

  private @Nullable String liability(Worth worth, int unit, long amount) {
    return worth.units().get(unit).worth() == null ? null : money(worth.money(unit, amount));
  }

  private String money(long minor) {
    return Amount.plain(minor, decimals);
  }
}
