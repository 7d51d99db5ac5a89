package club.vafa.earning;

import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.api.ApiCode;
import club.vafa.clubs.Clubs;
import club.vafa.earning.Rounds.Hold;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides the tasks of a line together and answers each caller when the shared commit is durable.
 * When a commit fails, its tasks are tried one by one, so that a bad one never fails its
 * neighbours.
 */
@Component
class Commits {
  private final Rounds rounds;
  private final PurchaseDecider purchases;
  private final EventDecider events;
  private final Explaining explaining;
  private final Clubs clubs;
  private final TransactionOperations transaction;

  Commits(
      Rounds rounds,
      PurchaseDecider purchases,
      EventDecider events,
      Explaining explaining,
      Clubs clubs,
      TransactionOperations transaction) {
    this.rounds = rounds;
    this.purchases = purchases;
    this.events = events;
    this.explaining = explaining;
    this.clubs = clubs;
    this.transaction = transaction;
  }

  /**
   * Commits tasks together.
   *
   * @param patient whether to wait for members whom somebody else holds
   * @return the tasks that must come later, because somebody else holds their members
   */
  List<Task> commit(ClubId club, List<Task> tasks, boolean patient) {
    return commit(club, tasks, patient ? Hold.MEMBERS : Hold.FREE_MEMBERS);
  }

  private List<Task> commit(ClubId club, List<Task> tasks, Hold hold) {
    try {
      try {
        return together(club, tasks, hold);
      } catch (DuplicateKeyException | ConcurrencyFailureException raced) {
        // Somebody else committed what this round could not see; now it can, and holds it.
        return together(club, tasks, Hold.EVERYTHING);
      }
    } catch (DataAccessResourceFailureException
        | CannotCreateTransactionException
        | TransactionSystemException unreachable) {
      // The last is what a lost connection looks like when its rollback fails too. One by one they
      // would each wait for the database; their callers ask again.
      tasks.forEach(task -> task.fail(unreachable));
    } catch (RuntimeException broken) {
      if (tasks.size() == 1) {
        tasks.getFirst().fail(broken);
      } else {
        tasks.forEach(task -> commit(club, List.of(task), Hold.MEMBERS));
      }
    }
    return List.of();
  }

  private List<Task> together(ClubId club, List<Task> tasks, Hold hold) {
    List<Runnable> answers = new ArrayList<>(tasks.size());
    List<Task> busy = new ArrayList<>();
    ClubScope.run(
        club,
        () ->
            transaction.executeWithoutResult(_ -> {
              Rounds.Opened opened = rounds.open(club, tasks, hold);
              for (Task task : tasks) {
                if (opened.mustWait(task)) {
                  busy.add(task);
                } else {
                  answers.add(decide(opened, task));
                }
              }
              rounds.write(opened);
            }));
    answers.forEach(Runnable::run);
    return busy;
  }

  private Runnable decide(Rounds.Opened opened, Task task) {
    return switch (task) {
      case Task.Buy buy -> {
        Outcome<Recorded<Purchase>> outcome = decide(opened, buy.id(), buy.purchase());
        yield () -> buy.answer().complete(outcome);
      }
      case Task.Happen happen -> {
        Outcome<Recorded<Event>> outcome = decide(opened, happen.id(), happen.event());
        yield () -> happen.answer().complete(outcome);
      }
    };
  }

  /** One purchase on an opened round: found there already, refused, or decided. */
  Outcome<Recorded<Purchase>> decide(Rounds.Opened opened, UUID id, NewPurchase purchase) {
    Purchase known = opened.round().purchases.get(purchase.key());
    if (known != null || clashes(opened, purchase.idempotencyKey(), purchase.hash())) {
      return known != null && known.hash().equals(purchase.hash())
          ? Outcome.done(explaining.again(opened.round().club, known))
          : Outcome.refused(Refusal.of(ApiCode.IDEMPOTENCY_MISMATCH));
    }
    List<Refusal> place = place(opened.round().club.id(), purchase);
    if (!place.isEmpty()) {
      return Outcome.refused(place);
    }
    MemberRef ref = purchase.member();
    Outcome<Buyer> found = ref == null ? null : opened.buyers().get(ref);
    if (found instanceof Refused<Buyer>(List<Refusal> refusals)) {
      return Outcome.refused(refusals);
    }
    Buyer buyer = found instanceof Done<Buyer>(Buyer member) ? member : null;
    return opened
        .beside()
        .admit(purchase, buyer)
        .then(admitted ->
            purchases
                .decide(opened.round(), admitted, buyer, id)
                .map(recorded -> {
                  opened.beside().booked(admitted, buyer, recorded.activity().id());
                  return recorded;
                }));
  }

  private Outcome<Recorded<Event>> decide(Rounds.Opened opened, UUID id, NewEvent event) {
    Event known = opened.round().events.get(event.key());
    if (known != null || clashes(opened, event.idempotencyKey(), event.hash())) {
      return known != null && known.hash().equals(event.hash())
          ? Outcome.done(explaining.again(opened.round().club, known))
          : Outcome.refused(Refusal.of(ApiCode.IDEMPOTENCY_MISMATCH));
    }
    return switch (opened.buyers().get(event.member())) {
      case Done<Buyer>(Buyer buyer) ->
          Outcome.done(events.decide(opened.round(), event, buyer, id));
      case Refused<Buyer>(List<Refusal> refusals) -> Outcome.refused(refusals);
      case null -> throw new IllegalStateException("nobody was looked up for " + event);
    };
  }

  /** The key was used before, for something else: the same body would be under the same name. */
  private static boolean clashes(Rounds.Opened opened, @Nullable String key, UUID hash) {
    if (key == null) {
      return false;
    }
    KeyStore.Key used = opened.keys().get(key);
    return used != null
        || opened.round().newKeys.stream()
            .anyMatch(fresh -> fresh.key().equals(key) && !fresh.hash().equals(hash));
  }

  private List<Refusal> place(ClubId club, NewPurchase purchase) {
    String branch = purchase.branch();
    String terminal = purchase.terminal();
    if (branch == null || clubs.has(club, branch, PurchaseDecider.text(terminal))) {
      return List.of();
    }
    return clubs.has(club, branch, "") && terminal != null
        ? List.of(
            Refusal.at(
                "/terminal",
                EarningCode.TERMINAL_UNKNOWN_HERE,
                Map.of("value", terminal, "branch", branch)))
        : List.of(Refusal.at("/branch", EarningCode.BRANCH_UNKNOWN_HERE, Map.of("value", branch)));
  }
}
