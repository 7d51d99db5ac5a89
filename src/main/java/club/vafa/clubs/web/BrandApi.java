package club.vafa.clubs.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Change;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Brand;
import club.vafa.clubs.BrandChange;
import club.vafa.clubs.Brands;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Shades;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the club looks like, over HTTP. */
@RestController
class BrandApi {
  private final Brands brands;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  BrandApi(Brands brands, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.brands = brands;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * What the club looks like.
   *
   * @param version counts the changes; 0 as long as there was none
   * @param color the club's own; null when it wears Vafa's
   * @param logo address of the logo as PNG; null when there is none
   * @param light what pages wear in the light
   * @param dark and in the dark
   */
  @Schema(name = "Brand")
  record BrandView(
      int version,
      @Nullable String color,
      @Nullable String logo,
      Tints light,
      Tints dark,
      @Nullable String changedBy,
      @Nullable Instant changedAt) {
    static BrandView of(Club club, Brand brand) {
      Shades shades = Shades.of(brand.colorOrOwn());
      return new BrandView(
          brand.version(),
          brand.color(),
          brand.logo() == null ? null : brand.address(club.code(), "logo.png"),
          Tints.of(shades.light()),
          Tints.of(shades.dark()),
          brand.madeBy(),
          brand.madeAt());
    }
  }

  /**
   * Colours made of the club's one, which can be read on one another.
   *
   * @param fill of planes and buttons, and {@code onFill} what is written there
   * @param text for links and numbers on pages
   * @param soft a tint to lie behind such a text
   */
  record Tints(String fill, String onFill, String text, String soft) {
    static Tints of(Shades.Set set) {
      return new Tints(set.fill(), set.onFill(), set.text(), set.soft());
    }
  }

  /**
   * What to change; what is missing stays, null takes it away.
   *
   * @param color as #rrggbb
   * @param logo a PNG, JPEG, WebP or SVG file in Base64
   */
  record BrandRequest(@Nullable Change<String> color, @Nullable Change<String> logo) {
    Outcome<BrandChange> read() {
      if (logo == null || logo.value() == null) {
        return Outcome.done(new BrandChange(color, logo == null ? null : new Change<>(null)));
      }
      try {
        byte[] file = Base64.getMimeDecoder().decode(logo.value());
        return Outcome.done(new BrandChange(color, new Change<>(file)));
      } catch (IllegalArgumentException unreadable) {
        return Outcome.refused(Refusal.at("/logo", ClubsCode.LOGO_UNREADABLE));
      }
    }
  }

  @GetMapping("/v1/brand")
  @Needs(Scope.SETTINGS_READ)
  @Gives(BrandView.class)
  @Operation(operationId = "getBrand", summary = "What the club looks like")
  BrandView get(Caller caller) {
    Club club = clubs.get(caller.club());
    return BrandView.of(club, club.look().brand());
  }

  @PatchMapping("/v1/brand")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(BrandView.class)
  @Operation(
      operationId = "changeBrand",
      summary = "Change the club's colour and logo",
      description =
          "Shades for pages in the light and in the dark are made of the colour. A logo is drawn"
              + " anew as PNG of at most 512 points; the file itself is not kept.")
  ResponseEntity<?> change(@RequestBody BrandRequest request, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        request.read().then(change -> brands.change(club.id(), change, caller.actor())),
        brand -> BrandView.of(club, brand));
  }

  @PostMapping("/v1/brand/undo")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(BrandView.class)
  @Operation(operationId = "undoBrand", summary = "Look as before the last change")
  ResponseEntity<?> undo(Caller caller, HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.ok(brands.undo(club.id(), caller.actor()), brand -> BrandView.of(club, brand)));
  }
}
