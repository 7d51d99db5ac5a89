package club.vafa.operations.imports;

import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.api.ApiCode;
import club.vafa.clubs.Club;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Rate;
import club.vafa.kernel.Refusal;
import club.vafa.members.IdentifierKey;
import club.vafa.members.NewMember;
import club.vafa.replay.NewPast;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers purchases and returns of a file for a replay, in the order in which an import would book
 * them, and books nothing.
 */
final class PastWork implements Work<Group> {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Who who;
  private final Strangers strangers;
  private final Voice voice;
  private final Map<String, UUID> done = new HashMap<>();
  private final List<PastPurchase> purchases = new ArrayList<>();
  private final Map<UUID, PastPurchase> byId = new HashMap<>();
  private final Map<MemberId, List<Receipt>> receipts = new HashMap<>();
  private final List<PastReturn> returns = new ArrayList<>();
  private final Map<MemberId, Instant> firsts = new LinkedHashMap<>();
  private final List<NewPast.RefusedRow> refused = new ArrayList<>();
  private long refusedRows;
  private long next;

  PastWork(Rooms rooms, Club club, Ids ids, Voice voice) {
    this.who = new Who(rooms, club);
    this.strangers = new Strangers(rooms.members(), club, ids);
    this.voice = voice;
  }

  @Override
  public void take(List<Group> groups) {
    List<RefusedRow> rows = new ArrayList<>();
    Set<MemberRef> refs = new HashSet<>();
    groups.forEach(group -> group.member().ifPresent(refs::add));
    Map<MemberRef, MemberId> members = who.find(refs);
    Map<IdentifierKey, MemberId> taken = strangers.members(newcomers(groups, members));
    for (Group group : groups) {
      rows.addAll(group.refused());
      group
          .member()
          .ifPresent(ref -> {
            MemberId known = members.get(ref);
            switch (known == null ? stranger(group, ref, taken) : Outcome.done(known)) {
              case Done<MemberId>(MemberId member) -> rows.addAll(live(group, member));
              case Refused<MemberId>(List<Refusal> refusals) ->
                  rows.addAll(RefusedRow.all(group.rows(), refusals.getFirst()));
            }
          });
    }
    rows.sort(Comparator.comparingLong(one -> one.row().number()));
    rows.forEach(this::refuse);
  }

  private static List<NewMember> newcomers(List<Group> groups, Map<MemberRef, MemberId> members) {
    List<NewMember> newcomers = new ArrayList<>();
    for (Group group : groups) {
      NewMember newcomer = group.newcomer();
      if (newcomer != null && !group.member().map(members::containsKey).orElse(true)) {
        newcomers.add(newcomer);
      }
    }
    return newcomers;
  }

  private Outcome<MemberId> stranger(
      Group group, MemberRef ref, Map<IdentifierKey, MemberId> taken) {
    NewMember newcomer = group.newcomer();
    return strangers
        .find(ref)
        .map(Outcome::done)
        .orElseGet(() ->
            newcomer == null ? Outcome.refused(Who.unknown(ref)) : strangers.take(newcomer, taken));
  }

  private List<RefusedRow> live(Group group, MemberId member) {
    NewPurchase purchase = group.purchase();
    GoodsBack back = group.back();
    List<RefusedRow> rows = new ArrayList<>();
    if (purchase != null) {
      met(member, purchase.occurredAt());
    } else if (back != null) {
      met(member, back.at());
    }
    if (purchase != null && fresh(purchase.key().externalId(), purchase.hash())) {
      buy(group, purchase, member);
    } else if (purchase != null && !purchase.hash().equals(done.get(purchase.key().externalId()))) {
      rows.addAll(RefusedRow.all(group.sold(), Refusal.at("/id", ApiCode.IDEMPOTENCY_MISMATCH)));
    }
    if (back != null && fresh(back.id() + "/1", back.hash())) {
      rows.addAll(giveBack(back, member));
    } else if (back != null && !back.hash().equals(done.get(back.id() + "/1"))) {
      List<Row> own = back.wanted().stream().map(GoodsBack.Wanted::row).toList();
      rows.addAll(RefusedRow.all(own, Refusal.at("/id", ApiCode.IDEMPOTENCY_MISMATCH)));
    }
    return rows;
  }

  private void met(MemberId member, Instant at) {
    firsts.putIfAbsent(member, at.truncatedTo(ChronoUnit.MICROS));
  }

  /** Whether nothing of this name came before. */
  private boolean fresh(String name, UUID hash) {
    return done.putIfAbsent(name, hash) == null;
  }

  private void buy(Group group, NewPurchase purchase, MemberId member) {
    Instant at = purchase.occurredAt().truncatedTo(ChronoUnit.MICROS);
    PastPurchase past =
        new PastPurchase(
            id(group.sold().getFirst()),
            member,
            at,
            purchase.total(),
            0,
            purchase.branch(),
            purchase.terminal(),
            purchase.lines().stream().map(PastWork::line).toList(),
            purchase.coupons().isEmpty()
                ? null
                : JSON.writeValueAsString(Map.of("coupons", purchase.coupons())));
    purchases.add(past);
    byId.put(past.id(), past);
    receipts.computeIfAbsent(member, _ -> new ArrayList<>()).add(new Receipt(past));
  }

  private static PurchaseLine line(NewPurchase.Line line) {
    return new PurchaseLine(
        line.sku(),
        "",
        line.category(),
        line.quantity(),
        line.unitPrice(),
        line.amount(),
        line.cost(),
        0,
        0);
  }

  private List<RefusedRow> giveBack(GoodsBack back, MemberId member) {
    List<Receipt> own = receipts.getOrDefault(member, List.of());
    List<Receipt> latest =
        own.stream()
            .filter(one -> one.mayHold(back.wanted(), back.at()))
            .sorted(Receipt.LATEST)
            .toList();
    Matching matching = Matching.of(back.wanted(), latest);
    matching
        .parts()
        .forEach((receipt, lines) -> {
          Row row = back.wanted().getFirst().row();
          Instant at = back.at().truncatedTo(ChronoUnit.MICROS);
          returns.add(
              new PastReturn(id(row), receipt.id(), at, refund(receipt.id(), lines), lines));
          receipt.take(lines);
        });
    return matching.refused();
  }

  /** What the goods had cost, each line's part of a minor unit rounded half up. */
  private long refund(UUID purchase, List<Return.Line> lines) {
    PastPurchase sold = byId.get(purchase);
    if (sold == null) {
      throw new IllegalStateException("nothing was sold under " + purchase);
    }
    long refund = 0;
    for (Return.Line back : lines) {
      PurchaseLine line = sold.lines().get(back.line());
      refund =
          Math.addExact(
              refund,
              Rate.divide(line.amount(), back.quantity(), line.quantity(), RoundingMode.HALF_UP));
    }
    return refund;
  }

  /** Ids in the order in which all was read, the line of the file in their lower half. */
  private UUID id(Row row) {
    return new UUID(++next << 16 | 0x7000, Long.MIN_VALUE | row.line());
  }

  private void refuse(RefusedRow row) {
    if (++refusedRows <= NewPast.MOST_REFUSED) {
      Refusal why = row.refusal();
      String pointer = why.pointer();
      refused.add(
          new NewPast.RefusedRow(
              refusedRows,
              row.row().line(),
              pointer.substring(pointer.lastIndexOf('/') + 1),
              why.code().code(),
              voice.sentence(why)));
    }
  }

  /** All that was gathered. */
  NewPast past(String name, String columns, long rows) {
    return new NewPast(
        name,
        columns,
        rows,
        purchases,
        returns,
        firsts.entrySet().stream()
            .map(one ->
                new NewPast.Person(one.getKey(), strangers.called(one.getKey()), one.getValue()))
            .toList(),
        refused,
        refusedRows);
  }
}
