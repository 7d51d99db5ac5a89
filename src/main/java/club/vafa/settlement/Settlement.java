package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.settlement.Reckoning.Before;
import club.vafa.settlement.Reckoning.Period;
import club.vafa.settlement.TermsStore.By;
import club.vafa.settlement.TermsStore.Closed;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The partners of a coalition, what they agreed to, what they owe, and what they paid. */
@Component
public class Settlement {
  private final TermsStore terms;
  private final MovementStore movements;
  private final PaymentStore payments;
  private final Reader reader;
  private final Clubs clubs;
  private final Clock clock;
  private final Ids ids;

  Settlement(
      TermsStore terms,
      MovementStore movements,
      PaymentStore payments,
      Reader reader,
      Clubs clubs,
      Clock clock,
      Ids ids) {
    this.terms = terms;
    this.movements = movements;
    this.payments = payments;
    this.reader = reader;
    this.clubs = clubs;
    this.clock = clock;
    this.ids = ids;
  }

  /** What the coalition asks and pays from a day on. */
  @Transactional
  public Outcome<PriceList> put(Club club, PriceList list, String actor) {
    terms.lock(club.id());
    return open(club.id(), "/from", list.from())
        .map(_ -> {
          terms.add(club.id(), list, new By(actor, clock.instant()));
          return list;
        });
  }

  /** All price lists in the order in which they were made. */
  public List<PriceList> priceLists(ClubId club) {
    return terms.agreements(club).lists();
  }

  /** The price list of today. */
  public Optional<PriceList> prices(Club club) {
    return terms.agreements(club.id()).list(today(club));
  }

  /** Makes a partner, or says what holds of it from a day on. */
  @Transactional
  public Outcome<Partner> put(Club club, Partner partner, String actor) {
    terms.lock(club.id());
    for (int at = 0; at < partner.branches().size(); at++) {
      if (!clubs.has(club.id(), partner.branches().get(at), "")) {
        return Outcome.refused(
            Refusal.at(
                "/branches/" + at,
                SettlementCode.PARTNER_BRANCH_UNKNOWN,
                Map.of("value", partner.branches().get(at))));
      }
    }
    Optional<Place> taken = terms.agreements(club.id()).taken(partner);
    if (taken.isPresent()) {
      return Outcome.refused(
          Refusal.at(
              "/branches",
              SettlementCode.PARTNER_PLACE_TAKEN,
              Map.of("value", taken.get().code())));
    }
    return open(club.id(), "/from", partner.from())
        .map(_ -> {
          terms.add(club.id(), partner, new By(actor, clock.instant()));
          return partner;
        });
  }

  /** What is closed stays as it is: nothing begins on a day that is. */
  private Outcome<LocalDate> open(ClubId club, String at, LocalDate day) {
    Optional<LocalDate> last = terms.lastClosed(club);
    return last.isPresent() && !day.isAfter(last.get())
        ? Outcome.refused(
            Refusal.at(
                at,
                SettlementCode.SETTLEMENT_DAY_CLOSED,
                Map.of("day", day.toString(), "last", last.get().toString())))
        : Outcome.done(day);
  }

  public LocalDate today(Club club) {
    return club.day(clock.instant());
  }

  /** Everybody who is or was a partner, by code, as they are today. */
  public List<Partner> partners(Club club) {
    return terms.agreements(club.id()).partners(today(club));
  }

  public Optional<Partner> partner(Club club, String code) {
    return terms.agreements(club.id()).partner(code, today(club));
  }

  /** What was agreed with a partner, in the order in which it was. */
  public List<Partner> versions(ClubId club, String code) {
    return terms.agreements(club).versions(code);
  }

  /** Reads the books on; tells whether there may be more. */
  @Transactional
  public boolean readOn(Club club) {
    return terms.hasPartners(club.id()) && reader.readOn(club);
  }

  /** The period that runs, as far as the books were read; nothing while there is no partner. */
  public Optional<PartnersStatement> running(Club club) {
    return openPeriod(club, today(club)).map(period -> reckon(club, period));
  }

  public Optional<PartnersStatement> closed(ClubId club, int number) {
    return terms.statement(club, number);
  }

  /** Closed periods, the latest first, those before a number. */
  public List<PartnersStatement> closed(ClubId club, @Nullable Integer before, int limit) {
    return terms.closed(club, before, limit).stream()
        .map(one -> terms.statement(club, one.number()).orElseThrow())
        .toList();
  }

  /** The next period: from behind the last closed one, or from the first day of any partner. */
  private Optional<Period> openPeriod(Club club, LocalDate until) {
    Optional<Closed> last = terms.last(club.id());
    int number = last.map(Closed::number).orElse(0) + 1;
    return last.map(closed -> closed.last().plusDays(1))
        .or(() -> terms.agreements(club.id()).begin())
        .map(first -> new Period(number, first, until.isBefore(first) ? first : until, false));
  }

  private PartnersStatement reckon(Club club, Period period) {
    Before before =
        terms
            .last(club.id())
            .flatMap(last -> terms.statement(club.id(), last.number()))
            .map(last -> before(club, last, period))
            .orElseGet(() -> new Before(Map.of(), paid(club, period), 0));
    return new Reckoning(club, terms.agreements(club.id()), period)
        .statement(movements.sums(club.id(), period.first(), period.last()), before);
  }

  private Before before(Club club, PartnersStatement last, Period period) {
    return new Before(
        last.accounts().stream()
            .collect(
                Collectors.toMap(
                    PartnersStatement.Account::partner, PartnersStatement.Account::after)),
        paid(club, period),
        last.kittyAfter());
  }

  private Map<String, Long> paid(Club club, Period period) {
    // What was paid before the first day stands in the first statement.
    boolean closedBefore = terms.lastClosed(club.id()).isPresent();
    LocalDate from = closedBefore ? period.first() : LocalDate.EPOCH;
    return payments.paid(club.id(), from, period.last());
  }

  /**
   * Closes the running period with a day that is over. The statement never changes: what is
   * reported or comes back later stands in the next one.
   */
  @Transactional
  public Outcome<PartnersStatement> close(Club club, LocalDate through, String actor) {
    terms.lock(club.id());
    Optional<Period> open = openPeriod(club, through);
    if (open.isEmpty()) {
      return Outcome.refused(Refusal.of(SettlementCode.SETTLEMENT_NOT_BEGUN));
    }
    if (!through.isBefore(today(club))) {
      return Outcome.refused(
          Refusal.at(
              "/through",
              SettlementCode.SETTLEMENT_DAY_NOT_OVER,
              Map.of("day", through.toString())));
    }
    LocalDate first = open.get().first();
    if (through.isBefore(first)) {
      return Outcome.refused(
          Refusal.at(
              "/through",
              SettlementCode.SETTLEMENT_DAY_CLOSED,
              Map.of("day", through.toString(), "last", first.minusDays(1).toString())));
    }
    reader.readAll(club);
    PartnersStatement statement =
        reckon(club, new Period(open.get().number(), first, through, true));
    terms.close(club.id(), statement, new By(actor, clock.instant()));
    return Outcome.done(statement);
  }

  /**
   * A payment as it is asked for.
   *
   * @param day of it; today when null
   * @param amount minor units, below zero when the kitty pays; null when a pack says it
   */
  public record Wish(
      String partner,
      @Nullable LocalDate day,
      @Nullable Long amount,
      Payment.@Nullable Pack pack,
      @Nullable String note) {}

  /**
   * Notes money that was paid into or out of the kitty; a pack costs what its units do that day.
   */
  @Transactional
  public Outcome<Payment> pay(Club club, Wish wish, String actor) {
    terms.lock(club.id());
    LocalDate day = wish.day() == null ? today(club) : wish.day();
    Agreements agreements = terms.agreements(club.id());
    Optional<Partner> partner = agreements.partner(wish.partner(), day);
    if (partner.isEmpty()) {
      return Outcome.refused(
          Refusal.at(
              "/partner", SettlementCode.PARTNER_NOT_FOUND, Map.of("value", wish.partner())));
    }
    return open(club.id(), "/day", day)
        .then(_ -> amount(club, agreements, partner.get(), wish))
        .map(amount -> {
          Payment payment =
              new Payment(
                  ids.next(),
                  wish.partner(),
                  day,
                  amount,
                  wish.pack(),
                  wish.note(),
                  clock.instant(),
                  actor);
          payments.insert(club.id(), payment);
          return payment;
        });
  }

  private Outcome<Long> amount(Club club, Agreements agreements, Partner partner, Wish wish) {
    Payment.Pack pack = wish.pack();
    if (pack == null) {
      return wish.amount() == null || wish.amount() == 0
          ? Outcome.refused(Refusal.at("/amount", SettlementCode.PAYMENT_ZERO))
          : Outcome.done(wish.amount());
    }
    String unit = club.unit(pack.unit()).code();
    LocalDate day = wish.day() == null ? today(club) : wish.day();
    long price =
        agreements
            .price(partner, unit, day)
            .map(one -> one.issue().times(pack.units(), RoundingMode.HALF_UP))
            .orElse(0L);
    return price == 0
        ? Outcome.refused(
            Refusal.at("/unit", SettlementCode.PACK_WITHOUT_PRICE, Map.of("value", unit)))
        : Outcome.done(price);
  }

  /** Payments, newest first, of one partner or of all, those before the given one. */
  public List<Payment> payments(
      ClubId club, @Nullable String partner, @Nullable UUID before, int limit) {
    return payments.list(club, partner, before, limit);
  }
}
