package club.vafa.campaigns.form;

import club.vafa.rules.Catalogue.Entry;
import club.vafa.rules.Vocabulary.UnitInfo;
import java.util.Comparator;

/** Which units an effect can give, and which comes first. */
final class Units {
  /** Points before credit, as most campaigns give points. */
  static final Comparator<UnitInfo> ORDER =
      Comparator.comparing((UnitInfo unit) -> unit.kind() != UnitInfo.Kind.POINTS)
          .thenComparing(UnitInfo::code);

  private Units() {}

  /** Stamps are given one by one. */
  static boolean fits(Entry effect, UnitInfo unit) {
    return !effect.code().equals("stamp") || unit.kind() == UnitInfo.Kind.STAMPS;
  }
}
