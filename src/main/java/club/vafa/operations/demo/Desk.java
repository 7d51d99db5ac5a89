package club.vafa.operations.demo;

import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.NewApproval;
import club.vafa.campaigns.NewBatch;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.program.WholeProgram;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What lies on the desk of the demo club's owner: nothing of it is live. The manager asks for one
 * of the drafts to be published.
 */
@Component
@Profile("demo")
class Desk {
  private static final String OWNER = "staff:owner";
  private static final String MANAGER = "staff:manager";

  private final Campaigns campaigns;
  private final Coupons coupons;
  private final WholeProgram program;
  private final DemoCampaigns definitions;

  Desk(Campaigns campaigns, Coupons coupons, WholeProgram program, DemoCampaigns definitions) {
    this.campaigns = campaigns;
    this.coupons = coupons;
    this.program = program;
    this.definitions = definitions;
  }

  void lay(Club club) {
    for (JsonNode draft : definitions.drafts()) {
      String code = draft.get("code").asString();
      Campaign kept =
          campaigns.list(club.id(), "", 50).stream()
              .filter(campaign -> campaign.code().equals(code))
              .findFirst()
              .map(live -> DemoClub.done(campaigns.redraft(club, live.id(), draft)))
              .orElseGet(() -> DemoClub.done(campaigns.draft(club, draft)));
      if (kept.version() > 0) {
        NewApproval question =
            new NewApproval.Publish(kept.id(), null, "صبح‌ها هنوز خلوت است", MANAGER);
        DemoClub.done(campaigns.ask(club.id(), question));
      }
    }
    for (Coupon coupon : coupons.list(club.id(), null, 50)) {
      if (coupon.kind() == Coupon.Kind.UNIQUE) {
        String clear = NewBatch.alphabet("clear");
        DemoClub.done(
            coupons.make(
                club.id(), new NewBatch(coupon.id(), 60, "E-####-####", clear, true, null, OWNER)));
      }
    }
    String live = program.live(club, Language.EN).file();
    DemoClub.done(program.put(club, "dearer-coffee", live.replace("2700", "3000"), OWNER));
  }
}
