package club.vafa.campaigns.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.campaigns.Approval;
import club.vafa.campaigns.ApprovalId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.web.CampaignRow.Phase;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a second person, and what they said. */
@Hidden
@Controller
class ApprovalsPage implements MenuEntry {
  private static final String PATH = "/console/approvals";
  private static final int LONGEST_REASON = 500;

  private final Campaigns campaigns;
  private final CampaignRows rows;
  private final Clubs clubs;
  private final Pages pages;

  ApprovalsPage(Campaigns campaigns, CampaignRows rows, Clubs clubs, Pages pages) {
    this.campaigns = campaigns;
    this.rows = rows;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.CAMPAIGNS_APPROVE)
  ResponseEntity<byte[]> list(
      Screen screen, Caller caller, @RequestParam(required = false) @Nullable String after) {
    Page<Approval> page =
        InputRefused.unlessDone(Paging.read(null, after))
            .page(
                (start, most) -> campaigns.approvals(caller.club(), start, most),
                approval -> approval.id().value());
    List<Item> items =
        page.data().stream()
            .map(approval ->
                new Item(
                    title(screen, approval),
                    PATH + "/" + approval.id(),
                    screen.who(approval.requestedBy())
                        + " · "
                        + screen.time(approval.requestedAt()),
                    mark(screen, approval)))
            .toList();
    Listing listing =
        new Listing(
                screen.text("campaigns.approvals"),
                screen.text("campaigns.approvals.hint"),
                items,
                new Listing.Empty(
                    "user-check",
                    screen.text("campaigns.approvals.none"),
                    screen.text("campaigns.approvals.none.hint")))
            .goingOn(page.next() == null ? null : PATH + "?after=" + page.next());
    return pages.show(screen, "list/page", listing);
  }

  private static String action(Screen screen, Approval approval) {
    return screen.text("campaigns.approval." + approval.action().name().toLowerCase(Locale.ROOT));
  }

  /** What is asked for, and of which campaign. */
  private String title(Screen screen, Approval approval) {
    return about(screen, approval)
        .map(row ->
            screen.text(
                "campaigns.approval.of",
                "action",
                action(screen, approval),
                "campaign",
                row.name()))
        .orElseGet(() -> action(screen, approval));
  }

  private Optional<CampaignRow> about(Screen screen, Approval approval) {
    Club club = clubs.get(screen.club().caller().club());
    return Optional.ofNullable(approval.campaign())
        .flatMap(id -> campaigns.find(club.id(), id))
        .map(campaign -> rows.row(club, campaign, screen.language()));
  }

  private static Mark mark(Screen screen, Approval approval) {
    Approval.Answer answer = approval.answer();
    if (answer == null) {
      return new Mark(screen.text("campaigns.approval.pending"), Tone.PLAIN);
    }
    return answer.approved()
        ? new Mark(screen.text("campaigns.approval.approved"), Tone.GOOD)
        : new Mark(screen.text("campaigns.approval.rejected"), Tone.BAD);
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.CAMPAIGNS_APPROVE)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  private Approval find(Caller caller, String id) {
    return ApprovalId.parse(id)
        .flatMap(known -> campaigns.approval(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(CampaignsCode.APPROVAL_NOT_FOUND))));
  }

  /** Whoever approves a whole program could publish it. */
  private static boolean may(Caller caller, Approval approval) {
    return approval.action() != Approval.Action.PROGRAM || caller.may(Scope.PROGRAM_PUBLISH);
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Approval approval = find(caller, id);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("campaigns.approval.by"), screen.who(approval.requestedBy())));
    facts.add(new Fact(screen.text("campaigns.approval.at"), screen.time(approval.requestedAt())));
    if (approval.note() != null) {
      facts.add(new Fact(screen.text("campaigns.approval.note"), approval.note()));
    }
    if (approval.effectiveFrom() != null) {
      facts.add(
          new Fact(screen.text("campaigns.approval.from"), screen.time(approval.effectiveFrom())));
    }
    campaign(screen, approval, facts);
    Approval.Answer answer = approval.answer();
    if (answer != null) {
      facts.add(new Fact(screen.text("campaigns.approval.answered"), screen.who(answer.by())));
      if (answer.reason() != null) {
        facts.add(new Fact(screen.text("campaigns.approval.reason"), answer.reason()));
      }
    }
    boolean waits = answer == null;
    boolean own = approval.requestedBy().equals(caller.actor());
    return new Sheet(
            title(screen, approval),
            "",
            mark(screen, approval),
            new Link(PATH, screen.text("campaigns.approvals.back")))
        .and(
            new Section(screen.text("campaigns.approval.about"), facts)
                .leadingTo(where(screen, approval)))
        .offering(waits && !own && may(caller, approval), deed(screen, id, "approve").first())
        .offering(
            waits,
            deed(screen, id, "reject")
                .asking(new Ask("text/reason", screen.text("campaigns.approval.reason"), false))
                .forGood())
        .with(faults);
  }

  /** What would be in force, and what is. */
  private void campaign(Screen screen, Approval approval, List<Fact> facts) {
    Club club = clubs.get(screen.club().caller().club());
    String wanted = rows.whole(club, approval.definition(), screen.language());
    if (!wanted.isEmpty()) {
      facts.add(new Fact(screen.text("campaigns.approval.wanted"), wanted));
    }
    about(screen, approval)
        .filter(row -> row.phase() != Phase.DRAFT)
        .ifPresent(
            row -> facts.add(new Fact(screen.text("campaigns.approval.now"), row.sentence())));
  }

  private static @Nullable Link where(Screen screen, Approval approval) {
    return switch (approval.action()) {
      case PUBLISH, RESUME ->
          new Link(
              "/console/campaigns/" + approval.campaign() + "/edit",
              screen.text("campaigns.approval.look"));
      case PROGRAM -> new Link("/console/program", screen.text("campaigns.approval.look.program"));
      case SAFETY -> null;
    };
  }

  private static Deed deed(Screen screen, String id, String to) {
    return new Deed(
        PATH + "/" + id,
        to,
        screen.text("campaigns.approval.do." + to),
        screen.text("campaigns.approval.do." + to + ".hint"));
  }

  @PostMapping(PATH + "/{id}")
  @Needs(Scope.CAMPAIGNS_APPROVE)
  ResponseEntity<byte[]> answer(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam Map<String, String> sent) {
    Approval approval = find(caller, id);
    Input input = new Input();
    String reason = input.optionalText("/reason", sent.get("text/reason"), LONGEST_REASON);
    if (input.faulty()) {
      throw new InputRefused(input.refusals());
    }
    Outcome<Approval> answered =
        switch (sent.getOrDefault("to", "")) {
          case "approve" -> approved(caller, approval);
          case "reject" -> campaigns.reject(caller.club(), approval.id(), reason, caller.actor());
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        answered,
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private Outcome<Approval> approved(Caller caller, Approval approval) {
    if (!may(caller, approval)) {
      throw new InputRefused(
          List.of(
              Refusal.at(
                  "", ApiCode.SCOPE_MISSING, Map.of("scope", Scope.PROGRAM_PUBLISH.text()))));
    }
    return campaigns.approve(clubs.get(caller.club()), approval.id(), caller.actor());
  }

  @Override
  public String title() {
    return "campaigns.approvals";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "circle-check";
  }

  @Override
  public int place() {
    return 495;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.CAMPAIGNS_APPROVE;
  }
}
