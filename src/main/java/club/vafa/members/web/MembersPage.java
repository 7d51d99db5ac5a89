package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.members.Wallets;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Lists;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The members, for the staff: found, and looked at one by one. */
@Hidden
@Controller
class MembersPage implements MenuEntry {
  private final Members members;
  private final MembersListing listing;
  private final Wallets wallets;
  private final Clubs clubs;
  private final Pages pages;
  private final Lists lists;

  MembersPage(
      Members members,
      MembersListing listing,
      Wallets wallets,
      Clubs clubs,
      Pages pages,
      Lists lists) {
    this.members = members;
    this.listing = listing;
    this.wallets = wallets;
    this.clubs = clubs;
    this.pages = pages;
    this.lists = lists;
  }

  @GetMapping(MembersListing.PATH)
  @Needs(Scope.MEMBERS_READ)
  @Takes({"q", "sort", "after", "state", "phone", "from", "until", "c_*"})
  ResponseEntity<byte[]> list(Screen screen, Typed typed) {
    return lists.show(screen, typed, look(screen), listing.rows(screen));
  }

  private static Lists.Look look(Screen screen) {
    return new Lists.Look(
        "members",
        MembersListing.LISTING,
        screen.text("members.title"),
        screen.text("members.hint"),
        List.of(),
        new Listing.Empty(
            "user-plus", screen.text("members.none"), screen.text("members.none.hint")),
        screen.may(Scope.MEMBERS_WRITE)
            ? new Link(MembersListing.PATH + "/new", screen.text("members.new"), true)
            : null);
  }

  @GetMapping(MembersListing.PATH + "/export.{kind:csv|xlsx}")
  @Needs({Scope.MEMBERS_READ, Scope.MEMBERS_EXPORT})
  @Takes({"q", "sort", "after", "state", "phone", "from", "until", "c_*"})
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    lists.export(
        screen, look(screen), listing.rows(screen), new Lists.Answered(typed, answer, kind));
  }

  @GetMapping(MembersListing.PATH + "/{id}")
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable String id) {
    Club club = clubs.get(caller.club());
    Profile profile =
        MemberId.parse(id)
            .flatMap(member -> members.profile(caller.club(), member))
            .orElseThrow(() -> new InputRefused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND))));
    List<MemberBalance> balances =
        wallets.of(caller.club(), profile.id()).stream()
            .map(wallet -> MemberBalance.of(club, screen.language(), wallet))
            .toList();
    return pages.show(
        screen,
        "members/member",
        new MemberSheet(profile, balances, members.ownDays(caller.club(), profile.id())));
  }

  @Override
  public String title() {
    return "members.title";
  }

  @Override
  public String path() {
    return MembersListing.PATH;
  }

  @Override
  public String icon() {
    return "users";
  }

  @Override
  public int place() {
    return 200;
  }

  @Override
  public Scope needs() {
    return Scope.MEMBERS_READ;
  }
}
