package club.vafa.replay;

import club.vafa.activity.PastEvent;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.clubs.Club;
import club.vafa.earning.Buyer;
import club.vafa.earning.Given;
import club.vafa.earning.Rehearsal.Played;
import club.vafa.earning.Rehearsal.Undone;
import club.vafa.earning.Sale;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One member's past, under the draft and under the live program side by side. */
final class Life {
  private static final int EXAMPLES = 3;

  final Buyer member;
  private final Occasions.@Nullable Turn occasions;
  final Path draft;
  final Path live;
  final List<Example> examples = new ArrayList<>(0);
  private final Map<UUID, Earlier> earlier = new HashMap<>(0);
  private final Set<UUID> known = new HashSet<>(0);
  long spent;
  Instant first = Instant.MAX;
  Instant last = Instant.MIN;
  boolean played;

  Life(Script.Known member, Path draft, Path live, Occasions occasions) {
    this.member = member.buyer();
    this.occasions = occasions.any() ? occasions.turn(member) : null;
    this.draft = draft;
    this.live = live;
  }

  /** A sale that shows the difference; values in minor units of money. */
  record Example(
      UUID purchase,
      Instant at,
      long draftValue,
      long liveValue,
      List<Given> draft,
      List<Given> live) {
    long apart() {
      return Math.abs(draftValue - liveValue);
    }
  }

  /** A purchase from before, and how much of each line is left of it. */
  private static final class Earlier {
    final Instant at;
    final long[] left;

    Earlier(PastPurchase past) {
      at = past.occurredAt();
      left = past.lines().stream().mapToLong(PurchaseLine::quantity).toArray();
    }
  }

  /** Whether anything at all became of them in the time that is replayed. */
  boolean any() {
    return played || draft.had() || live.had();
  }

  /** Raises the occasions until then. */
  void upTo(Instant at) {
    if (occasions != null) {
      occasions.upTo(
          at,
          (trigger, when) -> {
            live.happened(trigger, when);
            draft.happened(trigger, when);
          });
    }
  }

  /** An event of one of the club's own types. */
  void happen(PastEvent event) {
    live.happened(event);
    draft.happened(event);
  }

  /** Lets come due what comes due until the end. */
  void end(Script script) {
    upTo(script.end().minusNanos(1));
    LocalDate since = since(script.live().program().club());
    draft.end(since);
    live.end(since);
  }

  /** From which day on they are a member; a shop may have known them before they joined. */
  private LocalDate since(Club club) {
    LocalDate day = first.equals(Instant.MAX) ? member.joined() : club.day(first);
    return day.isBefore(member.joined()) ? day : member.joined();
  }

  private void visited(PastPurchase past) {
    spent += past.total();
    first = past.occurredAt().isBefore(first) ? past.occurredAt() : first;
    last = past.occurredAt().isAfter(last) ? past.occurredAt() : last;
  }

  /** From before the time that is replayed: it only makes the member who they are. */
  void remember(PastPurchase past, boolean comesBack) {
    visited(past);
    Sale sale = Sale.of(past);
    draft.rehearsal.remember(sale, past.total() - past.discount());
    live.rehearsal.remember(sale, past.total() - past.discount());
    if (comesBack) {
      earlier.put(past.id(), new Earlier(past));
    }
  }

  void buy(PastPurchase past, boolean comesBack) {
    visited(past);
    played = true;
    Sale sale = Sale.of(past);
    Played now = live.rehearsal.buy(sale, comesBack);
    Played then = draft.rehearsal.buy(sale, comesBack);
    long liveValue = live.bought(past.id(), now, sale.purchase());
    long draftValue = draft.bought(past.id(), then, sale.purchase());
    if (comesBack && known(past)) {
      known.add(past.id());
    }
    if (draftValue != liveValue) {
      example(
          new Example(
              past.id(), past.occurredAt(), draftValue, liveValue, then.given(), now.given()));
    }
  }

  private static boolean known(PastPurchase past) {
    return past.lines().stream().allMatch(line -> line.cost() != null);
  }

  private void example(Example one) {
    if (examples.size() == EXAMPLES && examples.getLast().apart() >= one.apart()) {
      return;
    }
    examples.add(one);
    examples.sort(Comparator.comparingLong(Example::apart).reversed());
    if (examples.size() > EXAMPLES) {
      examples.removeLast();
    }
  }

  void giveBack(PastReturn back, boolean isLast) {
    Earlier before = earlier.get(back.purchase());
    if (before != null) {
      long[] left = before.left;
      for (Return.Line line : back.lines()) {
        left[line.line()] -= line.quantity();
      }
      boolean whole = java.util.Arrays.stream(left).allMatch(quantity -> quantity == 0);
      draft.rehearsal.forget(back, before.at, whole);
      live.rehearsal.forget(back, before.at, whole);
      return;
    }
    boolean costs = known.contains(back.purchase());
    Undone now = live.rehearsal.giveBack(back);
    live.gaveBack(now, costs);
    draft.gaveBack(draft.rehearsal.giveBack(back), costs);
    spent -= now.amount();
    if (isLast) {
      live.rehearsal.done(back.purchase());
      draft.rehearsal.done(back.purchase());
    }
  }
}
