package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.tiers.Projection.Goal;
import club.vafa.tiers.Projection.Missing;
import club.vafa.tiers.TierSet.Measure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells members what lies ahead of them, in their language and the club's calendar. */
@Component
class Outlook {
  private final Sentences sentences;

  Outlook(Sentences sentences) {
    this.sentences = sentences;
  }

  String toReach(Reader reader, Projection projection) {
    Goal next = projection.next();
    return next == null ? "" : toReach(reader, projection.set(), next);
  }

  String toKeep(Reader reader, Projection projection) {
    Goal keep = projection.keep();
    return keep == null ? "" : toKeep(reader, projection.set(), keep);
  }

  private String toReach(Reader reader, TierSet set, Goal goal) {
    LocalDate by = goal.by();
    Map<String, Object> args =
        Map.of(
            "tier",
            goal.tier().name(reader.language()),
            "has",
            by == null ? "no" : "yes",
            "date",
            by == null ? "" : date(reader, by),
            "missing",
            missing(reader, set, goal));
    return sentences.text(
        reader.language(), goal.reached() ? "tiers.coming" : "tiers.toReach", args);
  }

  private String toKeep(Reader reader, TierSet set, Goal goal) {
    LocalDate by = goal.by();
    Map<String, Object> args =
        Map.of(
            "tier",
            goal.tier().name(reader.language()),
            "date",
            by == null ? "" : date(reader, by),
            "missing",
            missing(reader, set, goal));
    return sentences.text(reader.language(), goal.reached() ? "tiers.kept" : "tiers.toKeep", args);
  }

  /** What is missing, joined by the word the set's rule asks for. */
  private String missing(Reader reader, TierSet set, Goal goal) {
    String word =
        set.match() == TierSet.Match.ANY
            ? sentences.text(reader.language(), "tiers.or", Map.of())
            : sentences.text(reader.language(), "tiers.and", Map.of());
    List<String> parts =
        goal.missing().stream()
            .filter(one -> one.left() > 0)
            .map(one -> missing(reader, one))
            .toList();
    return String.join(" " + word + " ", parts);
  }

  private String missing(Reader reader, Missing missing) {
    Measure measure = missing.measure();
    Club club = reader.club();
    Object amount = decimals(club, measure) == 0 ? missing.left() : decimal(club, missing);
    return switch (measure.by()) {
      case SPEND ->
          sentences.text(
              reader.language(),
              "tiers.missing.spend",
              Map.of("amount", amount, "currency", club.currency().getCurrencyCode()));
      case EARNED ->
          sentences.text(
              reader.language(),
              "tiers.missing.earned",
              Map.of(
                  "amount",
                  amount,
                  "unit",
                  club.unit(measure.unit())
                      .map(unit -> unit.counted(reader.language(), missing.left()))
                      .orElse(measure.unit())));
      case VISITS ->
          sentences.text(reader.language(), "tiers.missing.visits", Map.of("amount", amount));
      case TENURE ->
          sentences.text(reader.language(), "tiers.missing.tenure", Map.of("amount", amount));
    };
  }

  private static BigDecimal decimal(Club club, Missing missing) {
    return BigDecimal.valueOf(missing.left(), decimals(club, missing.measure()));
  }

  /** A day as the club's calendar writes it in the reader's language. */
  private static String date(Reader reader, LocalDate day) {
    return new Speech(reader.language()).date(day, reader.club().calendar());
  }

  private static int decimals(Club club, Measure measure) {
    return switch (measure.by()) {
      case SPEND -> Money.decimals(club.currency());
      case EARNED -> club.unit(measure.unit()).map(Unit::decimals).orElse(0);
      case VISITS, TENURE -> 0;
    };
  }
}
