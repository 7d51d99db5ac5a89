package club.vafa.earning;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.activity.Total;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.rules.Decision;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import club.vafa.rules.Usage.Counter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides what a return undoes. The sale is decided again without the goods that came back, by the
 * rules and the facts of its day: what it would not have given is taken back. Buying for 250 at 2
 * points for each full 100 gave 4; bringing back 100 of it leaves 150, which gives 2, so 2 go.
 * Money and wallet payments go back by each line's recorded share.
 */
@Component
class ReturnDecider {
  private final Campaigns campaigns;

  ReturnDecider(Campaigns campaigns) {
    this.campaigns = campaigns;
  }

  /**
   * Everything about one return that deciding it needs.
   *
   * @param buyer whose books it is about: who bought, or whom they were merged into since
   */
  record Asked(
      Sold sold,
      List<Return.Line> lines,
      @Nullable Buyer buyer,
      UUID id,
      NewReturn wanted,
      Instant at) {
    /**
     * Who bought and whose books it is about; usually the same, and nobody in an anonymous sale.
     */
    Set<MemberId> members() {
      return buyer == null ? Set.of() : new LinkedHashSet<>(List.of(bought(), buyer.id()));
    }

    /** What a sale counted, it counted for the member who bought. */
    MemberId bought() {
      return Objects.requireNonNull(sold.purchase().member());
    }
  }

  Return decide(Round round, Asked asked) {
    Purchase purchase = asked.sold().purchase();
    List<Long> before = asked.sold().left();
    List<Long> after = new ArrayList<>(before);
    asked.lines().forEach(b -> after.set(b.line(), after.get(b.line()) - b.quantity()));
    boolean whole = after.stream().allMatch(quantity -> quantity == 0);
    long refund = asked.sold().payable(before) - asked.sold().payable(after);
    GiftsBack.withdraw(round, asked);
    List<ReturnDetail.CardBack> cardsBack = GiftsBack.refund(round, asked, after);
    ReturnDetail detail =
        asked.buyer() == null
            ? new ReturnDetail(
                round.club.returnPolicy(),
                whole,
                List.of(),
                List.of(),
                cardsBack,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new RewardsBack(round, asked, asked.sold().how()).undo(after, null),
                List.of(),
                List.of())
            : undo(round, asked, asked.buyer(), after, whole, refund).with(cardsBack);
    return new Return(
        asked.id(),
        purchase.id(),
        asked.buyer() == null ? purchase.member() : asked.buyer().id(),
        new NaturalKey(purchase.key().source(), asked.wanted().externalId()),
        asked.wanted().hash(),
        asked.at(),
        round.now,
        refund,
        asked.lines(),
        detail.json());
  }

  private ReturnDetail undo(
      Round round, Asked asked, Buyer buyer, List<Long> after, boolean whole, long refund) {
    Detail sold = asked.sold().how();
    Decision without = whole ? null : again(round.club, asked, sold, after);
    // Filled cards are emptied first: their stamps must be there to be taken back.
    ReturnedRewards rewards = new RewardsBack(round, asked, sold).undo(after, without);
    List<ReturnDetail.Taken> taken = takeBack(round, asked, buyer.id(), sold, without);
    List<ReturnDetail.GaveBack> gaveBack = PaidBack.give(round, asked, buyer.id(), after);
    List<ReturnDetail.Uncounted> uncounted =
        new Uncounting(round, asked.bought(), sold, asked.sold().earlier()).undo(without);
    List<String> coupons =
        CouponDesk.giveBack(round, asked, sold, without == null ? null : without.notApplied());
    long counted = refund - GiftsBack.uncounted(asked);
    round.total(asked.bought(), round.total(asked.bought()).minus(counted, whole));
    PerksBack perks = PerksBack.of(round.club, sold.perks(), asked.sold().earlier(), without);
    round.perks.takeBack(perks);
    Effects.Carried carried = setOff(round, asked, buyer);
    TierCounts.Undone undone = new TierCounts.Undone(counted, whole, taken, carried.given());
    List<Detail.Tiered> tiers = TierCounts.uncount(round, asked, buyer, undone);
    return new ReturnDetail(
        round.club.returnPolicy(),
        whole,
        taken,
        gaveBack,
        List.of(),
        uncounted,
        carried.given(),
        Effects.held(round.club, round.books, buyer.id()),
        perks.perks(),
        rewards.with(carried.stamped()),
        tiers,
        coupons);
  }

  /** What campaigns do that are set off by returns, by the program of the return's own day. */
  private Effects.Carried setOff(Round round, Asked asked, Buyer buyer) {
    Program program = campaigns.program(round.club, round.programNumber, asked.at());
    if (!program.triggers().contains(TriggerKind.RETURN)) {
      return Effects.Carried.NOTHING;
    }
    Reads reads = new Reads(program, counter -> round.used(buyer.id(), counter));
    Facts facts =
        returned(round.club, asked, PurchaseDecider.person(round, buyer, asked.at()), reads);
    Decision decision = program.decide(facts);
    PurchaseDecider.count(round, buyer.id(), decision, reads);
    return Effects.carryOut(
        round,
        program,
        decision,
        new Effects.For(buyer.id(), Cause.Kind.RETURN, asked.id(), asked.at()));
  }

  /** The goods that came back, as the rules see them. */
  static Facts returned(Club club, Asked asked, Person person, Usage used) {
    Purchase purchase = asked.sold().purchase();
    List<Long> back = new ArrayList<>(Collections.nCopies(purchase.lines().size(), 0L));
    asked.lines().forEach(line -> back.set(line.line(), line.quantity()));
    Detail sold = asked.sold().how();
    Facts sale = Explaining.facts(club, purchase, sold, back);
    return new Facts(
        TriggerKind.RETURN,
        "",
        asked.at(),
        club.zone(),
        club.calendar(),
        sale.sale(),
        Map.of(),
        person,
        used);
  }

  /** The sale decided again with what is left, by the facts it was first decided with. */
  private Decision again(Club club, Asked asked, Detail sold, List<Long> after) {
    Purchase purchase = asked.sold().purchase();
    return campaigns
        .program(club, purchase.program(), purchase.occurredAt())
        .decide(Explaining.facts(club, purchase, sold, after));
  }

  private List<ReturnDetail.Taken> takeBack(
      Round round, Asked asked, MemberId member, Detail sold, @Nullable Decision without) {
    Map<Given.Key, Long> still = without == null ? Map.of() : earned(without);
    Map<Given.Key, Long> earlier = new HashMap<>();
    for (ReturnDetail back : asked.sold().earlier()) {
      for (ReturnDetail.Taken taken : back.taken()) {
        earlier.merge(taken.award(), taken.wanted(), Math::addExact);
      }
    }
    Map<Given.Key, Given> awards = new LinkedHashMap<>();
    Map<Given.Key, Long> granted = new HashMap<>();
    for (Given given : sold.given()) {
      if (given.type() == Given.Type.EARN && given.granted() > 0) {
        awards.putIfAbsent(given.key(), given);
        granted.merge(given.key(), given.granted(), Math::addExact);
      }
    }
    List<ReturnDetail.Taken> taken = new ArrayList<>();
    awards.forEach((key, given) -> {
      long wanted =
          granted.getOrDefault(key, 0L)
              - earlier.getOrDefault(key, 0L)
              - still.getOrDefault(key, 0L);
      if (wanted > 0) {
        taken.add(clawBack(round, asked, member, given, wanted));
      }
    });
    return taken;
  }

  static Map<Given.Key, Long> earned(Decision decision) {
    Map<Given.Key, Long> earned = new HashMap<>();
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.Earn earn) {
        earned.merge(
            new Given.Key(earn.source().campaign(), earn.source().rule(), earn.unit()),
            earn.granted(),
            Math::addExact);
      }
    }
    return earned;
  }

  private static ReturnDetail.Taken clawBack(
      Round round, Asked asked, MemberId member, Given given, long wanted) {
    Unit unit = round.club.unit(given.key().unit()).orElseThrow();
    UUID purchase = asked.sold().purchase().id();
    Books.ClawedBack back =
        round.books.clawBack(
            member,
            unit,
            purchase,
            new Cause.Rule(given.campaign(), given.version(), given.rule()),
            wanted,
            round.club.returnPolicy(),
            Cause.returned(asked.id(), purchase).because(asked.wanted().actor(), null),
            asked.at());
    return new ReturnDetail.Taken(
        given.key(),
        given.version(),
        wanted,
        back.pending(),
        back.active(),
        back.owed(),
        back.forgone());
  }

  /** Rewards that campaigns set off by returns may give vouchers for. */
  Set<String> rewards(Club club, long programNumber, Asked asked) {
    return campaigns.program(club, programNumber, asked.at()).rewards();
  }

  /** The counters a return may give back to or add to, so that they can be locked first. */
  Set<Counter> counters(Club club, long programNumber, Asked asked) {
    Set<Counter> counters = new HashSet<>();
    Detail sold = asked.sold().how();
    sold.counted().forEach(counted -> counters.add(counted.counter()));
    sold.redeemed().forEach(redeemed -> counters.addAll(redeemed.counters()));
    Program program = campaigns.program(club, programNumber, asked.at());
    if (asked.buyer() != null && program.triggers().contains(TriggerKind.RETURN)) {
      Person nobody = PurchaseDecider.person(Total.NONE, Standing.NONE, asked.buyer());
      counters.addAll(program.counters(returned(club, asked, nobody, Usage.NONE)));
    }
    return counters;
  }
}
