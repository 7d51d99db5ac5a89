package club.vafa.settlement.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Partner;
import club.vafa.settlement.PartnerForm;
import club.vafa.settlement.Payment;
import club.vafa.settlement.Settlement;
import club.vafa.settlement.SettlementCode;
import club.vafa.settlement.web.PaymentsApi.PaymentIn;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** A partner: how it stands, what it pays, and the form of its terms. */
@Hidden
@Controller
class PartnerPage {
  static final String PATH = SettlementPage.PATH + "/partners";
  private static final String ONE = PATH + "/{code}";
  private static final String TEMPLATE = "settlement/partner";

  private final Settlement settlement;
  private final PartnerSheet sheets;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  PartnerPage(Settlement settlement, PartnerSheet sheets, Clubs clubs, Json json, Pages pages) {
    this.settlement = settlement;
    this.sheets = sheets;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.EMPTY, ""));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    return put(screen, caller, "", sent);
  }

  @GetMapping(ONE + "/edit")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    ObjectNode known = (ObjectNode) json.tree(PartnerForm.of(club, find(club, code)));
    known.remove("from");
    known.put("rewards", String.join("\n", find(club, code).rewards()));
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.of(known), code));
  }

  @PostMapping(ONE + "/edit")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    find(clubs.get(caller.club()), code);
    return put(screen, caller, code, sent);
  }

  /** A new one when there is no code yet. */
  private ResponseEntity<byte[]> put(
      Screen screen, Caller caller, String code, MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    ObjectNode document = written.without("prices", "unit");
    String typed = document.path("code").asString("");
    document.remove("code");
    String name = document.path("name").asString("");
    String known = code.isEmpty() ? typed : code;
    String wanted = known.isEmpty() ? Written.code(name, "partner") : known;
    Outcome<Partner> put =
        json.read(document, PartnerForm.class)
            .then(in -> in.read(club, wanted, settlement.today(club)))
            .then(partner -> settlement.put(club, partner, caller.actor()));
    return pages.after(
        screen,
        put,
        done -> PATH + "/" + done.code(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), code)));
  }

  private PartnerEntry entry(Screen screen, Caller caller, Form form, String code) {
    return PartnerEntry.of(screen, clubs.get(caller.club()), clubs.branches(caller.club()))
        .filled(form, code);
  }

  private Partner find(Club club, String code) {
    return settlement
        .partner(club, code)
        .orElseThrow(() ->
            new InputRefused(
                List.of(
                    Refusal.at(
                        "",
                        SettlementCode.PARTNER_NOT_FOUND,
                        Map.of("value", Input.shortened(code))))));
  }

  @GetMapping(ONE)
  @Needs(Scope.SETTLEMENT_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("code") String code) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, code));
  }

  private Sheet sheet(Screen screen, Caller caller, String code) {
    Club club = clubs.get(caller.club());
    boolean may = screen.may(Scope.SETTLEMENT_WRITE);
    String path = PATH + "/" + code;
    Ask note = new Ask("text/note", screen.text("settlement.pay.note"), false);
    return sheets
        .of(screen, club, find(club, code))
        .changedAt(may, new Link(path + "/edit", screen.text("settlement.partner.edit")))
        .offering(
            may,
            new Deed(
                    path + "/pay",
                    "pay",
                    screen.text("settlement.pay"),
                    screen.text("settlement.pay.hint"))
                .asking(new Ask("money/amount", screen.text("settlement.pay.amount"), true), note))
        .offering(
            may,
            new Deed(
                    path + "/pay",
                    "pack",
                    screen.text("settlement.pack"),
                    screen.text("settlement.pack.hint"))
                .asking(
                    new Ask(
                        "text/unit",
                        screen.text("settlement.pack.unit"),
                        true,
                        PartnerEntry.units(screen, club)),
                    new Ask("number/units", screen.text("settlement.pack.units"), true),
                    note));
  }

  @PostMapping(ONE + "/pay")
  @Needs(Scope.SETTLEMENT_WRITE)
  ResponseEntity<byte[]> pay(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Partner partner = find(club, code);
    Written written = new Written(sent, screen.club());
    ObjectNode document = written.document();
    document.put("partner", partner.code());
    Outcome<Payment> paid =
        json.read(document, PaymentIn.class)
            .then(in -> in.read(club))
            .then(wish -> settlement.pay(club, wish, caller.actor()));
    return pages.after(
        screen,
        paid,
        _ -> PATH + "/" + partner.code(),
        new Again(
            "list/sheet",
            faults -> sheet(screen, caller, partner.code()).with(written.form(faults))));
  }
}
