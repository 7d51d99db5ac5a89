package club.vafa.clubs;

import club.vafa.api.Change;
import club.vafa.clubs.Brands.Trial;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of a brand; what is null stays, a change to nothing takes it away.
 *
 * @param color as people write it
 * @param logo the file: PNG, JPEG, WebP or SVG
 */
public record BrandChange(@Nullable Change<String> color, @Nullable Change<byte[]> logo) {
  /** How the club would look, unless this or something beside it is wrong. */
  public Outcome<Trial> with(Brands brands, ClubId club, List<Refusal> others) {
    Outcome<Trial> tried = brands.tried(club, this);
    if (others.isEmpty()) {
      return tried;
    }
    List<Refusal> all = new ArrayList<>(others);
    if (tried instanceof Refused<Trial>(List<Refusal> more)) {
      all.addAll(more);
    }
    return Outcome.refused(all);
  }
}
