package club.vafa.campaigns.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.NextAct;
import club.vafa.api.Scope;
import club.vafa.campaigns.Approval;
import club.vafa.campaigns.ApprovalId;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.NewApproval;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Faults;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The campaigns of the club in plain words, for owners: read, paused and resumed. */
@Hidden
@Controller
class CampaignsPage implements MenuEntry {
  private static final String PATH = "/console/campaigns";
  private static final String TEMPLATE = "campaigns/list";
  private static final int MOST = 500;
  private static final int MOST_ASKED = 100;

  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Pages pages;
  private final NextAct acts;
  private final CampaignRows rows;

  CampaignsPage(Campaigns campaigns, Clubs clubs, Pages pages, NextAct acts, CampaignRows rows) {
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.pages = pages;
    this.acts = acts;
    this.rows = rows;
  }

  @GetMapping(PATH)
  @Needs(Scope.CAMPAIGNS_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, list(screen, caller, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/turn")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> turn(
      Screen screen, Caller caller, @PathVariable String id, @RequestParam String to) {
    CampaignId campaign =
        CampaignId.parse(id)
            .filter(known -> campaigns.find(caller.club(), known).isPresent())
            .orElseThrow(() -> refused(Refusal.of(CampaignsCode.CAMPAIGN_NOT_FOUND)));
    Outcome<Campaign> turned =
        switch (to) {
          case "paused" -> campaigns.pause(caller.club(), campaign, caller.actor());
          case "live" -> resumed(caller, campaign);
          case "ended" -> campaigns.end(caller.club(), campaign, caller.actor());
          case "discarded" -> campaigns.discard(clubs.get(caller.club()), campaign, caller.actor());
          default -> throw refused(Refusal.of(ApiCode.BAD_REQUEST));
        };
    return switch (turned) {
      case Done<Campaign> _ -> pages.goTo(screen, PATH);
      case Refused<Campaign>(var refusals) ->
          pages.refused(screen, TEMPLATE, list(screen, caller, pages.faults(screen, refusals)));
    };
  }

  private Outcome<Campaign> resumed(Caller caller, CampaignId id) {
    ClubId club = caller.club();
    if (campaigns.safety(club).secondPerson()) {
      acts.begins("approval.ask", id.toString());
      return campaigns
          .ask(club, new NewApproval.Resume(id, null, caller.actor()))
          .map(_ -> campaigns.find(club, id).orElseThrow());
    }
    return campaigns.resume(club, id, caller.actor());
  }

  /** A second person says yes or no; who asked may take it back. */
  @PostMapping(PATH + "/approvals/{id}")
  @Needs(Scope.CAMPAIGNS_APPROVE)
  ResponseEntity<byte[]> answer(
      Screen screen, Caller caller, @PathVariable String id, @RequestParam boolean yes) {
    ApprovalId approval =
        ApprovalId.parse(id)
            .filter(known -> campaigns.approval(caller.club(), known).isPresent())
            .orElseThrow(() -> refused(Refusal.of(CampaignsCode.APPROVAL_NOT_FOUND)));
    Club club = clubs.get(caller.club());
    Outcome<Approval> answered =
        yes
            ? campaigns.approve(club, approval, caller.actor())
            : campaigns.reject(club.id(), approval, null, caller.actor());
    return switch (answered) {
      case Done<Approval> _ -> pages.goTo(screen, PATH);
      case Refused<Approval>(var refusals) ->
          pages.refused(screen, TEMPLATE, list(screen, caller, pages.faults(screen, refusals)));
    };
  }

  private static InputRefused refused(Refusal refusal) {
    return new InputRefused(List.of(refusal));
  }

  private CampaignList list(Screen screen, Caller caller, Faults faults) {
    Club club = clubs.get(caller.club());
    List<CampaignRow> all =
        campaigns.list(club.id(), "", MOST).stream()
            .filter(campaign -> campaign.state() != Campaign.State.ENDED)
            .map(campaign -> rows.row(club, campaign, screen.language()))
            .toList();
    return new CampaignList(all, asked(screen, caller), screen.may(Scope.CAMPAIGNS_WRITE), faults);
  }

  /** What was asked of campaigns and is not answered, the latest first. */
  static List<Approval> waiting(Campaigns campaigns, ClubId club) {
    return campaigns.approvals(club, null, MOST_ASKED).stream()
        .filter(one -> one.answer() == null && one.campaign() != null)
        .toList();
  }

  /** What waits for a second person, of campaigns. */
  private List<CampaignAsked> asked(Screen screen, Caller caller) {
    return waiting(campaigns, caller.club()).stream()
        .flatMap(one ->
            campaigns.find(caller.club(), Objects.requireNonNull(one.campaign())).stream()
                .map(campaign -> asked(screen, caller, one, campaign)))
        .toList();
  }

  private CampaignAsked asked(Screen screen, Caller caller, Approval approval, Campaign campaign) {
    Club club = clubs.get(caller.club());
    CampaignRow row = rows.row(club, campaign, screen.language());
    String wanted = rows.whole(club, approval.definition(), screen.language());
    return new CampaignAsked(
        approval.id(),
        screen.text(
            "campaigns.asked." + approval.action().name().toLowerCase(Locale.ROOT),
            "person",
            screen.who(approval.requestedBy()),
            "campaign",
            rows.called(club, campaign, approval.definition(), screen.language())),
        wanted.isEmpty() ? row.sentence() : wanted,
        approval.requestedBy().equals(caller.actor()));
  }

  @Override
  public String title() {
    return "campaigns.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "speakerphone";
  }

  @Override
  public int place() {
    return 300;
  }

  @Override
  public Scope needs() {
    return Scope.CAMPAIGNS_READ;
  }
}
