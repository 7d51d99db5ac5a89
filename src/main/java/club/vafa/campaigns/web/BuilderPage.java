package club.vafa.campaigns.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.NextAct;
import club.vafa.api.Scope;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.CampaignId;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.NewApproval;
import club.vafa.campaigns.form.Days;
import club.vafa.campaigns.form.FormReader;
import club.vafa.campaigns.web.Builder.Work;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where owners write campaigns: the form is drawn from the catalogue of the rules. */
@Hidden
@Controller
class BuilderPage {
  private static final String PATH = "/console/campaigns";
  private static final String TEMPLATE = "campaigns/builder";
  private static final int MOST_CODES = 500;

  private final Campaigns campaigns;
  private final Clubs clubs;
  private final Builder builder;
  private final Pages pages;
  private final NextAct acts;

  BuilderPage(Campaigns campaigns, Clubs clubs, Builder builder, Pages pages, NextAct acts) {
    this.campaigns = campaigns;
    this.clubs = clubs;
    this.builder = builder;
    this.pages = pages;
    this.acts = acts;
  }

  /** A new campaign, or a copy of one. */
  @GetMapping(PATH + "/new")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> begin(
      Screen screen, Caller caller, @RequestParam(required = false) @Nullable String from) {
    Club club = clubs.get(caller.club());
    ObjectNode definition =
        from == null ? builder.reader(club).blank() : shown(known(caller, from)).deepCopy();
    definition.remove("code");
    return pages.show(screen, TEMPLATE, builder.sheet(screen, work(club, null, definition)));
  }

  @GetMapping(PATH + "/{id}/edit")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable String id) {
    Campaign campaign = known(caller, id);
    Work work = work(clubs.get(caller.club()), campaign, shown(campaign));
    return pages.show(screen, TEMPLATE, builder.sheet(screen, work));
  }

  /** Draws the form again with what was written; nothing is saved. */
  @PostMapping(PATH + "/form")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> draw(
      Screen screen,
      Caller caller,
      @RequestParam MultiValueMap<String, String> sent,
      @RequestHeader(name = "HX-Target", defaultValue = "") String target) {
    BuilderSheet sheet = builder.sheet(screen, read(caller, id(sent), sent));
    String part = target.equals("reads") ? "campaigns/reread" : "campaigns/form";
    return pages.show(screen, screen.fragment() ? part : TEMPLATE, sheet);
  }

  private static @Nullable String id(MultiValueMap<String, String> sent) {
    String id = sent.getFirst("id");
    return id == null || id.isEmpty() ? null : id;
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> create(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Work work = read(caller, null, sent);
    ObjectNode coded = work.definition().deepCopy();
    if (coded.path("code").asString("").isEmpty()) {
      coded.put("code", free(work.club(), coded));
    }
    return saved(screen, caller, work, campaigns.draft(work.club(), coded));
  }

  @PostMapping(PATH + "/{id}/edit")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> save(
      Screen screen,
      Caller caller,
      @PathVariable String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Work work = read(caller, id, sent);
    Campaign kept = known(caller, id);
    Instant seen = instant(sent.getFirst("seen"));
    Outcome<Campaign> saved =
        work.definition().equals(kept.draft()) || unchanged(work.definition(), kept)
            ? Outcome.done(kept)
            : campaigns.redraft(work.club(), kept.id(), work.definition(), seen);
    return saved(screen, caller, work, saved);
  }

  /** What is published already is no draft of its own. */
  private static boolean unchanged(JsonNode definition, Campaign kept) {
    return kept.draft() == null && definition.equals(kept.published());
  }

  private ResponseEntity<byte[]> saved(
      Screen screen, Caller caller, Work work, Outcome<Campaign> outcome) {
    Outcome<Campaign> done =
        outcome.then(campaign ->
            work.publish() ? published(caller, work, campaign) : Outcome.done(campaign));
    return switch (done) {
      case Done<Campaign> _ -> pages.goTo(screen, PATH);
      case Refused<Campaign>(List<Refusal> refusals) -> {
        Campaign kept = outcome instanceof Done<Campaign>(Campaign now) ? now : work.kept();
        if (kept != null) {
          // The code a new campaign was saved under is no field of the form any more.
          work.definition().put("code", kept.code());
        }
        Work again = work.refused(kept, refusals);
        yield pages.refused(screen, TEMPLATE, builder.sheet(screen, again));
      }
    };
  }

  private Outcome<Campaign> published(Caller caller, Work work, Campaign campaign) {
    boolean second = campaigns.safety(caller.club()).secondPerson();
    acts.begins(second ? "approval.ask" : "campaign.publish", campaign.id().toString());
    Instant from = null;
    if (!work.publishOn().isBlank()) {
      Club club = work.club();
      from =
          Days.read(work.publishOn(), club.calendar())
              .map(day -> day.atStartOfDay(club.zone()).toInstant())
              .orElse(null);
      if (from == null) {
        return Outcome.refused(Refusal.at("/effectiveFrom", InputCode.NOT_A_DATE));
      }
    }
    return second
        ? campaigns
            .ask(caller.club(), new NewApproval.Publish(campaign.id(), from, null, caller.actor()))
            .map(_ -> campaign)
        : campaigns.publish(work.club(), campaign.id(), from, caller.actor());
  }

  /** A code made of the name where that has letters for it; counted up until it is free. */
  private String free(Club club, JsonNode definition) {
    List<String> taken =
        campaigns.list(club.id(), "", MOST_CODES).stream().map(Campaign::code).toList();
    String plain = definition.at("/name/en").asString("").toLowerCase(Locale.ROOT);
    String name = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String base = name.isEmpty() ? "campaign" : name.substring(0, Math.min(30, name.length()));
    String begin = base.replaceAll("-$", "");
    String code = begin;
    for (int at = 2; taken.contains(code); at++) {
      code = begin + "-" + at;
    }
    return code;
  }

  private Work read(Caller caller, @Nullable String id, MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Campaign kept = id == null ? null : known(caller, id);
    ObjectNode base =
        FormReader.base(sent.getFirst("definition"))
            .orElseThrow(() -> refused(ApiCode.BAD_REQUEST));
    ObjectNode definition = builder.reader(club).read(base, sent);
    String on = sent.getFirst("publishOn");
    return new Work(
        club,
        kept,
        definition,
        null,
        "publish".equals(sent.getFirst("do")),
        on == null ? "" : on.strip(),
        sent);
  }

  private static Work work(Club club, @Nullable Campaign kept, ObjectNode definition) {
    return new Work(club, kept, definition, null, false, "", Map.of());
  }

  private Campaign known(Caller caller, String id) {
    return CampaignId.parse(id)
        .flatMap(known -> campaigns.find(caller.club(), known))
        .orElseThrow(() -> refused(CampaignsCode.CAMPAIGN_NOT_FOUND));
  }

  private static ObjectNode shown(Campaign campaign) {
    JsonNode shown = campaign.draft() == null ? campaign.published() : campaign.draft();
    return Optional.ofNullable(shown)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseThrow();
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null || text.isEmpty() ? null : Instant.parse(text);
    } catch (DateTimeException notATime) {
      throw refused(ApiCode.BAD_REQUEST);
    }
  }

  private static InputRefused refused(club.vafa.kernel.ProblemCode code) {
    return new InputRefused(List.of(Refusal.of(code)));
  }
}
