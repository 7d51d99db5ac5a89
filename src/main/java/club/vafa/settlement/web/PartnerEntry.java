package club.vafa.settlement.web;

import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.ui.Form;
import club.vafa.ui.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The form of a partner.
 *
 * @param code of the partner; empty for a new one
 * @param branches names by code
 * @param units names by code
 * @param billings names of the ways to pay
 */
public record PartnerEntry(
    Form form,
    String code,
    Map<String, String> branches,
    Map<String, String> units,
    Map<String, String> billings,
    String currency) {
  /** An empty one of a new partner. */
  static PartnerEntry of(Screen screen, Club club, List<Branch> branches) {
    Map<String, String> shops = new LinkedHashMap<>();
    branches.forEach(branch -> shops.put(branch.code(), branch.name()));
    Map<String, String> billings = new LinkedHashMap<>();
    billings.put("postpaid", screen.text("settlement.billing.postpaid"));
    billings.put("prepaid", screen.text("settlement.billing.prepaid"));
    return new PartnerEntry(
        Form.EMPTY, "", shops, units(screen, club), billings, screen.currencySign());
  }

  PartnerEntry filled(Form other, String whose) {
    return new PartnerEntry(other, whose, branches, units, billings, currency);
  }

  static Map<String, String> units(Screen screen, Club club) {
    Map<String, String> units = new LinkedHashMap<>();
    club.units().forEach(unit -> units.put(unit.code(), unit.name(screen.language())));
    return units;
  }

  public boolean fresh() {
    return code.isEmpty();
  }

  public String back() {
    return fresh() ? SettlementPage.PATH : PartnerPage.PATH + "/" + code;
  }

  public String action() {
    return PartnerPage.PATH + (fresh() ? "/new" : "/" + code + "/edit");
  }

  /** Prices there are fields for: those there are, and one more. */
  public int prices() {
    return Math.min(units.size(), form.size("/prices") + 1);
  }
}
