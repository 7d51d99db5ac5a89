package club.vafa.memberships.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.memberships.MembershipCode;
import club.vafa.memberships.Plan;
import club.vafa.memberships.PlanForm;
import club.vafa.memberships.PlanId;
import club.vafa.memberships.PlanTerms;
import club.vafa.memberships.Plans;
import club.vafa.memberships.Plans.Wanted;
import club.vafa.ui.Deed;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Subpage;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans of paid memberships for owners: told, drafted, changed, opened, ended. */
@Hidden
@Controller
class PlansPage implements MenuEntry {
  static final String PATH = "/console/memberships/plans";
  private static final String TEMPLATE = "memberships/plan";

  private final Plans plans;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  PlansPage(Plans plans, Clubs clubs, Json json, Pages pages) {
    this.plans = plans;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  static List<Subpage> tabs() {
    return List.of(
        new Subpage("memberships.plans", PATH, Scope.PLANS_READ),
        new Subpage("memberships.all", MembershipsPage.PATH, Scope.MEMBERSHIPS_READ, true));
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.PLANS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    Form usual = Form.EMPTY.or("/period/count", "1").or("/period/each", "month").or("/tries", "3");
    return pages.show(screen, TEMPLATE, new PlanEntry(usual, new PlanWords(screen), PATH));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.PLANS_WRITE)
  ResponseEntity<byte[]> draft(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Plan> drafted =
        json.read(fitting(club, written.named("plan")), PlanForm.class)
            .then(in ->
                in.read(club).then(terms -> plans.draft(club.id(), in.codeOrNothing(), terms)));
    return pages.after(
        screen,
        drafted,
        plan -> PATH + "/" + plan.id(),
        new Again(
            TEMPLATE, faults -> new PlanEntry(written.form(faults), new PlanWords(screen), PATH)));
  }

  @GetMapping(PATH + "/{id}/edit")
  @Needs(Scope.PLANS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("id") String id) {
    Form form = Form.of(document(clubs.get(caller.club()), find(caller, id)));
    return pages.show(
        screen, TEMPLATE, new PlanEntry(form, new PlanWords(screen), PATH + "/" + id));
  }

  @PostMapping(PATH + "/{id}/edit")
  @Needs(Scope.PLANS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Plan plan = find(caller, id);
    Written written = new Written(sent, screen.club());
    Outcome<Plan> changed =
        json.read(fitting(club, written.over(document(club, plan))), PlanForm.class)
            .then(in -> in.read(club))
            .then(terms ->
                plans.change(club.id(), new Wanted(plan.id(), plan.code(), terms), caller.actor()));
    return pages.after(
        screen,
        changed,
        done -> PATH + "/" + done.id(),
        new Again(
            TEMPLATE,
            faults -> new PlanEntry(written.form(faults), new PlanWords(screen), PATH + "/" + id)));
  }

  private JsonNode document(Club club, Plan plan) {
    return json.tree(PlanForm.of(club, plan.code(), plan.terms()));
  }

  /** The fee is in the club's money; what has a name and no code gets one. */
  private static ObjectNode fitting(Club club, ObjectNode document) {
    if (document.get("fee") instanceof ObjectNode fee) {
      fee.put("currency", club.currency().getCurrencyCode());
    }
    if (document.get("entitlements") instanceof ArrayNode all) {
      for (JsonNode node : all) {
        if (node instanceof ObjectNode one) {
          if (!one.hasNonNull("code")) {
            one.put("code", Written.code(one.path("names").path("en").asString(""), "benefit"));
          }
          if (!one.path("limit").hasNonNull("uses")) {
            one.remove("limit");
          }
        }
      }
    }
    return document;
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.PLANS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/turn")
  @Needs(Scope.PLANS_WRITE)
  ResponseEntity<byte[]> turn(
      Screen screen, Caller caller, @PathVariable("id") String id, @RequestParam("to") String to) {
    Plan plan = find(caller, id);
    Outcome<Plan> turned =
        switch (to) {
          case "published" -> plans.publish(caller.club(), plan.id(), caller.actor());
          case "ended" -> plans.end(caller.club(), plan.id());
          default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
        };
    return pages.after(
        screen,
        turned,
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private Plan find(Caller caller, String id) {
    return PlanId.parse(id)
        .flatMap(known -> plans.find(caller.club(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(MembershipCode.PLAN_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Plan plan = find(caller, id);
    PlanWords words = new PlanWords(screen);
    PlanTerms terms = plan.terms();
    boolean may = screen.may(Scope.PLANS_WRITE) && plan.state() != Plan.State.ENDED;
    List<Item> gives =
        terms.entitlements().stream()
            .map(one ->
                new Item(
                    one.names().getOrDefault(screen.language(), one.code()),
                    "",
                    words.limit(one),
                    Mark.NONE))
            .toList();
    return new Sheet(
            words.name(plan),
            screen.text("memberships.code", "code", plan.code()),
            words.mark(plan),
            new Link(PATH, screen.text("memberships.back")))
        .and(new Section(screen.text("memberships.terms"), words.facts(terms)))
        .and(
            Section.list(
                screen.text("memberships.entitlements"),
                gives.isEmpty() ? screen.text("memberships.entitlements.none") : "",
                gives))
        .changedAt(may, new Link(PATH + "/" + id + "/edit", screen.text("memberships.change")))
        .offering(may && plan.state() == Plan.State.DRAFT, deed(screen, id, "published"))
        .offering(may, deed(screen, id, "ended").forGood())
        .with(faults);
  }

  private static Deed deed(Screen screen, String id, String to) {
    return new Deed(
        PATH + "/" + id + "/turn",
        to,
        screen.text("memberships.turn." + to),
        screen.text("memberships.turn." + to + ".hint"));
  }

  @Override
  public String title() {
    return "memberships.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "crown";
  }

  @Override
  public int place() {
    return 430;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.PLANS_READ;
  }
}
