package club.vafa.operations.shop;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happens in the café's year. */
public sealed interface Act {
  Instant at();

  /** Somebody joins the club. */
  record Join(Person person, Instant at) implements Act {}

  /**
   * Somebody buys. Its source and number name it forever.
   *
   * @param person null for somebody who is no member
   * @param coupon a code they bring along, or null
   * @param wish what they would like to pay with besides money
   */
  record Sale(
      String source,
      String number,
      @Nullable Person person,
      Till till,
      Instant at,
      List<Line> lines,
      @Nullable String coupon,
      Wish wish)
      implements Act {
    public Sale {
      lines = List.copyOf(lines);
    }

    public long total() {
      return lines.stream().mapToLong(Line::amount).sum();
    }
  }

  /** Goods of a sale come back; no line means all of them. */
  record GiveBack(Sale sale, @Nullable Integer line, Instant at) implements Act {}

  /** Somebody rates a visit with one to five stars. */
  record Review(Person person, String number, int stars, Instant at) implements Act {}

  /** Somebody comes to an evening at the café, to taste or to learn. */
  record Visit(Person person, String number, String occasion, Instant at) implements Act {}

  /** One line; quantity in thousandths, amount and cost of the whole line. */
  record Line(Good good, long quantity, long amount, long cost) {}

  /** What somebody would like to pay with, if they have enough of it. */
  enum Wish {
    MONEY,
    POINTS,
    CREDIT,
    STAMPS
  }
}
