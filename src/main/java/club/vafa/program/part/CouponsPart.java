package club.vafa.program.part;

import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponForm;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.campaigns.NewCoupon;
import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.rules.RulesCode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The coupons that count, without the codes made for them; one that is not listed is cancelled. */
@Component
@Order(50)
class CouponsPart implements Part {
  private final LiveCampaigns campaigns;
  private final Forms forms;

  CouponsPart(LiveCampaigns campaigns, Forms forms) {
    this.campaigns = campaigns;
    this.forms = forms;
  }

  @Override
  public String section() {
    return "coupons";
  }

  @Override
  public boolean stays() {
    return false;
  }

  @Override
  public Items live(Club club) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Coupon coupon : campaigns.coupons(club.id())) {
      items.put(coupon.code(), forms.write(CouponForm.of(coupon)));
    }
    return new Items(items);
  }

  @Override
  public Items read(JsonNode section, Becoming becoming) {
    SortedMap<String, ObjectNode> items = new TreeMap<>();
    for (Fields fields : Fields.entries(section, "/coupons", becoming.faults())) {
      CouponForm form = forms.read(fields, CouponForm.class);
      if (form == null) {
        continue;
      }
      switch (form.read("")) {
        case Done<NewCoupon>(NewCoupon coupon) -> {
          if (becoming.isChecked()) {
            Put.note(
                campaigns.against(becoming.before().id(), coupon),
                fields.pointer(),
                becoming.faults());
          }
          if (items.put(Coupons.plain(coupon.code()), forms.write(CouponForm.of(coupon))) != null) {
            becoming.faults().add(fields.at("code"), RulesCode.DUPLICATE);
          }
        }
        case Refused<NewCoupon>(var refusals) ->
            Put.note(refusals, fields.pointer(), becoming.faults());
      }
    }
    return new Items(items);
  }

  @Override
  public JsonNode write(Items items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items.byCode().values());
  }

  @Override
  public List<String> tell(Change change, Telling telling) {
    return ItemSayings.tell("coupon", change, telling, SmallPhrases::coupon);
  }

  @Override
  public void apply(Change change, Publishing how) {
    for (String code : change.removed()) {
      Put.done(campaigns.cancel(how.club().id(), code));
    }
    Set<String> wanted = new HashSet<>(change.added());
    wanted.addAll(change.changed());
    Becoming becoming = Becoming.known(how.club());
    for (Fields fields : Fields.entries(write(change.after()), "/coupons", becoming.faults())) {
      CouponForm form = forms.read(fields, CouponForm.class);
      if (form != null && wanted.contains(fields.node().path("code").asString(""))) {
        NewCoupon coupon = Put.done(form.read(how.actor()));
        Put.done(campaigns.put(how.club().id(), coupon));
      }
    }
  }
}
