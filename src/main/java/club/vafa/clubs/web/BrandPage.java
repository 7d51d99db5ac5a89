package club.vafa.clubs.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Brand;
import club.vafa.clubs.BrandForm;
import club.vafa.clubs.BrandSheet;
import club.vafa.clubs.Brands;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The club's colour and logo, tried out as they are chosen. */
@Hidden
@Controller
class BrandPage {
  private static final String PATH = "/console/settings/brand";
  private static final String TEMPLATE = "clubs/brand";

  private final Brands brands;
  private final BrandForm form;
  private final Clubs clubs;
  private final Pages pages;

  BrandPage(Brands brands, Clubs clubs, Pages pages) {
    this.brands = brands;
    this.form = new BrandForm(brands, pages);
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_READ)
  ResponseEntity<byte[]> show(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, BrandForm.sheet(screen, clubs.get(caller.club())));
  }

  /** How it would look; nothing is kept. */
  @PostMapping(PATH + "/preview")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> preview(
      Screen screen,
      Caller caller,
      Typed typed,
      @RequestParam(required = false) @Nullable MultipartFile logo) {
    BrandSheet sheet = form.tried(screen, clubs.get(caller.club()), typed, logo);
    return pages.show(screen, screen.fragment() ? "clubs/brand_preview" : TEMPLATE, sheet);
  }

  @PostMapping(PATH)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      Typed typed,
      @RequestParam(required = false) @Nullable MultipartFile logo) {
    Outcome<Brand> changed =
        brands.change(caller.club(), BrandForm.read(typed, logo), caller.actor());
    return switch (changed) {
      case Done<Brand> _ ->
          pages.goTo(screen, PATH, new Toast(screen.text("clubs.brand.done"), PATH + "/undo"));
      case Refused<Brand> _ ->
          pages.refused(
              screen, TEMPLATE, form.tried(screen, clubs.get(caller.club()), typed, logo));
    };
  }

  @PostMapping(PATH + "/undo")
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> undo(Screen screen, Caller caller) {
    brands.undo(caller.club(), caller.actor());
    return pages.goTo(screen, PATH, new Toast(screen.text("clubs.brand.undone"), null));
  }
}
