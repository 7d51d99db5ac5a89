package club.vafa.rewards.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberNames;
import club.vafa.members.Members;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimId;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.Vouchers.Reason;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a member claimed: handed over, and what became of it. */
@Hidden
@Controller
class ClaimsPage {
  static final String PATH = RewardsPage.PATH + "/claims";
  private static final int LONGEST_REASON = 500;

  private final Rewards rewards;
  private final Members members;
  private final Clubs clubs;
  private final Pages pages;

  ClaimsPage(Rewards rewards, Members members, Clubs clubs, Pages pages) {
    this.rewards = rewards;
    this.members = members;
    this.clubs = clubs;
    this.pages = pages;
  }

  private String reward(RewardWords words, Claim claim) {
    return rewards
        .terms(words.club().id(), claim.reward(), claim.version())
        .name(words.screen().language());
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/end")
  @Needs(Scope.CLAIMS_WRITE)
  ResponseEntity<byte[]> end(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> sent) {
    Club club = clubs.get(caller.club());
    ClaimId known = ClaimId.parse(id).orElseThrow(ClaimsPage::unknown);
    Input input = new Input();
    String why = input.optionalText("/reason", sent.get("text/reason"), LONGEST_REASON);
    Reason reason = new Reason(caller.actor(), why);
    Function<Reason, Outcome<Claim>> end =
        switch (sent.getOrDefault("to", "")) {
          case "fulfilled" -> given -> rewards.fulfil(club, known, given);
          case "failed" -> given -> rewards.fail(club, known, given);
          case "revoked" -> given -> rewards.revoke(club, known, given);
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        input.faulty() ? Outcome.<Claim>refused(input.refusals()) : end.apply(reason),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(RewardsCode.CLAIM_NOT_FOUND)));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Club club = clubs.get(caller.club());
    Claim claim =
        ClaimId.parse(id)
            .flatMap(known -> rewards.claim(club.id(), known))
            .orElseThrow(ClaimsPage::unknown);
    RewardWords words = new RewardWords(screen, club);
    boolean may = screen.may(Scope.CLAIMS_WRITE);
    boolean waits = claim.state() == Claim.State.REQUESTED;
    String path = PATH + "/" + id + "/end";
    return new Sheet(
            reward(words, claim),
            MemberNames.of(screen, members, Stream.of(claim.member())).of(claim.member()),
            words.mark(claim.state()),
            new Link(PATH, screen.text("rewards.claims.back")))
        .and(
            new Section(screen.text("rewards.claim.about"), facts(words, claim))
                .leadingTo(
                    screen.may(Scope.MEMBERS_READ)
                        ? new Link(
                            "/console/members/" + claim.member(),
                            screen.text("rewards.claim.member"))
                        : null))
        .and(Section.list(screen.text("rewards.claim.steps"), "", steps(words, claim)))
        .offering(may && waits, deed(screen, path, "fulfilled").first())
        .offering(may && waits, deed(screen, path, "failed").forGood())
        .offering(
            may && claim.state() == Claim.State.FULFILLED, deed(screen, path, "revoked").forGood())
        .with(faults);
  }

  private static Deed deed(Screen screen, String path, String to) {
    return new Deed(
            path,
            to,
            screen.text("rewards.claim." + to),
            screen.text("rewards.claim." + to + ".hint"))
        .asking(new Ask("text/reason", screen.text("rewards.reason"), false));
  }

  private List<Fact> facts(RewardWords words, Claim claim) {
    Screen screen = words.screen();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("rewards.claim.paid"), words.paid(claim)));
    facts.add(new Fact(screen.text("rewards.claim.quantity"), screen.number(claim.quantity())));
    facts.add(new Fact(screen.text("rewards.claim.at"), screen.time(claim.claimedAt())));
    if (!claim.session().isEmpty()) {
      facts.add(new Fact(screen.text("rewards.claim.session"), claim.session()));
    }
    if (claim.dueAt() != null) {
      facts.add(
          new Fact(screen.text("rewards.claim.until"), screen.day(claim.dueAt().minusMillis(1))));
    }
    for (Voucher voucher : rewards.vouchers(words.club().id(), claim.id())) {
      facts.add(new Fact(screen.text("rewards.voucher"), voucher.shown(), true));
    }
    return facts;
  }

  private List<Item> steps(RewardWords words, Claim claim) {
    Screen screen = words.screen();
    return rewards.steps(words.club().id(), claim.id()).stream()
        .map(step ->
            new Item(
                words.mark(step.state()).text(),
                "",
                screen.time(step.at())
                    + " · "
                    + screen.who(step.actor())
                    + (step.reason() == null ? "" : " · " + step.reason()),
                Mark.NONE))
        .toList();
  }
}
