package club.vafa.campaigns.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.campaigns.BatchId;
import club.vafa.campaigns.CampaignsCode;
import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponBatch;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.web.CouponsApi.BatchRequest;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Deed;
import club.vafa.ui.Fact;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Codes of coupons: made, taken along, looked up with the reason why they do not count. */
@Hidden
@Controller
class CouponCodesPage {
  static final String PATH = CouponsPage.PATH + "/codes";
  private static final String TEMPLATE = "campaigns/codes";
  private static final String SEARCH = "campaigns/code_search";
  private static final int AT_ONCE = 5_000;
  private static final int LONGEST_CODE = 100;

  private final Coupons coupons;
  private final Clock clock;
  private final Json json;
  private final Pages pages;

  CouponCodesPage(Coupons coupons, Clock clock, Json json, Pages pages) {
    this.coupons = coupons;
    this.clock = clock;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(CouponsPage.PATH + "/{id}/batches/new")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller, @PathVariable("id") String id) {
    Coupon coupon = CouponsPage.find(coupons, caller, id);
    Form form =
        Form.EMPTY.or("/pattern", coupon.code().replaceAll("[^A-Z0-9-]", "") + "-########?");
    return pages.show(screen, TEMPLATE, entry(screen, coupon, form.or("/active", "true")));
  }

  private static CouponEntry entry(Screen screen, Coupon coupon, Form form) {
    return new CouponEntry(form, new CouponWords(screen), CouponsPage.PATH + "/" + coupon.id());
  }

  @PostMapping(CouponsPage.PATH + "/{id}/batches/new")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Coupon coupon = CouponsPage.find(coupons, caller, id);
    Written written = new Written(sent, screen.club());
    Outcome<CouponBatch> begun =
        json.read(written.document(), BatchRequest.class)
            .then(in -> in.read(coupon.id(), caller.actor()))
            .then(wanted -> coupons.make(caller.club(), wanted));
    return pages.after(
        screen,
        begun,
        _ -> CouponsPage.PATH + "/" + id,
        new Again(TEMPLATE, faults -> entry(screen, coupon, written.form(faults))));
  }

  static Deed activate(Screen screen, String path, CouponBatch batch) {
    return new Deed(
        path + "/batches/" + batch.id() + "/activate",
        "",
        screen.text("coupons.activate", "count", batch.wanted()),
        screen.text("coupons.activate.hint"));
  }

  @PostMapping(CouponsPage.PATH + "/{id}/batches/{batch}/activate")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> activate(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @PathVariable("batch") String batch) {
    Coupon coupon = CouponsPage.find(coupons, caller, id);
    BatchId known =
        BatchId.parse(batch)
            .filter(one ->
                coupons
                    .batch(caller.club(), one)
                    .filter(found -> found.coupon().equals(coupon.id()))
                    .isPresent())
            .orElseThrow(() -> refused(CampaignsCode.COUPON_BATCH_NOT_FOUND));
    InputRefused.unlessDone(coupons.activate(caller.club(), known));
    return pages.goTo(screen, CouponsPage.PATH + "/" + id);
  }

  /** All codes of a coupon, one a line, for a printer or a mailing. */
  @GetMapping(CouponsPage.PATH + "/{id}/codes.csv")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> codes(Caller caller, @PathVariable("id") String id) {
    Coupon coupon = CouponsPage.find(coupons, caller, id);
    StringBuilder csv = new StringBuilder("code\r\n");
    String after = "";
    List<CouponCode> part;
    do {
      part = coupons.codes(caller.club(), coupon.id(), after, AT_ONCE);
      for (CouponCode code : part) {
        after = code.code();
        if (code.usable()) {
          csv.append(code.code()).append("\r\n");
        }
      }
    } while (part.size() == AT_ONCE);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + coupon.id() + ".csv\"")
        .cacheControl(CacheControl.noStore())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping(PATH)
  @Needs(Scope.COUPONS_READ)
  ResponseEntity<byte[]> search(
      Screen screen, Caller caller, @RequestParam(defaultValue = "") String code) {
    if (code.isBlank()) {
      return pages.show(screen, SEARCH, new CodeSearch("", Faults.NONE));
    }
    Optional<CouponCode> found = found(caller, code);
    if (found.isEmpty()) {
      List<Refusal> refusals = List.of(Refusal.of(CampaignsCode.CODE_NOT_FOUND));
      return pages.refused(
          screen, SEARCH, new CodeSearch(code.strip(), pages.faults(screen, refusals)));
    }
    return pages.show(screen, "list/sheet", sheet(screen, found.get(), Faults.NONE));
  }

  private Optional<CouponCode> found(Caller caller, String code) {
    return code.length() > LONGEST_CODE ? Optional.empty() : coupons.code(caller.club(), code);
  }

  private Sheet sheet(Screen screen, CouponCode code, Faults faults) {
    Instant now = clock.instant();
    Instant held = code.heldUntil();
    boolean holding = held != null && now.isBefore(held);
    String state = CouponCodesApi.state(code, now, holding);
    CouponWords words = new CouponWords(screen);
    List<Fact> facts = facts(words, code, state);
    if (held != null && holding) {
      facts.add(new Fact(screen.text("coupons.held"), screen.time(held)));
    }
    boolean good = state.equals("active") || state.equals("reserved");
    boolean may =
        screen.may(Scope.COUPONS_WRITE)
            && code.unique()
            && (good || state.equals("issued") || state.equals("held"));
    return new Sheet(
            code.code(),
            words.name(code.coupon()),
            new Mark(screen.text("coupons.code.state." + state), good ? Tone.GOOD : Tone.BAD),
            new Link(PATH, screen.text("coupons.codes.find")))
        .and(
            new Section(screen.text("coupons.code.about"), facts)
                .leadingTo(
                    code.member() != null && screen.may(Scope.MEMBERS_READ)
                        ? new Link(
                            "/console/members/" + code.member(), screen.text("coupons.member"))
                        : new Link(
                            CouponsPage.PATH + "/" + code.coupon().id(),
                            screen.text("coupons.to"))))
        .offering(
            may,
            new Deed(
                    PATH + "/cancel",
                    code.code(),
                    screen.text("coupons.code.cancel"),
                    screen.text("coupons.code.cancel.hint"))
                .forGood())
        .with(faults);
  }

  private static List<Fact> facts(CouponWords words, CouponCode code, String state) {
    Screen screen = words.screen();
    Instant until = code.until() == null ? code.coupon().until() : code.until();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("coupons.why"), screen.text("coupons.why." + state)));
    facts.add(new Fact(screen.text("coupons.of"), words.name(code.coupon())));
    if (until != null) {
      facts.add(new Fact(screen.text("coupons.until"), screen.day(until.minusMillis(1))));
    }
    return facts;
  }

  @PostMapping(PATH + "/cancel")
  @Needs(Scope.COUPONS_WRITE)
  ResponseEntity<byte[]> cancel(Screen screen, Caller caller, @RequestParam("to") String code) {
    CouponCode known = found(caller, code).orElseThrow(() -> refused(CampaignsCode.CODE_NOT_FOUND));
    return pages.after(
        screen,
        coupons.cancelCode(caller.club(), code),
        done -> PATH + "?code=" + URLEncoder.encode(done.code(), StandardCharsets.UTF_8),
        new Again("list/sheet", faults -> sheet(screen, known, faults)));
  }

  private static InputRefused refused(CampaignsCode code) {
    return new InputRefused(List.of(Refusal.of(code)));
  }
}
