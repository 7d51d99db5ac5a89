package club.vafa.operations.demo;

import club.vafa.activity.NaturalKey;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.NewPurchase.Payment;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.ledger.Books;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Scope;
import club.vafa.operations.shop.Act.Line;
import club.vafa.operations.shop.Act.Sale;
import club.vafa.operations.shop.Act.Wish;
import club.vafa.operations.shop.Person;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Turns sales into what the tills send. Who would like to pay with points, credit or stamps does so
 * when there are enough: the tills look first.
 */
@Component
@Profile("demo")
class Paying {
  /** A coffee costs nine stamps. */
  private static final long STAMPS = 9;

  /** Nobody bothers with less than this many points or rial of credit. */
  private static final long LEAST_POINTS = 200;

  private static final long LEAST_CREDIT = 100_000;

  private final Ledger ledger;

  Paying(Ledger ledger) {
    this.ledger = ledger;
  }

  private record Purse(MemberId member, String unit) {}

  List<NewPurchase> purchases(Club club, List<Sale> sales, Doing.Tally tally) {
    Map<Purse, Long> purses = purses(club, sales, tally);
    List<NewPurchase> purchases = new ArrayList<>();
    for (Sale sale : sales) {
      List<Payment> payments = new ArrayList<>();
      Person person = sale.person();
      if (person != null && sale.wish() != Wish.MONEY) {
        Purse purse = new Purse(tally.member(person), unit(sale.wish()));
        long spends = spends(club, sale, purses.getOrDefault(purse, 0L));
        if (spends > 0) {
          purses.merge(purse, -spends, Long::sum);
          payments.add(new Payment.Wallet(purse.unit(), spends));
        }
      }
      purchases.add(purchase(club, sale, tally, payments));
    }
    return purchases;
  }

  NewPurchase withMoney(Club club, Sale sale, Doing.Tally tally) {
    return purchase(club, sale, tally, List.of());
  }

  private static String unit(Wish wish) {
    return switch (wish) {
      case POINTS, MONEY -> "points";
      case CREDIT -> "credit";
      case STAMPS -> "stamps";
    };
  }

  private Map<Purse, Long> purses(Club club, List<Sale> sales, Doing.Tally tally) {
    Set<MemberId> members = new HashSet<>();
    for (Sale sale : sales) {
      Person person = sale.person();
      if (person != null && sale.wish() != Wish.MONEY) {
        members.add(tally.member(person));
      }
    }
    Map<Purse, Long> purses = new HashMap<>();
    if (!members.isEmpty()) {
      Books books = ClubScope.call(club.id(), () -> ledger.look(club, Scope.of(members)));
      for (MemberId member : members) {
        for (Unit unit : club.units()) {
          purses.put(new Purse(member, unit.code()), books.balance(member, unit).active());
        }
      }
    }
    return purses;
  }

  /** At most half of the sale, which no discount of the demo club's campaigns can undercut. */
  private static long spends(Club club, Sale sale, long has) {
    Unit unit = club.unit(unit(sale.wish())).orElseThrow();
    long half = minor(club, sale.total()) / 2;
    long worth = unit.worth() == null ? 1 : unit.worth().times(1, RoundingMode.DOWN);
    long most = Math.min(has, half / worth);
    return switch (sale.wish()) {
      case STAMPS -> most >= STAMPS ? STAMPS : 0;
      case POINTS -> most >= LEAST_POINTS ? most - most % 100 : 0;
      case CREDIT -> most >= LEAST_CREDIT ? most - most % 10_000 : 0;
      case MONEY -> 0;
    };
  }

  private static NewPurchase purchase(
      Club club, Sale sale, Doing.Tally tally, List<Payment> payments) {
    Person person = sale.person();
    String coupon = sale.coupon();
    return new NewPurchase(
        key(sale),
        person == null ? null : ref(tally.member(person)),
        sale.at(),
        sale.till().branch(),
        sale.till().terminal(),
        sale.till().staff(sale.at().atZone(club.zone()).getHour() * 60),
        sale.lines().stream().map(line -> line(club, line)).toList(),
        coupon == null ? Set.of() : Set.of(coupon),
        payments,
        Doing.hash(sale.source() + sale.number()),
        null);
  }

  private static MemberRef ref(MemberId member) {
    return new MemberRef(MemberRef.Kind.ID, member.toString());
  }

  private static NewPurchase.Line line(Club club, Line line) {
    return new NewPurchase.Line(
        line.good().sku(),
        line.good().name(Language.FA),
        line.good().category(),
        line.quantity(),
        minor(club, line.good().price()),
        minor(club, line.amount()),
        minor(club, line.cost()));
  }

  static NaturalKey key(Sale sale) {
    return new NaturalKey(sale.source(), sale.number());
  }

  /** Rial in the minor units of the club's money. */
  static long minor(Club club, long rial) {
    return BigDecimal.valueOf(rial)
        .movePointRight(Money.decimals(club.currency()))
        .longValueExact();
  }
}
