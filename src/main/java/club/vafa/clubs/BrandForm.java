package club.vafa.clubs;

import club.vafa.api.Change;
import club.vafa.api.Scope;
import club.vafa.clubs.Brands.Trial;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Shades;
import club.vafa.ui.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** The fields of a club's look, on the page of its own and among the first steps. */
public record BrandForm(Brands brands, Pages pages) {

  /** What was asked for by the fields of a form. */
  public static BrandChange read(Typed typed, @Nullable MultipartFile file) {
    Change<String> color = new Change<>(typed.on("own") ? typed.at("color") : null);
    if (typed.on("noLogo")) {
      return new BrandChange(color, new Change<>(null));
    }
    if (file == null || file.isEmpty()) {
      return new BrandChange(color, null);
    }
    try {
      return new BrandChange(color, new Change<>(file.getBytes()));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** As it is. */
  public static BrandSheet sheet(Screen screen, Club club) {
    Brand brand = club.look().brand();
    String changed =
        brand.madeBy() == null || brand.madeAt() == null
            ? ""
            : screen.text(
                "clubs.brand.changed",
                "who",
                screen.apart(brand.madeBy().replaceFirst("^staff:", "")),
                "when",
                screen.time(brand.madeAt()));
    return new BrandSheet(
        club.name(),
        brand.colorOrOwn(),
        brand.color() != null,
        brand.logo() == null ? "" : brand.address(club.code(), "mark.png"),
        Shades.of(brand.colorOrOwn()),
        changed,
        screen.may(Scope.SETTINGS_WRITE),
        Faults.NONE);
  }

  /** As it would be, with what is wrong with it. */
  public BrandSheet tried(Screen screen, Club club, Typed typed, @Nullable MultipartFile file) {
    BrandSheet now = sheet(screen, club);
    boolean own = typed.on("own");
    Outcome<Trial> tried = brands.tried(club.id(), read(typed, file));
    return switch (tried) {
      case Done<Trial>(Trial trial) ->
          new BrandSheet(
              club.name(),
              trial.color() == null ? Shades.OWN : trial.color(),
              own,
              trial.logo() == null
                  ? ""
                  : "data:image/png;base64," + Base64.getEncoder().encodeToString(trial.logo()),
              trial.shades(),
              now.changed(),
              now.mayChange(),
              Faults.NONE);
      case Refused<Trial>(List<Refusal> refusals) ->
          new BrandSheet(
              club.name(),
              typed.at("color"),
              own,
              now.logo(),
              now.shades(),
              now.changed(),
              now.mayChange(),
              pages.faults(screen, refusals));
    };
  }
}
