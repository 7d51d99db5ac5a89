package club.vafa.program.part;

import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponForm;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.campaigns.NewCoupon;
import club.vafa.clubs.Club;
import club.vafa.rules.RulesCode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
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
      NewCoupon coupon = fields.noting(form.read(""));
      if (coupon != null) {
        if (becoming.isChecked()) {
          fields.note(campaigns.against(becoming.before().id(), coupon));
        }
        if (items.put(Coupons.plain(coupon.code()), forms.write(CouponForm.of(coupon))) != null) {
          becoming.faults().add(fields.at("code"), RulesCode.DUPLICATE);
        }
      }
    }
    return new Items(items);
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
    for (CouponForm form : forms.wanted(change, CouponForm.class)) {
      Put.done(campaigns.put(how.club().id(), Put.done(form.read(how.actor()))));
    }
  }
}
