package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberFilter;
import club.vafa.members.MemberNames;
import club.vafa.members.Members;
import club.vafa.members.Merging;
import club.vafa.members.Profile;
import club.vafa.members.Profiles;
import club.vafa.members.web.MemberDesk.Sent;
import club.vafa.members.web.MemberDesk.Told;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What becomes of a member: blocked and let in again, merged into another, forgotten. */
@Hidden
@Controller
class MemberActsPage {
  private static final String CONFIRM = "members/confirm";
  private static final String MERGE = "members/merge";
  private static final int TWO = 2;

  private final Members members;
  private final Profiles profiles;
  private final Merging merging;
  private final MemberDesk desk;
  private final Clubs clubs;
  private final Pages pages;

  MemberActsPage(
      Members members,
      Profiles profiles,
      Merging merging,
      MemberDesk desk,
      Clubs clubs,
      Pages pages) {
    this.members = members;
    this.profiles = profiles;
    this.merging = merging;
    this.desk = desk;
    this.clubs = clubs;
    this.pages = pages;
  }

  /** A form of one of these acts; its texts are named after it. */
  private static MemberForm form(Screen screen, Profile profile, String act) {
    String path = MemberDesk.path(profile.id());
    return new MemberForm(
        screen.text("members." + act + ".title", "name", MemberNames.plain(screen, profile)),
        screen.text("members." + act + ".hint"),
        screen.text("members." + act),
        path + "/" + act,
        path,
        Typed.NOTHING,
        Faults.NONE,
        List.of());
  }

  @GetMapping(MembersListing.PATH + "/{id}/block")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> askToBlock(Screen screen, Caller caller, @PathVariable String id) {
    return pages.show(screen, CONFIRM, form(screen, desk.profile(caller, id), "block"));
  }

  @PostMapping(MembersListing.PATH + "/{id}/block")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> block(Screen screen, Caller caller, @PathVariable String id) {
    Profile profile = desk.profile(caller, id);
    String path = MemberDesk.path(profile.id());
    return desk.answer(
        new Sent(screen, CONFIRM, form(screen, profile, "block"), Typed.NOTHING),
        profiles.block(caller.club(), profile.id()),
        _ -> new Told(path, new Toast(screen.text("members.block.done"), path + "/unblock")));
  }

  @PostMapping(MembersListing.PATH + "/{id}/unblock")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> unblock(Screen screen, Caller caller, @PathVariable String id) {
    Profile profile = desk.profile(caller, id);
    String path = MemberDesk.path(profile.id());
    return desk.answer(
        new Sent(screen, CONFIRM, form(screen, profile, "block"), Typed.NOTHING),
        profiles.unblock(caller.club(), profile.id()),
        _ -> new Told(path, new Toast(screen.text("members.unblock.done"), null)));
  }

  @GetMapping(MembersListing.PATH + "/{id}/erase")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> askToErase(Screen screen, Caller caller, @PathVariable String id) {
    return pages.show(screen, CONFIRM, form(screen, desk.profile(caller, id), "erase"));
  }

  @PostMapping(MembersListing.PATH + "/{id}/erase")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> erase(Screen screen, Caller caller, @PathVariable String id) {
    Profile profile = desk.profile(caller, id);
    return desk.answer(
        new Sent(screen, CONFIRM, form(screen, profile, "erase"), Typed.NOTHING),
        profiles.erase(caller.club(), profile.id()),
        _ -> new Told(MembersListing.PATH, new Toast(screen.text("members.erase.done"), null)));
  }

  @GetMapping(MembersListing.PATH + "/{id}/merge")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> askToMerge(Screen screen, Caller caller, @PathVariable String id) {
    return pages.show(screen, MERGE, form(screen, desk.profile(caller, id), "merge"));
  }

  @PostMapping(MembersListing.PATH + "/{id}/merge")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> merge(Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    Club club = clubs.get(caller.club());
    Profile profile = desk.profile(caller, id);
    return desk.answer(
        new Sent(screen, MERGE, form(screen, profile, "merge"), typed),
        other(club, typed.at("into"))
            .then(
                into -> merging.merge(club, new Merging.Wish(profile.id(), into, caller.actor()))),
        after ->
            new Told(
                MemberDesk.path(after.id()), new Toast(screen.text("members.merge.done"), null)));
  }

  /** The one member that is meant by a number of any kind. */
  private Outcome<MemberId> other(Club club, String typed) {
    Outcome<MemberId> nobody = Outcome.refused(Refusal.at("/into", MemberCode.MEMBER_NOT_FOUND));
    if (typed.isEmpty()) {
      return nobody;
    }
    return MemberId.parse(typed)
        .map(Outcome::done)
        .orElseGet(() ->
            members
                .listed(
                    club.id(),
                    club.region(),
                    new MemberFilter(
                        typed, null, null, null, null, MemberFilter.Order.JOINED, true),
                    new Members.Part(null, TWO))
                .then(page ->
                    page.data().size() == 1 ? Outcome.done(page.data().getFirst().id()) : nobody));
  }
}
