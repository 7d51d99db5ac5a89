package club.vafa.replay;

import club.vafa.activity.LineReader;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.activity.PastRow;
import club.vafa.earning.Buyer;
import club.vafa.earning.Earning;
import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;

/** Plays the past of some members in the order in which it was recorded. One thread each. */
final class Player {
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
  long purchases;
  long returns;

  Player(Earning earning, Script script) {
    this.earning = earning;
    this.script = script;
    this.draft = new Sums(script.worth(), script.months());
    this.live = new Sums(script.worth(), script.months());
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

  /** Plays one purchase, and before it whatever came back before it was recorded. */
  void play(PastRow row) {
    comeBack(row.id());
    PastPurchase past = row.read(lines);
    Life life = lives.get(past.member());
    if (life == null) {
      life = begin(script.buyer(past.member(), past.occurredAt()));
      lives.put(past.member(), life);
    }
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

  private Life begin(Buyer member) {
    return new Life(
        member,
        new Path(
            earning.rehearse(script.draft(), member, draft),
            draft,
            script.worth(),
            script.draftBudgets()),
        new Path(
            earning.rehearse(script.live(), member, live),
            live,
            script.worth(),
            script.liveBudgets()));
  }

  private void comeBack(UUID before) {
    while (!backs.isEmpty() && backs.peek().back().id().compareTo(before) < 0) {
      giveBack(backs.remove());
    }
  }

  private void giveBack(Back one) {
    one.life().giveBack(one.back(), one.isLast());
    returns++;
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
    for (Life life : lives.values()) {
      if (life.played) {
        life.draft.rehearsal.end();
        life.live.rehearsal.end();
        Fate fate = Fate.of(life);
        fates.add(fate);
        winners.offer(life, fate);
        losers.offer(life, fate);
      }
    }
    lives.clear();
  }
}
