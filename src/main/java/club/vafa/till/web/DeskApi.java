package club.vafa.till.web;

import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Brand;
import club.vafa.clubs.Brands;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import club.vafa.spending.Spending;
import club.vafa.spending.SpendingPolicy;
import club.vafa.ui.Shades;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the till whose it is, once when it starts; it keeps the answer for when nobody answers. */
@Hidden
@RestController
class DeskApi {
  private final Clubs clubs;
  private final Spending spending;
  private final Brands brands;
  private final Clock clock;

  DeskApi(Clubs clubs, Spending spending, Brands brands, Clock clock) {
    this.clubs = clubs;
    this.spending = spending;
    this.brands = brands;
    this.clock = clock;
  }

  @GetMapping("/till/data/desk")
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<Desk> desk(Caller caller) {
    Club club = clubs.get(caller.club());
    Instant now = clock.instant();
    String only = caller.branch();
    Desk desk =
        new Desk(
            part(club),
            caller.actor().replaceFirst("^staff:", ""),
            caller.actor(),
            only,
            clubs.branches(club.id()).stream()
                .filter(branch -> only == null || branch.code().equals(only))
                .toList(),
            clubs.terminals(club.id()).stream()
                .filter(terminal -> only == null || terminal.branch().equals(only))
                .toList(),
            club.units().stream().map(unit -> unit(club, unit, now)).toList(),
            new Desk.Rights(
                caller.may(Scope.MEMBERS_WRITE),
                caller.may(Scope.GIFTCARDS_READ),
                caller.may(Scope.PURCHASES_READ)),
            care(club),
            now);
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(desk);
  }

  private Desk.Care care(Club club) {
    SpendingPolicy policy = spending.policy(club.id());
    long free = policy.free();
    return new Desk.Care(
        free == Long.MAX_VALUE ? null : Amount.plain(free, Money.decimals(club.currency())),
        policy.offline());
  }

  private Desk.ClubPart part(Club club) {
    return new Desk.ClubPart(
        club.id().toString(),
        club.name(),
        club.currency().getCurrencyCode(),
        Money.decimals(club.currency()),
        club.zone().getId(),
        club.calendar().name().toLowerCase(Locale.ROOT),
        club.region(),
        club.look().toman(),
        look(club));
  }

  private Desk.Look look(Club club) {
    Brand brand = club.look().brand();
    Shades shades = brand.color() == null ? null : Shades.of(brand.color());
    String logo =
        brand.logo() == null
            ? ""
            : brands
                .file(club.id(), brand.version(), "receipt.png")
                .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
                .orElse("");
    return new Desk.Look(
        shades == null ? null : shades.light(), shades == null ? null : shades.dark(), logo);
  }

  private Desk.UnitPart unit(Club club, Unit unit, Instant now) {
    Language language = Call.current().language();
    Worth table = clubs.worth(club.id(), unit, now);
    Rate rate = table.rate(club.calendar(), club.day(now), Set.of());
    List<Worth.Goods> goods = table.goods(club.calendar(), club.day(now));
    return new Desk.UnitPart(
        unit.code(),
        unit.name(language),
        unit.forms().of(language),
        unit.kind().name().toLowerCase(Locale.ROOT),
        unit.decimals(),
        rate == null ? null : unit.worthOfOne(club, rate),
        plain(table.minimum(), unit),
        plain(table.step(), unit),
        plain(table.maximum(), unit),
        table.maxPercent(),
        goods.stream().map(Worth.Goods::sku).filter(Objects::nonNull).distinct().toList(),
        goods.stream().map(Worth.Goods::category).filter(Objects::nonNull).distinct().toList());
  }

  private static @Nullable String plain(@Nullable Long minor, Unit unit) {
    return minor == null ? null : Amount.plain(minor, unit.decimals());
  }
}
