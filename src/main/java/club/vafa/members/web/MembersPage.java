package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberFilter;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.members.Wallets;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Exports;
import club.vafa.ui.Faults;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Table;
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
  private final Exports exports;

  MembersPage(
      Members members,
      MembersListing listing,
      Wallets wallets,
      Clubs clubs,
      Pages pages,
      Exports exports) {
    this.members = members;
    this.listing = listing;
    this.wallets = wallets;
    this.clubs = clubs;
    this.pages = pages;
    this.exports = exports;
  }

  @GetMapping(MembersListing.PATH)
  @Needs(Scope.MEMBERS_READ)
  @Takes({
    "q",
    "sort",
    "after",
    "state",
    "phone",
    "from",
    "until",
    "c_name",
    "c_phone",
    "c_email",
    "c_external",
    "c_born",
    "c_joined",
    "c_state"
  })
  ResponseEntity<byte[]> list(Screen screen, Caller caller, Typed typed) {
    Club club = clubs.get(caller.club());
    String template = screen.fragment() ? "members/found" : "members/list";
    return switch (MembersListing.LISTING.read(typed, club.calendar())) {
      case Done<Asked>(Asked asked) -> pages.show(screen, template, table(screen, club, asked));
      case Refused<Asked>(List<Refusal> refusals) -> {
        Faults faults = pages.faults(screen, refusals);
        if (faults.byField().isEmpty()) {
          throw new InputRefused(refusals);
        }
        Asked asked = MembersListing.LISTING.unread(typed);
        yield pages.refused(
            screen, template, new Table(MembersListing.LISTING, asked, faults, List.of(), null, 0));
      }
    };
  }

  private Table table(Screen screen, Club club, Asked asked) {
    MemberFilter filter = MembersListing.filter(club, asked);
    Page<Profile> found =
        InputRefused.unlessDone(
            members.listed(
                club.id(),
                club.region(),
                filter,
                new Members.Part(asked.after().orElse(null), Page.USUAL)));
    long counted =
        asked.after().isEmpty() && found.next() == null
            ? found.data().size()
            : members.counted(club.id(), club.region(), filter, Table.MOST_COUNTED + 1);
    List<List<Cell>> rows =
        found.data().stream().map(profile -> MembersListing.row(screen, asked, profile)).toList();
    return new Table(MembersListing.LISTING, asked, Faults.NONE, rows, found.next(), counted);
  }

  @GetMapping(MembersListing.PATH + "/export.{kind:csv|xlsx}")
  @Needs({Scope.MEMBERS_READ, Scope.MEMBERS_EXPORT})
  @Takes({
    "q",
    "sort",
    "after",
    "state",
    "phone",
    "from",
    "until",
    "c_name",
    "c_phone",
    "c_email",
    "c_external",
    "c_born",
    "c_joined",
    "c_state"
  })
  void export(Screen screen, Typed typed, @PathVariable String kind, HttpServletResponse answer) {
    Club club = clubs.get(screen.club().caller().club());
    Asked asked = InputRefused.unlessDone(MembersListing.LISTING.read(typed, club.calendar()));
    List<String> headings =
        MembersListing.LISTING.shown(asked).stream().map(Column::title).map(screen::text).toList();
    exports.write(
        screen,
        answer,
        kind,
        new Exports.Content("members", headings, listing.all(screen, club, asked)));
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
