package club.vafa.earning;

import club.vafa.activity.EventType.Attribute;
import club.vafa.activity.NaturalKey;
import club.vafa.activity.PastEvent;
import club.vafa.activity.PastReturn;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.MemberCounter;
import club.vafa.clubs.Club;
import club.vafa.clubs.Worth;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.ledger.Balance;
import club.vafa.ledger.TermsByDay;
import club.vafa.memberships.PastCover;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Program;
import club.vafa.rules.Usage.Used;
import club.vafa.tiers.TierBook.Counted;
import club.vafa.tiers.TierSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One member's past lived through once more under another program: decided by the deciders of the
 * main act, on books that begin empty and are never written. It is not safe for threads.
 */
public final class Rehearsal {
  private static final NaturalKey NO_KEY = new NaturalKey("", "");
  private static final UUID NO_DOCUMENT = new UUID(0, 0);
  private static final String NO_ATTRIBUTES = "{}";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Rehearsals deciders;
  private final Stage stage;
  private final Buyer member;
  private final Round round;
  private final Map<UUID, Sold> sold = new HashMap<>();

  Rehearsal(Rehearsals deciders, Stage stage, Buyer member, Round round) {
    this.deciders = deciders;
    this.stage = stage;
    this.member = member;
    this.round = round;
  }

  /**
   * What the rehearsals of one program have in common.
   *
   * @param program its number, below zero when it was never published
   * @param decides the program itself
   * @param until nothing comes due after
   * @param shared the counters of all members together
   * @param codes of coupons, as far as they were handed in
   * @param eventTypes the attributes of the club's own events, by type
   * @param tiers the sets of tiers there are
   * @param worths loyalty tables of the program's own, by unit
   * @param standings what else is known of where members stand; of most nothing
   * @param memberships that gave something
   * @param terms of awards of the club
   */
  public record Stage(
      Club club,
      long program,
      Program decides,
      Instant until,
      Map<MemberCounter, Used> shared,
      Codes codes,
      Map<String, Map<String, Attribute>> eventTypes,
      List<TierSet> tiers,
      Map<String, Worth> worths,
      Map<MemberId, Standing> standings,
      Memberships memberships,
      TermsByDay terms) {}

  /** What paid memberships covered whom when; nothing where no campaign asks for it. */
  public record Memberships(Map<MemberId, List<PastCover>> covers) {
    public static final Memberships NONE = new Memberships(Map.of());
  }

  /**
   * Codes that were looked up: those of coupons, and those nobody has defined.
   *
   * @param known each as it stands in what is rehearsed
   */
  public record Codes(Map<String, CouponCode> known, Set<String> unknown) {
    public Codes() {
      this(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
    }
  }

  /**
   * What a purchase would have done.
   *
   * @param missed what was used up, and which coupons were in vain
   * @param cards stamp cards that were filled, by code
   * @param lacking units by code that were paid with and that the wallet would not have had
   */
  public record Played(
      List<Given> given,
      Map<String, Long> cards,
      List<Detail.Counted> counted,
      List<NotApplied> missed,
      long total,
      long discount,
      Map<String, Long> lacking) {}

  /**
   * What a return would have undone. Money in minor units.
   *
   * @param amount of the goods before discounts
   * @param cost of the goods, as far as it is known
   * @param discounts by campaign
   * @param cards how many stamp cards less are filled, by code
   */
  public record Undone(
      ReturnDetail detail,
      long refund,
      long amount,
      long cost,
      Map<UUID, Long> discounts,
      Map<String, Long> cards) {}

  /** Decides a purchase of the member. */
  public Played buy(Sale sale, boolean comesBack) {
    Buyer buyer =
        sale.cardType().isEmpty()
            ? member
            : new Buyer(member.id(), member.joined(), member.birthDate(), sale.cardType());
    if (!sale.purchase().coupons().isEmpty()) {
      deciders.lookUp(stage, CouponDesk.plain(sale.purchase()));
    }
    Map<String, Long> lacking = sale.purchase().payments().isEmpty() ? Map.of() : new HashMap<>();
    NewPurchase purchase = affordable(sale.purchase(), buyer, lacking);
    PurchaseDecider.Decided decided = judge(purchase, buyer);
    // Nothing will ever ask which award was whose, unless goods come back.
    round.books.together(!comesBack);
    PurchaseDecider.Booked booked = deciders.purchases().touch(round, decided, sale.id());
    if (comesBack) {
      Detail detail = PurchaseDecider.detail(decided, booked);
      Purchase recorded = PurchaseDecider.recorded(round, decided, sale.id(), detail);
      sold.put(sale.id(), new Sold(recorded, List.of()));
    }
    return new Played(
        booked.carried().given(),
        WentBack.filled(booked.carried().stamped()),
        booked.counted(),
        decided.decision().notApplied(),
        decided.total(),
        decided.discount(),
        lacking);
  }

  /** Decides an event of one of the club's own types. */
  public Played happen(PastEvent past) {
    Map<String, Object> attributes =
        past.attributes().length() <= NO_ATTRIBUTES.length()
            ? Map.of()
            : Explaining.attributes(
                JSON.readTree(past.attributes()),
                stage.eventTypes().getOrDefault(past.type(), Map.of()));
    return decide(TriggerKind.EVENT, past, attributes);
  }

  /** Decides what no till reports: a birthday, a day that begins, that the member enrolled. */
  public Played happen(TriggerKind occasion, Instant at) {
    PastEvent event = new PastEvent(NO_DOCUMENT, member.id(), at, "", NO_ATTRIBUTES);
    return decide(occasion, event, Map.of());
  }

  private Played decide(TriggerKind trigger, PastEvent past, Map<String, Object> attributes) {
    NewEvent event =
        new NewEvent(
            NO_KEY,
            new MemberRef(MemberRef.Kind.ID, ""),
            trigger,
            past.type(),
            past.occurredAt(),
            attributes,
            past.attributes(),
            NewPurchase.NO_HASH,
            null);
    round.books.together(true);
    cover(past.occurredAt());
    EventDecider.Judged judged = deciders.events().judge(round, event, member, past.id());
    return new Played(
        judged.detail().given(),
        WentBack.filled(judged.detail().rewards().stamped()),
        judged.detail().counted(),
        judged.decision().notApplied(),
        0,
        0,
        Map.of());
  }

  /** Only remembers a purchase from before the time that is rehearsed. */
  public void remember(Sale sale, long spent) {
    MemberId id = member.id();
    Instant at = sale.purchase().occurredAt();
    round.total(id, round.total(id).plus(spent, at));
    round.tiers.count(new Counted(id, member.joined(), at, sale.id(), spent, 1, sale.earned()));
  }

  /**
   * Only remembers that some of an earlier purchase came back.
   *
   * @param sold when it had been sold
   */
  public void forget(PastReturn back, Instant sold, boolean whole) {
    long refund = back.refund();
    round.total(member.id(), round.total(member.id()).minus(refund, whole));
    round.tiers.uncount(
        new Counted(member.id(), member.joined(), sold, back.id(), refund, whole ? 1 : 0, Map.of()),
        back.occurredAt());
  }

  /** The tier held in each set at an instant; to be asked after the end. */
  public Map<String, @Nullable String> tiersAt(Instant at) {
    return round.tiers.heldAt(member.id(), member.joined(), at);
  }

  /** Undoes what a purchase decided here had done for these goods. */
  public Undone giveBack(PastReturn back) {
    Sold before = sold.get(back.purchase());
    if (before == null) {
      throw new IllegalStateException("not decided here: " + back.purchase());
    }
    NewReturn wanted =
        new NewReturn("", back.lines(), back.occurredAt(), NewPurchase.NO_HASH, "replay");
    Return recorded =
        deciders
            .returns()
            .decide(
                round,
                new ReturnDecider.Asked(
                    before, back.lines(), member, back.id(), wanted, back.occurredAt()));
    sold.put(back.purchase(), before.with(recorded));
    return WentBack.of(before, before.with(recorded), recorded);
  }

  /** Nothing more of a purchase comes back. */
  public void done(UUID purchase) {
    sold.remove(purchase);
  }

  /** Lets come due what comes due until the end, and tells what is left. */
  public List<Balance> end() {
    round.books.bringUpToNow();
    round.tiers.bringUp(member.id(), member.joined());
    return stage.club().units().stream()
        .map(unit -> round.books.balance(member.id(), unit))
        .toList();
  }

  /** What was paid from wallets, limited by what they hold here; the rest is paid otherwise. */
  private NewPurchase affordable(NewPurchase purchase, Buyer buyer, Map<String, Long> lacking) {
    if (purchase.payments().isEmpty() || purchase.payments().stream().noneMatch(Affording::kept)) {
      return purchase;
    }
    List<NewPurchase.Payment> payments =
        new ArrayList<>(
            Affording.goods(
                purchase,
                tried -> deciders.purchases().judge(round, tried, buyer) instanceof Done<?>));
    PurchaseDecider.Decided unpaid = judge(purchase.paid(payments), buyer);
    Map<String, Long> taken = Payments.units(unpaid.till().payments());
    Affording affording = new Affording(round, buyer, purchase.occurredAt(), taken, lacking);
    payments.addAll(affording.payments(purchase.payments(), unpaid.due()));
    return purchase.paid(payments);
  }

  private void cover(Instant at) {
    List<PastCover> past = stage.memberships().covers().get(member.id());
    if (past != null) {
      round.perks.at(stage.club(), member.id(), past, at);
    }
  }

  private PurchaseDecider.Decided judge(NewPurchase purchase, Buyer buyer) {
    cover(purchase.occurredAt());
    Outcome<PurchaseDecider.Decided> judged = deciders.purchases().judge(round, purchase, buyer);
    if (judged instanceof Done<PurchaseDecider.Decided>(PurchaseDecider.Decided decided)) {
      return decided;
    }
    throw new IllegalStateException("a past purchase was refused: " + judged);
  }
}
