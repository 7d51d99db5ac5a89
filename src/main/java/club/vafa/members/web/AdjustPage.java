package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Statements.WalletView;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberNames;
import club.vafa.members.Profile;
import club.vafa.members.Wallets;
import club.vafa.members.Wallets.Correction;
import club.vafa.members.web.MemberDesk.Sent;
import club.vafa.members.web.MemberDesk.Told;
import club.vafa.ui.Faults;
import club.vafa.ui.Option;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Corrects a member's balance with a reason, and takes the correction back. */
@Hidden
@Controller
class AdjustPage {
  private static final String TEMPLATE = "members/adjust";
  private static final String PATH = MembersListing.PATH + "/{id}/adjust";

  private final Wallets wallets;
  private final MemberDesk desk;
  private final Clubs clubs;
  private final Pages pages;

  AdjustPage(Wallets wallets, MemberDesk desk, Clubs clubs, Pages pages) {
    this.wallets = wallets;
    this.desk = desk;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.ADJUSTMENTS_WRITE)
  ResponseEntity<byte[]> ask(Screen screen, Caller caller, @PathVariable String id) {
    return pages.show(
        screen, TEMPLATE, form(screen, clubs.get(caller.club()), desk.profile(caller, id)));
  }

  private static MemberForm form(Screen screen, Club club, Profile profile) {
    String path = MemberDesk.path(profile.id());
    List<Option> units =
        club.units().stream()
            .map(unit -> new Option(unit.code(), unit.name(screen.language())))
            .toList();
    return new MemberForm(
        screen.text("members.adjust.title", "name", MemberNames.plain(screen, profile)),
        screen.text("members.adjust.hint"),
        screen.text("members.adjust"),
        path + "/adjust",
        path,
        Typed.NOTHING,
        Faults.NONE,
        units);
  }

  @PostMapping(PATH)
  @Needs(Scope.ADJUSTMENTS_WRITE)
  ResponseEntity<byte[]> adjust(
      Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    Club club = clubs.get(caller.club());
    Profile profile = desk.profile(caller, id);
    Input input = new Input();
    Optional<BigDecimal> amount = typed.number("amount", input);
    Correction correction =
        new Correction(typed.at("unit"), amount.orElse(null), typed.at("reason"));
    Outcome<List<WalletView>> outcome =
        input.faulty()
            ? Outcome.refused(input.refusals())
            : wallets.adjust(club, profile.id(), caller.actor(), correction);
    return desk.answer(
        new Sent(screen, TEMPLATE, form(screen, club, profile), typed),
        outcome,
        _ ->
            new Told(
                MemberDesk.path(profile.id()),
                new Toast(
                    screen.text("members.adjust.done"), undo(club, profile.id(), correction))));
  }

  /** The address names the last movement, so that nothing is taken back twice or too late. */
  private String undo(Club club, MemberId member, Correction made) {
    Unit unit = club.unit(String.valueOf(made.unit())).orElseThrow();
    BigDecimal amount = made.amount() == null ? BigDecimal.ZERO : made.amount().negate();
    return MemberDesk.path(member)
        + "/adjust/undo?unit="
        + unit.code()
        + "&amount="
        + amount.toPlainString()
        + "&last="
        + latest(club.id(), member, unit).orElseThrow();
  }

  private Optional<UUID> latest(ClubId club, MemberId member, Unit unit) {
    return wallets.statement(club, member, unit.number(), new Paging(1, null)).data().stream()
        .findFirst()
        .map(line -> line.entry().id());
  }

  @PostMapping(PATH + "/undo")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  @Takes({"unit", "amount", "last"})
  ResponseEntity<byte[]> undo(Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    Club club = clubs.get(caller.club());
    Profile profile = desk.profile(caller, id);
    String unit = typed.at("unit");
    boolean still =
        club.unit(unit)
            .flatMap(of -> latest(club.id(), profile.id(), of))
            .filter(entry -> entry.toString().equals(typed.at("last")))
            .isPresent();
    Input input = new Input();
    Optional<BigDecimal> back = typed.number("amount", input);
    Outcome<List<WalletView>> outcome =
        !still || back.isEmpty()
            ? Outcome.refused(Refusal.of(MemberCode.CORRECTION_NOT_LAST))
            : wallets.adjust(
                club,
                profile.id(),
                caller.actor(),
                new Correction(unit, back.get(), screen.text("members.adjust.undone")));
    return desk.answer(
        new Sent(screen, TEMPLATE, form(screen, club, profile), typed),
        outcome,
        _ ->
            new Told(
                MemberDesk.path(profile.id()),
                new Toast(screen.text("members.adjust.undone"), null)));
  }
}
