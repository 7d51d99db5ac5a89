package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.ledger.Balance;
import club.vafa.ledger.Books;
import club.vafa.rewards.Booklet.To;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills stamp cards. A card is nothing of its own: its holes are the member's usable stamps of a
 * unit. As soon as there are enough they are spent, what ends first going first, and the reward is
 * given. With 8 stamps on a card of 10, a sale that brings 5 fills it once and leaves 3 on the
 * next.
 */
record Stamping(Booklet booklet, Books books, To to) {
  /** However many stamps came at once, a sale fills no more cards than this. */
  private static final long MOST_AT_ONCE = 100;

  record Whose(MemberId member, Unit unit, Instant at) {}

  static Map<String, Long> usable(Booklet booklet, Books books, MemberId member, Instant at) {
    Map<String, Long> usable = new HashMap<>();
    for (StampCard card : booklet.cards().values()) {
      Unit unit = booklet.club().unit(card.unit());
      usable.put(unit.code(), books.usable(member, unit, at));
    }
    return usable;
  }

  /** All stamps of a started card end together, so many days after the first of them. */
  static @Nullable Instant end(Booklet booklet, Books books, Whose whose) {
    StampCard card = booklet.cards().get(whose.unit().number());
    if (card == null || card.days() == null) {
      return null;
    }
    Balance balance = books.balance(whose.member(), whose.unit());
    Instant started = books.nextEnd(whose.member(), whose.unit());
    if (balance.active() + balance.pending() > 0 && started != null) {
      return started;
    }
    Club club = booklet.club();
    return club.day(whose.at()).plusDays(card.days() + 1L).atStartOfDay(club.zone()).toInstant();
  }

  List<Stamped> fill(Map<String, Long> before) {
    List<Stamped> stamped = new ArrayList<>();
    booklet.cards().values().stream()
        .sorted(Comparator.comparing(StampCard::code))
        .forEach(card -> {
          Unit unit = booklet.club().unit(card.unit());
          long had = before.getOrDefault(unit.code(), 0L);
          long has = books.usable(to.member(), unit, to.at());
          long holes = holes(card, unit);
          if (has > had || has >= holes) {
            stamped.add(fill(card, unit, had, has));
          }
        });
    return stamped;
  }

  /** The holes of a card in minor units of its unit. */
  static long holes(StampCard card, Unit unit) {
    return Math.multiplyExact(card.holes(), BigInteger.TEN.pow(unit.decimals()).longValueExact());
  }

  private Stamped fill(StampCard card, Unit unit, long had, long has) {
    long holes = holes(card, unit);
    List<Issued> vouchers = booklet.issue(card.reward(), Math.min(MOST_AT_ONCE, has / holes), to);
    long completed = vouchers.size();
    long spent = 0;
    if (completed > 0) {
      spent = card.carries() ? Math.multiplyExact(completed, holes) : has;
      Outcome<Books.Spent> gone =
          books.spend(
              to.member(),
              unit,
              spent,
              to.cause().because(to.cause().actor(), card.code()),
              to.at());
      if (gone instanceof Outcome.Refused<Books.Spent> refused) {
        throw new IllegalStateException("stamps that were counted were not there: " + refused);
      }
    }
    return new Stamped(
        card.code(), unit.code(), had, has - spent, completed, holes, spent, vouchers);
  }
}
