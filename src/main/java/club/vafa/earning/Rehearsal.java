package club.vafa.earning;

import club.vafa.activity.PastReturn;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.campaigns.MemberCounter;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.ledger.Balance;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * One member's past lived through once more under another program: decided by the deciders of the
 * main act, on books that begin empty and are never written. It is not safe for threads.
 */
public final class Rehearsal {
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
   * @param until nothing comes due after
   * @param shared the counters of all members together
   * @param standing where a member stood at an instant
   */
  public record Stage(
      Club club,
      long program,
      Instant until,
      Map<MemberCounter, Used> shared,
      BiFunction<MemberId, Instant, Standing> standing) {}

  /**
   * What a purchase would have done.
   *
   * @param lacking units by code that were paid with and that the wallet would not have had
   */
  public record Played(
      Detail detail,
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
   */
  public record Undone(
      ReturnDetail detail, long refund, long amount, long cost, Map<UUID, Long> discounts) {}

  /** Decides a purchase of the member. */
  public Played buy(Sale sale, boolean comesBack) {
    stand(sale.purchase().occurredAt());
    Buyer buyer =
        sale.cardType().isEmpty()
            ? member
            : new Buyer(member.id(), member.joined(), member.birthDate(), sale.cardType());
    Map<String, Long> lacking = new HashMap<>();
    NewPurchase purchase = affordable(sale.purchase(), buyer, lacking);
    PurchaseDecider.Decided decided = judge(purchase, buyer);
    Detail detail = deciders.purchases().settle(round, decided, sale.id());
    if (comesBack) {
      Purchase recorded = PurchaseDecider.recorded(round, decided, sale.id(), detail);
      sold.put(sale.id(), new Sold(recorded, List.of()));
    }
    return new Played(
        detail, decided.decision().notApplied(), decided.total(), decided.discount(), lacking);
  }

  /** Only remembers a purchase from before the time that is rehearsed. */
  public void remember(Sale sale, long spent) {
    MemberId id = member.id();
    round.total(id, round.total(id).plus(spent, sale.purchase().occurredAt()));
  }

  /** Only remembers that so much of an earlier purchase came back. */
  public void forget(long refund, boolean whole) {
    round.total(member.id(), round.total(member.id()).minus(refund, whole));
  }

  /** Undoes what a purchase decided here had done for these goods. */
  public Undone giveBack(PastReturn back) {
    stand(back.occurredAt());
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
    List<Return> all = new ArrayList<>(before.before());
    all.add(recorded);
    Sold after = new Sold(before.purchase(), all);
    sold.put(back.purchase(), after);
    return WentBack.of(before, after, recorded);
  }

  /** Nothing more of a purchase comes back. */
  public void done(UUID purchase) {
    sold.remove(purchase);
  }

  /** Lets come due what comes due until the end, and tells what is left. */
  public List<Balance> end() {
    round.books.bringUpToNow();
    return stage.club().units().stream()
        .map(unit -> round.books.balance(member.id(), unit))
        .toList();
  }

  private void stand(Instant at) {
    Standing standing = stage.standing().apply(member.id(), at);
    if (!standing.equals(Standing.NONE)) {
      round.standing(member.id(), standing);
    }
  }

  /** What was paid from wallets, limited by what they hold here; the rest is paid otherwise. */
  private NewPurchase affordable(NewPurchase purchase, Buyer buyer, Map<String, Long> lacking) {
    if (purchase.payments().stream().noneMatch(Affording::kept)) {
      return purchase;
    }
    PurchaseDecider.Decided unpaid = judge(purchase.paid(List.of()), buyer);
    long due = unpaid.due();
    return purchase.paid(
        new Affording(round, buyer, purchase.occurredAt(), lacking)
            .payments(purchase.payments(), due));
  }

  private PurchaseDecider.Decided judge(NewPurchase purchase, Buyer buyer) {
    Outcome<PurchaseDecider.Decided> judged = deciders.purchases().judge(round, purchase, buyer);
    if (judged instanceof Done<PurchaseDecider.Decided>(PurchaseDecider.Decided decided)) {
      return decided;
    }
    throw new IllegalStateException("a past purchase was refused: " + judged);
  }
}
