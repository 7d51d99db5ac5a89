package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.UNITS;
import static club.vafa.ledger.LedgerFixtures.day;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets members live at random: what they do is drawn from a seed, one operation at a time. */
final class RandomLife {
  private static final List<Cause.Rule> RULES =
      Stream.of("base", "fifth", "friday")
          .map(rule -> new Cause.Rule(new UUID(7, rule.hashCode()), 1, rule))
          .toList();

  private final Club club;
  private final List<MemberId> members;
  private final Random random;
  private final List<UUID> purchases = new ArrayList<>();
  private final List<MemberId> buyers = new ArrayList<>();
  private final List<HoldId> holds = new ArrayList<>();
  private final List<MemberId> holders = new ArrayList<>();
  private long minutes;

  RandomLife(Club club, List<MemberId> members, long seed) {
    this.club = club;
    this.members = members;
    this.random = new Random(seed);
  }

  /** A step and the pages of the books it needs. */
  record Step(Scope scope, Instant at, String what, java.util.function.Consumer<Books> run) {}

  Step next() {
    minutes += random.nextInt(60 * 12);
    Instant at = day(1).plusSeconds(60 * minutes);
    Instant late = random.nextInt(10) == 0 ? at.minusSeconds(random.nextInt(86_400 * 20)) : at;
    MemberId member = members.get(random.nextInt(members.size()));
    Unit unit = UNITS.get(random.nextInt(UNITS.size()));
    long amount = 1 + random.nextInt(200);
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> earn(member, unit, amount, late, at);
      case 4, 5 -> spend(member, unit, amount, late, at);
      case 6, 7 -> clawBack(unit, amount, at);
      case 8 -> giveBack(unit, amount, at);
      case 9 -> hold(member, unit, amount, at);
      case 10 -> endHold(amount, at);
      case 11 -> give(member, unit, amount, at);
      case 12 -> adjust(member, unit, amount - 100, at);
      default -> visit(member, unit, at);
    };
  }

  private Step earn(MemberId member, Unit unit, long amount, Instant at, Instant now) {
    UUID id = purchase(member);
    Terms terms =
        switch (random.nextInt(4)) {
          case 0 -> Terms.until(at.plusSeconds(86_400L * random.nextInt(90)));
          case 1 -> new Terms(at.plusSeconds(86_400L * random.nextInt(30)), null, null);
          default -> Terms.of(club, unit, at);
        };
    Cause cause = Cause.purchase(id);
    int rules = 1 + random.nextInt(RULES.size());
    return new Step(
        Scope.of(List.of(member)),
        now,
        "earn",
        books ->
            RULES
                .subList(0, rules)
                .forEach(rule -> books.earn(member, unit, amount, terms, cause.by(rule), at)));
  }

  private UUID purchase(MemberId member) {
    UUID id = IDS.next();
    purchases.add(id);
    buyers.add(member);
    return id;
  }

  private Step spend(MemberId member, Unit unit, long amount, Instant at, Instant now) {
    Cause cause = Cause.purchase(purchase(member));
    return new Step(
        Scope.of(List.of()).lots(member, unit.number()),
        now,
        "spend",
        books -> books.spend(member, unit, amount, cause, at));
  }

  private Step clawBack(Unit unit, long amount, Instant at) {
    if (purchases.isEmpty()) {
      return nothing(at);
    }
    int which = random.nextInt(purchases.size());
    MemberId member = buyers.get(which);
    UUID id = purchases.get(which);
    Cause cause = Cause.returned(IDS.next(), id);
    Club.ReturnPolicy policy = Club.ReturnPolicy.values()[random.nextInt(3)];
    int one = random.nextInt(2 * RULES.size());
    Cause.Rule rule = one < RULES.size() ? RULES.get(one) : null;
    return new Step(
        Scope.of(List.of()).undoing(member, id),
        at,
        "claw back",
        books -> books.clawBack(member, unit, id, rule, amount, policy, cause, at));
  }

  private Step giveBack(Unit unit, long amount, Instant at) {
    if (purchases.isEmpty()) {
      return nothing(at);
    }
    int which = random.nextInt(purchases.size());
    MemberId member = buyers.get(which);
    UUID id = purchases.get(which);
    Cause cause = Cause.returned(IDS.next(), id);
    return new Step(
        Scope.of(List.of()).undoing(member, id),
        at,
        "give back",
        books -> books.reverseSpend(member, unit, id, amount, cause, at));
  }

  private Step hold(MemberId member, Unit unit, long amount, Instant at) {
    Cause cause = Cause.of(Cause.Kind.HOLD, IDS.next());
    Instant end = at.plusSeconds(60 * (1 + random.nextInt(60 * 24 * 20)));
    return new Step(
        Scope.of(List.of()).lots(member, unit.number()),
        at,
        "hold",
        books ->
            books
                .hold(member, unit, amount, end, cause, at)
                .map(hold -> {
                  holders.add(member);
                  return holds.add(hold.id());
                }));
  }

  private Step endHold(long amount, Instant at) {
    if (holds.isEmpty()) {
      return nothing(at);
    }
    int which = random.nextInt(holds.size());
    HoldId hold = holds.get(which);
    MemberId member = holders.get(which);
    Cause cause = Cause.purchase(purchase(member));
    boolean capture = random.nextBoolean();
    Long part = random.nextBoolean() ? amount : null;
    return new Step(
        Scope.of(List.of()).hold(member, hold),
        at,
        "end a hold",
        books -> {
          if (capture) {
            books.capture(hold, part, cause, at);
          } else {
            books.release(hold, cause, at);
          }
        });
  }

  private Step give(MemberId member, Unit unit, long amount, Instant at) {
    MemberId to = members.get(random.nextInt(members.size()));
    Cause cause = Cause.of(Cause.Kind.TRANSFER, IDS.next());
    return new Step(
        Scope.withLots(member, to),
        at,
        "give",
        books -> books.transfer(member, to, unit, amount, cause, at));
  }

  private Step adjust(MemberId member, Unit unit, long amount, Instant at) {
    Cause cause = Cause.of(Cause.Kind.ADJUSTMENT, IDS.next()).because("ali", "why not");
    return new Step(
        Scope.of(List.of()).lots(member, unit.number()),
        at,
        "adjust",
        books -> books.adjust(member, unit, amount, Terms.NONE, cause, at));
  }

  private Step visit(MemberId member, Unit unit, Instant at) {
    Cause cause = Cause.of(Cause.Kind.EVENT, IDS.next());
    boolean bought = random.nextBoolean();
    UUID id = bought ? purchase(member) : IDS.next();
    return new Step(
        Scope.of(List.of()).waking(member),
        at,
        "visit",
        books -> {
          books.touch(member, unit, at);
          if (bought) {
            Terms terms = Terms.of(club, unit, at);
            books.earn(member, unit, 1, terms, Cause.purchase(id), at);
          }
          books.activate(member, "visit", null, cause, at);
        });
  }

  private static Step nothing(Instant at) {
    return new Step(Scope.of(List.of()), at, "nothing", _ -> {});
  }
}
