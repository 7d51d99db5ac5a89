package club.vafa.replay;

import club.vafa.activity.Purchase;
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
import club.vafa.replay.ReplayResult.Side;
import club.vafa.replay.ReplayResult.UnitDifference;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.LiveCampaign;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts together what players found. */
final class Report {
  private static final Set<TriggerKind> REPLAYED = Set.of(TriggerKind.PURCHASE, TriggerKind.RETURN);

  private final Script script;
  private final NewReplay asked;
  private final Map<UUID, String> draftCodes = new TreeMap<>();
  private final Map<UUID, String> liveCodes = new TreeMap<>();
  private final Set<String> notReplayed = new TreeSet<>();
  private final Worth worth;
  private final int decimals;

  Report(Script script, NewReplay asked, List<LiveCampaign> draft, List<LiveCampaign> live) {
    this.script = script;
    this.asked = asked;
    this.worth = script.worth();
    this.decimals = Money.decimals(script.club().currency());
    draft.forEach(one -> draftCodes.put(one.id(), one.definition().code()));
    live.forEach(one -> liveCodes.put(one.id(), one.definition().code()));
    for (LiveCampaign one : draft) {
      if (!REPLAYED.contains(one.definition().trigger().on())) {
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
        script.club().currency().getCurrencyCode(),
        asked.from(),
        until == null ? script.club().day(script.end()) : until,
        all.purchases,
        all.returns,
        side(all.draft),
        side(all.live),
        campaigns(all),
        months(all),
        segments.members(),
        segments.all(),
        all.winners.inOrder().stream().map(this::member).toList(),
        all.losers.inOrder().stream().map(this::member).toList(),
        List.copyOf(notReplayed),
        List.of());
  }

  private Side side(Sums sums) {
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
              units(at, sums.issued[at]),
              units(at, sums.takenBack[at]),
              units(at, sums.spent[at]),
              units(at, sums.expired[at]),
              units(at, outstanding),
              units(at, sums.owed[at]),
              units(at, sums.lacking[at]),
              liability(at, outstanding)));
    }
    long awards = worth.money(net);
    return new Side(
        money(sums.discount + awards),
        money(sums.discount),
        money(awards),
        money(sums.turnover),
        sums.sales,
        sums.members,
        units,
        margin(sums));
  }

  private @Nullable Margin margin(Sums sums) {
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
                draftCodes.containsKey(id) ? part(all.draft.campaign(id)) : null,
                liveCodes.containsKey(id) ? part(all.live.campaign(id)) : null)));
    return parts;
  }

  private Part part(CampaignSums sums) {
    List<Issued> issued = new ArrayList<>();
    for (int at = 0; at < worth.count(); at++) {
      if (sums.issued[at] != 0 || sums.cut[at] != 0) {
        issued.add(
            new Issued(
                worth.units().get(at).code(),
                units(at, sums.issued[at]),
                units(at, sums.cut[at]),
                units(at, sums.takenBack[at])));
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
    long[] draft = new long[worth.count()];
    long[] live = new long[worth.count()];
    for (int month = 0; month < script.months().count(); month++) {
      for (int unit = 0; unit < worth.count(); unit++) {
        draft[unit] += all.draft.outstanding[unit][month];
        live[unit] += all.live.outstanding[unit][month];
      }
      months.add(new Month(script.months().end(month), outstanding(draft), outstanding(live)));
    }
    return months;
  }

  private List<Outstanding> outstanding(long[] amounts) {
    List<Outstanding> units = new ArrayList<>();
    for (int at = 0; at < amounts.length; at++) {
      units.add(
          new Outstanding(
              worth.units().get(at).code(), units(at, amounts[at]), liability(at, amounts[at])));
    }
    return units;
  }

  private MemberPart member(Best.Member one) {
    List<UnitDifference> units = new ArrayList<>();
    for (int at = 0; at < worth.count(); at++) {
      if (one.draftUnits().get(at) != 0 || one.liveUnits().get(at) != 0) {
        units.add(
            new UnitDifference(
                worth.units().get(at).code(),
                units(at, one.draftUnits().get(at)),
                units(at, one.liveUnits().get(at))));
      }
    }
    Fate fate = one.fate();
    return new MemberPart(
        one.id().toString(),
        money(fate.draft()),
        money(fate.live()),
        money(fate.draft() - fate.live()),
        units,
        one.examples().stream().map(this::example).toList());
  }

  private Example example(Life.Example one) {
    return new Example(
        TypeId.text(Purchase.PREFIX, one.purchase()),
        one.at(),
        money(one.draftValue()),
        money(one.liveValue()),
        one.draft().stream().map(given -> effect(given, draftCodes)).toList(),
        one.live().stream().map(given -> effect(given, liveCodes)).toList());
  }

  private Effect effect(Given given, Map<UUID, String> codes) {
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

  private String units(int unit, long amount) {
    return Amount.plain(amount, worth.units().get(unit).decimals());
  }

  private @Nullable String liability(int unit, long amount) {
    return worth.units().get(unit).worth() == null ? null : money(worth.money(unit, amount));
  }

  private String money(long minor) {
    return Amount.plain(minor, decimals);
  }
}
