package club.vafa.rewards;

import club.vafa.clubs.Club;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a voucher is worth and how its code comes about.
 *
 * @param pattern of codes made here; null when they are imported
 * @param minimum what the goods must cost before it counts, minor units
 * @param keepsRest whether money that a sale did not use up stays for the next one
 * @param days how long it lives after it was handed out; null when it does not end by that
 * @param until the first instant at which it no longer counts, whenever it was handed out
 */
public record VoucherTerms(
    @Nullable String pattern,
    Benefit benefit,
    long minimum,
    boolean keepsRest,
    @Nullable Integer days,
    @Nullable Instant until) {

  /** What it does at the till. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Benefit.MoneyOff.class, name = "money"),
    @JsonSubTypes.Type(value = Benefit.PercentOff.class, name = "percent"),
    @JsonSubTypes.Type(value = Benefit.Goods.class, name = "goods"),
    @JsonSubTypes.Type(value = Benefit.Elsewhere.class, name = "elsewhere")
  })
  public sealed interface Benefit {
    /** So much off, minor units. */
    record MoneyOff(long amount) implements Benefit {}

    /** Millionths off, at most so much. */
    record PercentOff(long millionths, @Nullable Long most) implements Benefit {}

    /** Goods free, in thousandths of a piece. */
    record Goods(String sku, long quantity) implements Benefit {}

    /** Nothing here: it is shown at the door or to a partner. */
    record Elsewhere() implements Benefit {}
  }

  /** At least seven signs are drawn and one is the check sign. */
  private static final Pattern PATTERN = Pattern.compile("(?=.{8,40}$)([A-Z0-9-]*#){8,30}");

  /** So thinly sown are codes: of so many tried by chance, at most one is good. */
  static final long TRIES = 10_000;

  /** Whether a text is a pattern of codes: at least eight #, else capitals, digits and hyphens. */
  public static boolean isPattern(String text) {
    return PATTERN.matcher(text).matches();
  }

  /** When a voucher handed out now ends; null when it stays. */
  @Nullable Instant end(Club club, Instant handedOut) {
    if (days == null) {
      return until;
    }
    // All of the last day counts: whoever has 30 days has them whole, in the club's zone.
    Instant end = club.day(handedOut).plusDays(days + 1L).atStartOfDay(club.zone()).toInstant();
    return until == null || end.isBefore(until) ? end : until;
  }

  /** What a fresh voucher can still give: money, or one use. */
  long whole() {
    return benefit instanceof Benefit.MoneyOff(long amount) ? amount : 1;
  }
}
