package club.vafa.replay.web;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.replay.PastId;
import club.vafa.replay.Pasts;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayResult;
import club.vafa.replay.ReplayResult.CampaignPart;
import club.vafa.replay.ReplayResult.MemberPart;
import club.vafa.replay.ReplayResult.Part;
import club.vafa.replay.ReplayResult.UnitSum;
import club.vafa.replay.web.ReplaySheet.Found;
import club.vafa.replay.web.ReplaySheet.Person;
import club.vafa.replay.web.ReplaySheet.Row;
import club.vafa.ui.Screen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells what a replay found: in sentences, and in figures beside what really ran. */
@Component
class ReplayWords {
  private static final int MOST_PEOPLE = 5;
  private static final int MOST_CAMPAIGNS = 500;

  /** Above this the decimals of a sum say nothing any more. */
  private static final BigDecimal NO_BILL = BigDecimal.valueOf(10_000);

  private final Campaigns campaigns;
  private final Members members;
  private final Pasts pasts;

  ReplayWords(Campaigns campaigns, Members members, Pasts pasts) {
    this.campaigns = campaigns;
    this.members = members;
    this.pasts = pasts;
  }

  Found found(Screen screen, Club club, Replay replay, ReplayResult result) {
    Telling telling = new Telling(screen, club);
    return new Found(
        says(telling, result),
        sums(telling, result),
        parts(telling, replay, result),
        people(telling, result.winners()),
        people(telling, result.losers()),
        notes(telling, replay, result));
  }

  /** Who reads, and in which club. */
  private record Telling(Screen screen, Club club) {
    /** Whole money: what a replay comes to is no bill. */
    String money(String decimal) {
      int decimals = Money.decimals(club.currency());
      BigDecimal whole = new BigDecimal(decimal);
      if (whole.abs().compareTo(NO_BILL) > 0) {
        whole = whole.setScale(0, RoundingMode.HALF_UP);
      }
      return screen.money(minor(whole.toPlainString(), decimals));
    }

    String units(String decimal, String code) {
      int decimals = club.unit(code).map(Unit::decimals).orElse(0);
      return screen.amount(new Amount(minor(decimal, decimals), decimals));
    }

    /** So many of a unit with its name. */
    String counted(String decimal, String code) {
      String name =
          club.unit(code)
              .map(unit -> unit.counted(screen.language(), new BigDecimal(decimal)))
              .orElse(code);
      return units(decimal, code) + " " + name;
    }

    String unit(String code) {
      return club.unit(code)
          .map(unit -> unit.names().getOrDefault(screen.language(), code))
          .orElse(code);
    }

    private static long minor(String decimal, int decimals) {
      return Amount.of(new BigDecimal(decimal), decimals).minor();
    }
  }

  private static List<String> says(Telling telling, ReplayResult result) {
    Screen screen = telling.screen();
    BigDecimal draft = new BigDecimal(result.draft().cost());
    BigDecimal live = new BigDecimal(result.live().cost());
    BigDecimal more = draft.subtract(live);
    List<String> says = new ArrayList<>();
    says.add(
        screen.text(
            "replay.says.over",
            "purchases",
            result.purchases(),
            "from",
            result.from() == null ? "" : screen.day(result.from()),
            "begun",
            result.from() == null ? "no" : "yes",
            "until",
            screen.day(result.until())));
    says.add(
        screen.text(
            "replay.says.cost",
            "more",
            more.signum() > 0 ? "more" : more.signum() < 0 ? "less" : "same",
            "difference",
            telling.money(more.abs().toPlainString()),
            "draft",
            telling.money(result.draft().cost()),
            "live",
            telling.money(result.live().cost())));
    says.add(
        screen.text(
            "replay.says.members",
            "better",
            result.members().better(),
            "worse",
            result.members().worse(),
            "same",
            result.members().same()));
    return says;
  }

  private static List<Row> sums(Telling telling, ReplayResult result) {
    Screen screen = telling.screen();
    List<Row> rows = new ArrayList<>();
    rows.add(
        new Row(
            screen.text("replay.cost"),
            telling.money(result.draft().cost()),
            telling.money(result.live().cost())));
    rows.add(
        new Row(
            screen.text("replay.discounts"),
            telling.money(result.draft().discounts()),
            telling.money(result.live().discounts())));
    Map<String, UnitSum> live =
        result.live().units().stream()
            .collect(Collectors.toMap(UnitSum::unit, Function.identity()));
    for (UnitSum draft : result.draft().units()) {
      UnitSum before = live.get(draft.unit());
      rows.add(
          new Row(
              screen.text("replay.issued", "unit", telling.unit(draft.unit())),
              telling.units(draft.issued(), draft.unit()),
              before == null ? "" : telling.units(before.issued(), draft.unit())));
    }
    rows.add(
        new Row(
            screen.text("replay.sales"),
            screen.number(result.draft().sales()),
            screen.number(result.live().sales())));
    rows.add(
        new Row(
            screen.text("replay.members"),
            screen.number(result.draft().members()),
            screen.number(result.live().members())));
    return rows;
  }

  private List<Row> parts(Telling telling, Replay replay, ReplayResult result) {
    Map<String, String> names = names(telling, replay);
    return result.campaigns().stream()
        .map((CampaignPart part) ->
            new Row(
                names.getOrDefault(part.code(), part.code()),
                part(telling, part.draft()),
                part(telling, part.live())))
        .toList();
  }

  private Map<String, String> names(Telling telling, Replay replay) {
    Map<String, String> names = new HashMap<>();
    for (Campaign one : campaigns.list(telling.club().id(), "", MOST_CAMPAIGNS)) {
      name(telling, one.published() == null ? one.draft() : one.published(), names);
    }
    replay.asked().campaigns().forEach(definition -> name(telling, definition, names));
    return names;
  }

  private static void name(
      Telling telling, @Nullable JsonNode definition, Map<String, String> into) {
    if (definition != null) {
      JsonNode all = definition.path("name");
      String own = all.path(telling.screen().language().code()).asString("");
      String any = all.valueStream().map(one -> one.asString("")).findFirst().orElse("");
      String name = own.isEmpty() ? any : own;
      if (!name.isEmpty()) {
        into.put(definition.path("code").asString(""), name);
      }
    }
  }

  private static String part(Telling telling, @Nullable Part part) {
    if (part == null) {
      return "";
    }
    String units =
        part.units().stream()
            .map(one -> telling.counted(one.issued(), one.unit()))
            .collect(Collectors.joining(" · "));
    String cost = telling.money(part.cost());
    return units.isEmpty() ? cost : cost + " · " + units;
  }

  private List<Person> people(Telling telling, List<MemberPart> parts) {
    List<MemberPart> some = parts.stream().limit(MOST_PEOPLE).toList();
    Map<String, String> names = called(telling.club().id(), some);
    return some.stream()
        .map(one ->
            new Person(
                one.called() == null ? one.member() : "",
                one.called() == null ? names.getOrDefault(one.member(), "") : one.called(),
                telling.money(one.draft()),
                telling.money(one.live()),
                telling.money(one.difference())))
        .toList();
  }

  private Map<String, String> called(ClubId club, List<MemberPart> parts) {
    List<MemberId> ids =
        parts.stream().flatMap(one -> MemberId.parse(one.member()).stream()).toList();
    return members.profiles(club, ids).stream()
        .collect(Collectors.toMap(profile -> profile.id().toString(), Profile::name));
  }

  private List<String> notes(Telling telling, Replay replay, ReplayResult result) {
    List<String> notes = new ArrayList<>();
    String past = replay.asked().past();
    if (past != null) {
      PastId.parse(past)
          .flatMap(id -> pasts.find(telling.club().id(), id))
          .ifPresent(file ->
              notes.add(
                  telling
                      .screen()
                      .text(
                          "replay.of_file",
                          "name",
                          telling.screen().apart(file.name()),
                          "rows",
                          file.refused())));
    }
    if (!result.notReplayed().isEmpty()) {
      notes.add(
          telling
              .screen()
              .text("replay.not_replayed", "codes", String.join(", ", result.notReplayed())));
    }
    return notes;
  }
}
