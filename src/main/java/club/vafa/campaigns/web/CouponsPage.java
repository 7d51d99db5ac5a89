package club.vafa.campaigns.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponBatch;
import club.vafa.campaigns.CouponForm;
import club.vafa.campaigns.CouponId;
import club.vafa.campaigns.Coupons;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
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
import club.vafa.ui.Tone;
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

/** Coupons for owners: defined, looked at, cancelled. */
@Hidden
@Controller
class CouponsPage implements MenuEntry {
  static final String PATH = "/console/coupons";
  static final List<Subpage> TABS =
      List.of(
          new Subpage("coupons.title", PATH, Scope.COUPONS_READ, true),
          new Subpage("coupons.codes.find", CouponCodesPage.PATH, Scope.COUPONS_READ));
  private static final String TEMPLATE = "campaigns/coupon";
  private static final int BATCHES = 100;

  private final Coupons coupons;
  private final Json json;
  private final Pages pages;

  CouponsPage(Coupons coupons, Json json, Pages pages) {
    this.coupons = coupons;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen) {
    return pages.show(screen, TEMPLATE, entry(screen, Form.EMPTY));
  }

  private static CouponEntry entry(Screen screen, Form form) {
    return new CouponEntry(form, new CouponWords(screen), PATH);
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> define(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Written written = new Written(sent, screen.club());
    Outcome<Coupon> defined =
        json.read(written.without("limits", "uses"), CouponForm.class)
            .then(in -> in.read(caller.actor()))
            .then(coupon -> coupons.define(caller.club(), coupon));
    return pages.after(
        screen,
        defined,
        coupon -> PATH + "/" + coupon.id(),
        new Again(TEMPLATE, faults -> entry(screen, written.form(faults))));
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.COUPONS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, id, Faults.NONE));
  }

  @PostMapping(PATH + "/{id}/cancel")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> cancel(Screen screen, Caller caller, @PathVariable("id") String id) {
    CouponId known = CouponId.parse(id).orElseThrow(CouponsPage::unknown);
    return pages.after(
        screen,
        coupons.cancel(caller.club(), known),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, caller, id, faults)));
  }

  private static InputRefused unknown() {
    return new InputRefused(List.of(Refusal.of(CampaignsCode.COUPON_NOT_FOUND)));
  }

  /** The coupon of an address. */
  static Coupon find(Coupons coupons, Caller caller, String id) {
    return CouponId.parse(id)
        .flatMap(known -> coupons.find(caller.club(), known))
        .orElseThrow(CouponsPage::unknown);
  }

  private Sheet sheet(Screen screen, Caller caller, String id, Faults faults) {
    Coupon coupon = find(coupons, caller, id);
    CouponWords words = new CouponWords(screen);
    boolean may = screen.may(Scope.COUPONS_WRITE) && !coupon.cancelled();
    boolean unique = coupon.kind() == Coupon.Kind.UNIQUE;
    String path = PATH + "/" + id;
    Sheet sheet =
        new Sheet(
                words.name(coupon),
                screen.text("coupons.named", "code", coupon.code()),
                words.mark(coupon),
                new Link(PATH, screen.text("coupons.back")))
            .and(new Section(screen.text("coupons.about"), words.facts(coupon)))
            .changedAt(may && unique, new Link(path + "/batches/new", screen.text("coupons.make")));
    if (unique) {
      List<CouponBatch> batches = coupons.batches(caller.club(), coupon.id(), null, BATCHES);
      sheet = sheet.and(codes(screen, path, batches));
      for (CouponBatch batch : batches) {
        sheet =
            sheet.offering(may && !batch.active(), CouponCodesPage.activate(screen, path, batch));
      }
    }
    return sheet
        .offering(
            may,
            new Deed(
                    path + "/cancel",
                    "",
                    screen.text("coupons.cancel"),
                    screen.text("coupons.cancel.hint"))
                .forGood())
        .with(faults);
  }

  private static Section codes(Screen screen, String path, List<CouponBatch> batches) {
    List<Item> items =
        batches.stream()
            .map(batch ->
                new Item(
                    screen.text("coupons.batch", "count", batch.wanted()),
                    "",
                    screen.time(batch.createdAt()),
                    mark(screen, batch)))
            .toList();
    Link download = new Link(path + "/codes.csv", screen.text("coupons.download"));
    return Section.list(
            screen.text("coupons.codes"),
            items.isEmpty() ? screen.text("coupons.codes.none") : "",
            items)
        .leadingTo(screen.may(Scope.COUPONS_WRITE) && !items.isEmpty() ? download : null);
  }

  private static Mark mark(Screen screen, CouponBatch batch) {
    if (batch.finishedAt() == null) {
      return new Mark(screen.text("coupons.batch.making"), Tone.PLAIN);
    }
    return batch.active()
        ? new Mark(screen.text("coupons.batch.active"), Tone.GOOD)
        : new Mark(screen.text("coupons.batch.issued"), Tone.PLAIN);
  }

  @Override
  public String title() {
    return "coupons.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "rosette-discount";
  }

  @Override
  public int place() {
    return 410;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.COUPONS_READ;
  }
}
