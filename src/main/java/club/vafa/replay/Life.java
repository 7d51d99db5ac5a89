package club.vafa.replay;

import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastReturn;
import club.vafa.activity.PurchaseLine;
import club.vafa.activity.Return;
import club.vafa.earning.Buyer;
import club.vafa.earning.Given;
import club.vafa.earning.Rehearsal.Played;
import club.vafa.earning.Rehearsal.Undone;
import club.vafa.earning.Sale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** One member's past, under the draft and under the live program side by side. */
final class Life {
  private static final int EXAMPLES = 3;

  final Buyer member;
  final Path draft;
  final Path live;
  final List<Example> examples = new ArrayList<>(0);
  private final Map<UUID, long[]> earlier = new HashMap<>(0);
  private final Set<UUID> known = new HashSet<>(0);
  long spent;
  Instant first = Instant.MAX;
  Instant last = Instant.MIN;
  boolean played;

  Life(Buyer member, Path draft, Path live) {
    this.member = member;
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
      earlier.put(past.id(), past.lines().stream().mapToLong(PurchaseLine::quantity).toArray());
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
    if (comesBack && past.lines().stream().allMatch(line -> line.cost() != null)) {
      known.add(past.id());
    }
    if (draftValue != liveValue) {
      example(
          new Example(
              past.id(),
              past.occurredAt(),
              draftValue,
              liveValue,
              then.detail().given(),
              now.detail().given()));
    }
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
    long[] left = earlier.get(back.purchase());
    if (left != null) {
      for (Return.Line line : back.lines()) {
        left[line.line()] -= line.quantity();
      }
      boolean whole = java.util.Arrays.stream(left).allMatch(quantity -> quantity == 0);
      draft.rehearsal.forget(back.refund(), whole);
      live.rehearsal.forget(back.refund(), whole);
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
