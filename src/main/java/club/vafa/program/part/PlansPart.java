package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.memberships.LivePlans;
import club.vafa.memberships.Plan;
import club.vafa.memberships.PlanForm;
import club.vafa.memberships.PlanTerms;
import club.vafa.program.part.Becoming.Named;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The plans that can be joined; one that is not listed closes, and what runs ends in its time. */
@Component
@Order(40)
class PlansPart implements Part {
  private final LivePlans plans;
  private final Forms forms;

  PlansPart(LivePlans plans, Forms forms) {
    this.plans = plans;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "plans";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Plan plan : plans.of(club.id())) {
      items.put(plan.code(), forms.write(PlanForm.of(club, plan.code(), plan.terms())));
    }
    return new Items(items);
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    SortedMap<String, PlanTerms> listed = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/plans", becoming.faults())) {
      PlanForm form = forms.read(fields, PlanForm.class);
      if (form == null) {
        continue;
      }
      String code = form.codeOrNothing();
      PlanTerms terms = fields.noting(form.read(becoming.club()));
      if (terms != null) {
        fields.note(plans.against(code, terms));
        items.put(code, forms.write(PlanForm.of(becoming.club(), code, terms)));
        listed.put(code, terms);
      }
    }
    if (becoming.isChecked()) {
      name(listed, becoming);
    }
    return new Items(items);
  }

  private void name(SortedMap<String, PlanTerms> listed, Becoming becoming) {
    Set<String> codes = new HashSet<>();
    Set<PlanTerms> terms = new HashSet<>();
    for (Plan plan : plans.of(becoming.before().id())) {
      codes.add(plan.code());
      terms.add(plan.terms());
    }
    becoming.list(Named.PLAN, listed.keySet(), codes);
    becoming.list(Named.ENTITLEMENT, entitlements(listed.values()), entitlements(terms));
  }

  private static Set<String> entitlements(Collection<PlanTerms> plans) {
    Set<String> codes = new HashSet<>();
    plans.forEach(terms -> terms.entitlements().forEach(one -> codes.add(one.code())));
    return codes;
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("plan", change, telling, PlanPhrases::of);
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (PlanForm form : forms.wanted(change, PlanForm.class)) {
      PlanTerms terms = Put.done(form.read(how.becoming()));
      Put.done(plans.put(how.club().id(), form.codeOrNothing(), terms, how.actor()));
    }
    for (String code : change.removed()) {
      Put.done(plans.end(how.club().id(), code));
    }
  }
}
