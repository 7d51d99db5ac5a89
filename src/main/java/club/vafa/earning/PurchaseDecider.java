package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.activity.Total;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Cause;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides one purchase on a round: the rules first, then what is due, then the payments, and only
 * when nothing is left to refuse are the books touched.
 */
@Component
class PurchaseDecider {
  private static final Decision NOTHING =
      new Decision(List.of(), List.of(), Map.of(), List.of(), Decision.Assigned.NOTHING);

  private final Campaigns campaigns;

  PurchaseDecider(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** A purchase decided and not yet booked. */
  record Decided(
      NewPurchase purchase,
      @Nullable Buyer buyer,
      @Nullable Person person,
      HandedIn vouchers,
      Decision decision,
      @Nullable CouponDesk coupons,
      Reads reads,
      Till till,
      long total,
      long discount) {

    /** What is to be paid for a line after vouchers and discounts. */
    long due(int line) {
      List<Long> discounts = decision.lineDiscounts();
      long off = vouchers.off().getOrDefault(line, 0L);
      return purchase.lines().get(line).amount()
          - off
          - (discounts.isEmpty() ? 0 : discounts.get(line));
    }

    /** What wallets and cards may pay at most: money on cards is paid with neither. */
    long due() {
      long sold = 0;
      for (Detail.Funded funded : till.funded()) {
        sold += due(funded.line());
      }
      return total - discount - sold;
    }
  }

  Outcome<Recorded<Purchase>> decide(
      Round round, NewPurchase purchase, @Nullable Buyer buyer, UUID id) {
    return judge(round, purchase, buyer).map(decided -> book(round, decided, id));
  }

  /** What becomes of a purchase, or why it is refused; nothing is touched yet. */
  Outcome<Decided> judge(Round round, NewPurchase purchase, @Nullable Buyer buyer) {
    Input input = new Input();
    List<Detail.Funded> funded = GiftLines.read(round, purchase, input);
    List<Detail.Paid> payments = Payments.read(round, purchase, buyer, input);
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    Till till = new Till(payments, funded, Payments.notEarning(round.club, payments));
    long total = purchase.total();
    HandedIn vouchers = HandedIn.of(round, purchase, buyer, Payments.goods(payments));
    Person person = buyer == null ? null : person(round, buyer, purchase.occurredAt());
    Program program = round.program(campaigns, purchase.occurredAt());
    MemberId member = buyer == null ? null : buyer.id();
    Reads reads = new Reads(program, counter -> round.used(member, counter));
    CouponDesk coupons = member == null ? null : CouponDesk.look(round, vouchers.others(), member);
    Decision decision =
        buyer == null || person == null || coupons == null
            ? NOTHING
            : round.decide(
                program,
                facts(
                    round.club,
                    vouchers.others().handing(coupons.names()),
                    buyer,
                    person,
                    till.notEarning(),
                    reads));
    long discount = vouchers.total() + decision.discount();
    Decided decided =
        new Decided(
            purchase, buyer, person, vouchers, decision, coupons, reads, till, total, discount);
    List<Refusal> against = Till.against(round, decided);
    return against.isEmpty() ? Outcome.done(decided) : Outcome.refused(against);
  }

  /** What the rules see. */
  static Facts facts(
      Club club, NewPurchase purchase, Buyer buyer, Person person, long notEarning, Usage used) {
    Sale sale =
        new Sale(
            text(purchase.branch()),
            text(purchase.terminal()),
            buyer.cardType(),
            Basket.of(club, purchase),
            purchase.coupons(),
            notEarning);
    return new Facts(
        TriggerKind.PURCHASE,
        "",
        purchase.occurredAt(),
        club.zone(),
        club.calendar(),
        sale,
        Map.of(),
        person,
        used);
  }

  static Person person(Round round, Buyer buyer, Instant at) {
    return person(round.total(buyer.id()), round.standing(buyer, at), buyer);
  }

  static Person person(Total total, Standing standing, Buyer buyer) {
    return new Person(
        buyer.joined(),
        buyer.birthDate(),
        standing,
        total.visits(),
        total.spent(),
        total.firstAt(),
        total.lastAt());
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private Recorded<Purchase> book(Round round, Decided decided, UUID id) {
    NewPurchase purchase = decided.purchase();
    Detail detail = settle(round, decided, id);
    Purchase recorded = recorded(round, decided, id, detail);
    round.newPurchases.add(recorded);
    round.purchases.put(recorded.key(), recorded);
    if (purchase.idempotencyKey() != null) {
      round.newKeys.add(
          new KeyStore.Key(purchase.idempotencyKey(), purchase.hash(), id, round.now));
    }
    List<NotApplied> missed = decided.decision().notApplied();
    return new Recorded<>(
        recorded, detail, CouponDesk.told(missed, detail.codes(), detail.refused()), false);
  }

  /** Touches counters, books and totals, and tells all that was decided. */
  Detail settle(Round round, Decided decided, UUID id) {
    return detail(decided, touch(round, decided, id));
  }

  /** Touches counters, books and totals. */
  Booked touch(Round round, Decided decided, UUID id) {
    NewPurchase purchase = decided.purchase();
    Buyer buyer = decided.buyer();
    MemberId member = buyer == null ? null : buyer.id();
    List<Detail.Counted> counted = count(round, member, decided.decision(), decided.reads());
    Effects.Carried carried = Effects.Carried.NOTHING;
    List<Detail.Held> wallets = List.of();
    List<Detail.Tiered> tiers = List.of();
    List<Perk> perks = perks(round, member, decided);
    round.booklet.use(decided.vouchers().handed(), id, purchase.occurredAt());
    Till.payWithCards(round, decided, id);
    GiftLines.fund(round, decided.till().funded(), id, purchase.occurredAt());
    CouponDesk coupons = decided.coupons();
    List<Detail.Redeemed> redeemed =
        coupons == null ? List.of() : coupons.redeem(id, decided.decision().notApplied());
    if (buyer != null && member != null) {
      round.books.visit(member, Cause.purchase(id), purchase.occurredAt());
      Till.spend(round, member, decided, id);
      carried =
          Effects.carryOut(
              round,
              decided.reads().program(),
              decided.decision(),
              new Effects.For(member, Cause.Kind.PURCHASE, id, purchase.occurredAt()));
      wallets = round.rehearsed ? List.of() : Effects.held(round.club, round.books, member);
      tiers = count(round, buyer, done(decided, id, carried.given()));
    }
    return new Booked(counted, carried, wallets, perks, tiers, redeemed);
  }

  /** What came of booking a purchase. */
  record Booked(
      List<Detail.Counted> counted,
      Effects.Carried carried,
      List<Detail.Held> wallets,
      List<Perk> perks,
      List<Detail.Tiered> tiers,
      List<Detail.Redeemed> redeemed) {}

  static Detail detail(Decided decided, Booked booked) {
    Buyer buyer = decided.buyer();
    CouponDesk coupons = decided.coupons();
    return new Detail(
        decided.person(),
        buyer == null ? null : buyer.cardType(),
        coupons == null ? decided.vouchers().others().coupons() : coupons.names(),
        decided.till().payments(),
        decided.till().notEarning(),
        decided.till().funded(),
        booked.counted(),
        booked.carried().given(),
        booked.wallets(),
        booked.perks(),
        Rewarded.of(decided.vouchers().handed(), booked.carried().stamped()),
        booked.tiers(),
        decided.decision().assigned(),
        booked.redeemed(),
        coupons == null ? null : coupons.codes(),
        coupons == null ? null : coupons.refused());
  }

  private static TierCounts.Done done(Decided decided, UUID id, List<Given> given) {
    NewPurchase purchase = decided.purchase();
    long apart = GiftLines.apart(purchase, decided.till().funded());
    long spent = decided.total() - decided.discount() - apart;
    return new TierCounts.Done(id, purchase.occurredAt(), spent, 1, given);
  }

  /** Adds to what the member's purchases sum to, and to what counts towards tiers. */
  private static List<Detail.Tiered> count(Round round, Buyer buyer, TierCounts.Done done) {
    round.total(buyer.id(), round.total(buyer.id()).plus(done.spent(), done.at()));
    return TierCounts.count(round, buyer, done);
  }

  private List<Perk> perks(Round round, @Nullable MemberId member, Decided decided) {
    return member == null
        ? List.of()
        : round.perks.count(round.club, campaigns, member, decided.decision());
  }

  /** Adds to the counters, and tells what the rules saw of them and what was added. */
  static List<Detail.Counted> count(
      Round round, @Nullable MemberId member, Decision decision, Reads reads) {
    decision.consumed().keySet().forEach(reads::of);
    List<Detail.Counted> counted = new ArrayList<>();
    reads
        .seen()
        .forEach((counter, used) -> {
          Used more = decision.consumed().getOrDefault(counter, Used.NOTHING);
          if (!more.equals(Used.NOTHING)) {
            round.use(member, counter, more, reads.most(counter));
          }
          if (!more.equals(Used.NOTHING) || !used.equals(Used.NOTHING)) {
            counted.add(new Detail.Counted(counter, used, more));
          }
        });
    return counted;
  }

  static Purchase recorded(Round round, Decided decided, UUID id, Detail detail) {
    NewPurchase purchase = decided.purchase();
    return new Purchase(
        id,
        purchase.key(),
        purchase.hash(),
        decided.buyer() == null ? null : decided.buyer().id(),
        purchase.occurredAt(),
        round.now,
        decided.total(),
        decided.discount(),
        decided.till().paidByWallets(),
        round.programNumber,
        purchase.branch(),
        purchase.terminal(),
        purchase.staff(),
        Till.lines(decided),
        detail.json());
  }
}
