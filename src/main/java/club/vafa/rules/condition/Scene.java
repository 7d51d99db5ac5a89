package club.vafa.rules.condition;

import club.vafa.kernel.Money;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.amount.Whole;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts as conditions ask for them: local day and time, goods that count, coupons. */
public final class Scene {
  private static final int[] NO_LINES = {};
  private static final long DAY = 86_400;

  private final Facts facts;
  private final Vocabulary vocabulary;
  private final Days days;
  private final List<Line> lines;
  private final LocalDate date;
  private final int minute;
  private final Set<String> coupons;
  private final int[] goods;
  private final long basket;
  private long matchedAmount;
  private long matchedQuantity;

  public Scene(Facts facts, Vocabulary vocabulary, Days days) {
    this.facts = facts;
    this.vocabulary = vocabulary;
    this.days = days;
    long local = days.local(facts.at(), facts.zone());
    this.date = LocalDate.ofEpochDay(Math.floorDiv(local, DAY));
    this.minute = (int) Math.floorMod(local, DAY) / 60;
    Sale sale = facts.sale();
    this.lines = sale == null ? List.of() : sale.lines();
    this.coupons = sale == null ? Set.of() : plain(sale.coupons());
    this.goods = goods(lines);
    long total = 0;
    for (Line line : lines) {
      total = Whole.plus(total, line.amount());
    }
    this.basket = Math.max(0, total);
  }

  /** Lines that cost something; what is free or negative neither earns nor meets a condition. */
  private static int[] goods(List<Line> lines) {
    int count = 0;
    int[] found = lines.isEmpty() ? NO_LINES : new int[lines.size()];
    for (int at = 0; at < found.length; at++) {
      if (lines.get(at).amount() > 0) {
        found[count++] = at;
      }
    }
    return count == found.length ? found : java.util.Arrays.copyOf(found, count);
  }

  private static Set<String> plain(Set<String> codes) {
    if (codes.isEmpty()) {
      return Set.of();
    }
    Set<String> plain = HashSet.newHashSet(codes.size());
    for (String code : codes) {
      plain.add(CouponCode.plain(code));
    }
    return plain;
  }

  public Facts facts() {
    return facts;
  }

  public @Nullable Sale sale() {
    return facts.sale();
  }

  public @Nullable Person member() {
    return facts.member();
  }

  public List<Line> lines() {
    return lines;
  }

  public Line line(int at) {
    return lines.get(at);
  }

  /** Indexes of the lines that count. The array is shared: it is only read. */
  @SuppressWarnings("EI_EXPOSE_REP")
  public int[] goods() {
    return goods;
  }

  /** What the goods come to before discounts of campaigns, all lines together, never below zero. */
  public long basket() {
    return basket;
  }

  public Set<String> coupons() {
    return coupons;
  }

  public LocalDate date() {
    return date;
  }

  /** Minutes since local midnight. */
  public int minute() {
    return minute;
  }

  public Days.Day day() {
    return days.of(date, facts.calendar());
  }

  public Money money(long minor) {
    return new Money(minor, vocabulary.currency());
  }

  /** What the lines that the other conditions left come to; set before those that ask for it. */
  public long matchedAmount() {
    return matchedAmount;
  }

  /** Pieces on the lines that the other conditions left, in thousandths. */
  public long matchedQuantity() {
    return matchedQuantity;
  }

  public void matched(int[] matched) {
    matchedAmount = 0;
    matchedQuantity = 0;
    for (int at : matched) {
      matchedAmount = Whole.plus(matchedAmount, lines.get(at).amount());
      matchedQuantity = Whole.plus(matchedQuantity, Math.max(0, lines.get(at).quantity()));
    }
  }
}
