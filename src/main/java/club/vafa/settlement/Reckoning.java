package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.kernel.Rate;
import club.vafa.settlement.MovementStore.DaySum;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.PartnersStatement.Flow;
import club.vafa.settlement.PartnersStatement.Line;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a statement of the sums of a period. Pure: money comes from units and prices alone. */
final class Reckoning {
  private static final Comparator<Key> IN_ORDER =
      Comparator.comparing(Key::partner)
          .thenComparing(Key::unit)
          .thenComparing(Key::what)
          .thenComparing(Key::earlier)
          .thenComparingLong(Key::size)
          .thenComparing(key -> String.valueOf(key.rate()));

  private static final long PRECISELY = 1_000_000_000;

  private final Club club;
  private final Agreements agreements;
  private final Period period;
  private final Map<Key, Long> lines = new TreeMap<>(IN_ORDER);
  private final Map<String, Map<FlowKey, Long>> flows = new TreeMap<>();

  /** Which days, under which number. */
  record Period(int number, LocalDate first, LocalDate last, boolean closed) {}

  /** What stood before: each partner's debt, its payments in the period, and the kitty. */
  record Before(Map<String, Long> owed, Map<String, Long> paid, long kitty) {}

  private record Key(String partner, String unit, What what, boolean earlier, @Nullable Rate rate) {
    /** Roughly how high the price is, to put lower ones first. */
    long size() {
      return rate == null ? -1 : rate.times(PRECISELY, RoundingMode.DOWN);
    }
  }

  private record FlowKey(String issuer, String unit) implements Comparable<FlowKey> {
    @Override
    public int compareTo(FlowKey other) {
      return Comparator.comparing(FlowKey::issuer)
          .thenComparing(FlowKey::unit)
          .compare(this, other);
    }
  }

  Reckoning(Club club, Agreements agreements, Period period) {
    this.club = club;
    this.agreements = agreements;
    this.period = period;
  }

  PartnersStatement statement(List<DaySum> sums, Before before) {
    sums.forEach(this::add);
    List<Account> accounts =
        agreements.partners(period.last()).stream()
            .map(partner -> account(partner, before))
            .toList();
    return new PartnersStatement(
        period.number(),
        period.first(),
        period.last(),
        period.closed(),
        accounts,
        linesOf(""),
        Clearing.of(accounts),
        before.kitty(),
        accounts.stream().mapToLong(Account::net).reduce(0, Math::addExact));
  }

  private void add(DaySum sum) {
    String unit = club.unit(sum.spot().unit()).code();
    What what = sum.spot().what();
    Optional<Partner> whose = agreements.of(sum.spot().place(), sum.priceDay());
    Rate rate =
        whose
            .flatMap(partner -> agreements.price(partner, unit, sum.priceDay()))
            .map(price -> price.rate(what))
            .orElse(null);
    boolean earlier = what != What.EXPIRED && sum.priceDay().isBefore(period.first());
    String partner = whose.map(Partner::code).orElse("");
    lines.merge(new Key(partner, unit, what, earlier, rate), sum.amount(), Math::addExact);
    if (what == What.SPENT || what == What.GIVEN_BACK) {
      String issuer = agreements.of(sum.counter(), sum.priceDay()).map(Partner::code).orElse("");
      flows
          .computeIfAbsent(partner, _ -> new TreeMap<>())
          .merge(
              new FlowKey(issuer, unit),
              what == What.SPENT ? sum.amount() : -sum.amount(),
              Math::addExact);
    }
  }

  private Account account(Partner partner, Before before) {
    List<Line> own = linesOf(partner.code());
    long net = own.stream().mapToLong(Line::money).reduce(0, Math::addExact);
    long owed = before.owed().getOrDefault(partner.code(), 0L);
    long paid = before.paid().getOrDefault(partner.code(), 0L);
    List<Flow> from = new ArrayList<>();
    flows
        .getOrDefault(partner.code(), Map.of())
        .forEach((key, units) -> {
          if (units != 0) {
            from.add(new Flow(key.issuer(), key.unit(), units));
          }
        });
    return new Account(
        partner.code(),
        partner.name(),
        partner.billing(),
        own,
        from,
        net,
        owed,
        paid,
        Math.subtractExact(Math.addExact(owed, net), paid));
  }

  private List<Line> linesOf(String partner) {
    List<Line> own = new ArrayList<>();
    lines.forEach((key, units) -> {
      if (key.partner().equals(partner) && units != 0) {
        Rate rate = key.rate();
        own.add(
            new Line(
                key.unit(),
                key.what(),
                key.earlier(),
                units,
                rate,
                rate == null ? 0 : Price.money(key.what(), rate, units)));
      }
    });
    return own;
  }
}
