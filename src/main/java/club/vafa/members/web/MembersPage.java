package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberQuery;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.members.Wallets;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The members, for the staff: found, and looked at one by one. */
@Hidden
@Controller
class MembersPage implements MenuEntry {
  private static final String PATH = "/console/members";

  private final Members members;
  private final Wallets wallets;
  private final Clubs clubs;
  private final Pages pages;

  MembersPage(Members members, Wallets wallets, Clubs clubs, Pages pages) {
    this.members = members;
    this.wallets = wallets;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<byte[]> list(
      Screen screen,
      Caller caller,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String after) {
    String wanted = q.strip();
    Paging paging = InputRefused.unlessDone(Paging.read(null, after));
    Club club = clubs.get(caller.club());
    Page<Profile> found = found(club, wanted, paging);
    return pages.show(
        screen,
        screen.fragment() ? "members/found" : "members/list",
        new MemberList(wanted, found));
  }

  /** Whatever is typed: a phone, an address, a card, an own id, or else a name. */
  private Page<Profile> found(Club club, String wanted, Paging paging) {
    for (MemberQuery query : queries(club, wanted)) {
      Page<Profile> page = members.list(club.id(), query, paging);
      if (!page.data().isEmpty()) {
        return page;
      }
    }
    String name = wanted.isEmpty() ? null : wanted;
    return members.list(club.id(), new MemberQuery(null, null, name), paging);
  }

  /** What a number or an address may be; a name has neither a digit nor an at sign. */
  private List<MemberQuery> queries(Club club, String wanted) {
    boolean address = wanted.contains("@");
    if (!address && wanted.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    List<MemberQuery> queries = new ArrayList<>();
    (address ? members.email(wanted) : members.phone(wanted, club.region()))
        .ifPresent(key -> queries.add(new MemberQuery(key, null, null)));
    queries.add(new MemberQuery(null, wanted, null));
    members.externalId(wanted).ifPresent(key -> queries.add(new MemberQuery(key, null, null)));
    return queries;
  }

  @GetMapping(PATH + "/{id}")
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
    return pages.show(screen, "members/member", new MemberSheet(profile, balances));
  }

  @Override
  public String title() {
    return "members.title";
  }

  @Override
  public String path() {
    return PATH;
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
