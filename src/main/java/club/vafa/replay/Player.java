package club.vafa.replay;

import club.vafa.activity.LineReader;
import club.vafa.activity.PastBucket;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.activity.PastRow;
import club.vafa.earning.Earning;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** Plays the past of some members in the order in which it was recorded. One thread each. */
final class Player {
  private static final int MOST = Crowded.most();

  private final Earning earning;
  private final Script script;
  private final LineReader lines = new LineReader();
  private final PriorityQueue<Back> backs =
      new PriorityQueue<>(Comparator.comparing((Back back) -> back.back().id()));
  private final Map<MemberId, Life> lives = new HashMap<>();
  final Sums draft;
  final Sums live;
  final List<Fate> fates = new ArrayList<>();
  final Best winners = new Best(1);
  final Best losers = new Best(-1);

  /** Everybody of whom something was played; kept only where the others count too. */
  final Set<MemberId> met = new HashSet<>();

  long purchases;
  long returns;
  private int day;

  Player(Earning earning, Script script) {
    this.earning = earning;
    this.script = script;
    this.draft = new Sums(script.draft(), script.months(), script.end());
    this.live = new Sums(script.live(), script.months(), script.end());
  }

  /** Goods that will come back. */
  private record Back(PastReturn back, Life life, boolean isLast) {}

  /** Plays all of some members, one after the other. */
  void members(List<PastRow> rows) {
    int from = 0;
    for (int at = 1; at <= rows.size(); at++) {
      if (at == rows.size() || !rows.get(at).member().equals(rows.get(from).member())) {
        List<PastRow> own = new ArrayList<>(rows.subList(from, at));
        own.sort(Comparator.comparing(PastRow::id));
        own.forEach(this::play);
        end();
        from = at;
      }
    }
  }

  /** Plays all members of a bucket, one after the other. */
  void members(PastBucket bucket) {
    List<PastPurchase> own = bucket.next();
    while (!own.isEmpty()) {
      for (PastPurchase past : own) {
        comeBack(past.id());
        buy(past);
      }
      end();
      own = bucket.next();
    }
  }

  /** Plays one row of many members' common past. */
  void inTime(PastRow row) {
    if (script.occasions().any()) {
      days(row.occurredAt());
    }
    play(row);
  }

  /** Plays one purchase of many people's common past. */
  void inTime(PastPurchase past) {
    if (script.occasions().any()) {
      days(past.occurredAt());
    }
    comeBack(past.id());
    buy(past);
  }

  /** Days begin for everybody at once: whoever's turn it is may use up what all share. */
  private void days(Instant until) {
    Instant start = script.occasions().start(day);
    while (start != null && !start.isAfter(until)) {
      for (Script.Known one : script.buyers().values()) {
        if (!one.joinedAt().isAfter(start)) {
          life(one).upTo(start);
        }
      }
      start = script.occasions().start(++day);
    }
  }

  /** Plays one purchase or event, and before it whatever came back before it was recorded. */
  private void play(PastRow row) {
    comeBack(row.id());
    if (row.event()) {
      Life life = life(script.known(row.member(), row.occurredAt()));
      life.upTo(row.occurredAt());
      if (!row.occurredAt().isBefore(script.from())) {
        life.happen(row.event(lines));
      }
    } else {
      buy(row.purchase(lines));
    }
  }

  private void buy(PastPurchase past) {
    Life life = life(script.known(past.member(), past.occurredAt()));
    life.upTo(past.occurredAt());
    List<PastReturn> back = script.returnsOf(past.id());
    if (past.occurredAt().isBefore(script.from())) {
      life.remember(past, !back.isEmpty());
    } else {
      life.buy(past, !back.isEmpty());
      purchases++;
    }
    for (int at = 0; at < back.size(); at++) {
      backs.add(new Back(back.get(at), life, at == back.size() - 1));
    }
  }

  private Life life(Script.Known member) {
    MemberId id = member.buyer().id();
    Life life = lives.get(id);
    if (life == null) {
      life =
          new Life(
              member,
              path(member, script.draft(), draft),
              path(member, script.live(), live),
              script.occasions());
      if (lives.size() >= MOST) {
        throw new Crowded();
      }
      lives.put(id, life);
    }
    return life;
  }

  private Path path(Script.Known member, Side side, Sums sums) {
    return new Path(earning.rehearse(side.stage(), member.buyer(), sums), sums, side);
  }

  private void comeBack(UUID before) {
    while (!backs.isEmpty() && backs.peek().back().id().compareTo(before) < 0) {
      giveBack(backs.remove());
    }
  }

  private void giveBack(Back one) {
    one.life().upTo(one.back().occurredAt());
    one.life().giveBack(one.back(), one.isLast());
    returns++;
  }

  /** Plays members who bought nothing: days begin for them too. */
  void idle(Collection<Script.Known> members) {
    for (Script.Known member : members) {
      if (script.occasions().any()) {
        life(member);
        end();
      } else {
        draft.tiers.add(member.buyer());
        live.tiers.add(member.buyer());
      }
    }
  }

  /** Takes in what another player found. */
  void add(Player other) {
    draft.add(other.draft);
    live.add(other.live);
    fates.addAll(other.fates);
    winners.add(other.winners);
    losers.add(other.losers);
    purchases += other.purchases;
    returns += other.returns;
  }

  /** Ends the lives that are open: what came back last, and what comes due until the end. */
  void end() {
    while (!backs.isEmpty()) {
      giveBack(backs.remove());
    }
    if (lives.size() > 1 && script.occasions().any()) {
      days(script.end().minusNanos(1));
    }
    for (Life life : lives.values()) {
      life.end(script);
      if (life.any()) {
        Fate fate = Fate.of(life);
        fates.add(fate);
        winners.offer(life, fate);
        losers.offer(life, fate);
      }
      if (script.countsAll()) {
        met.add(life.member.id());
      }
    }
    lives.clear();
  }
}
