package club.vafa.earning;

import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.kernel.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An activity waiting to be decided in a shared commit, and where its answer goes. */
sealed interface Task {
  UUID id();

  /** Who it is about; nobody in an anonymous sale. */
  @Nullable MemberRef member();

  /** Whom the tasks are about. */
  static Set<MemberRef> members(List<? extends Task> tasks) {
    Set<MemberRef> refs = new HashSet<>();
    for (Task task : tasks) {
      MemberRef ref = task.member();
      if (ref != null) {
        refs.add(ref);
      }
    }
    return refs;
  }

  /** Fails the caller's wait. */
  void fail(Throwable cause);

  record Buy(UUID id, NewPurchase purchase, CompletableFuture<Outcome<Recorded<Purchase>>> answer)
      implements Task {
    @Override
    public @Nullable MemberRef member() {
      return purchase.member();
    }

    @Override
    public void fail(Throwable cause) {
      answer.completeExceptionally(cause);
    }
  }

  record Happen(UUID id, NewEvent event, CompletableFuture<Outcome<Recorded<Event>>> answer)
      implements Task {
    @Override
    public MemberRef member() {
      return event.member();
    }

    @Override
    public void fail(Throwable cause) {
      answer.completeExceptionally(cause);
    }
  }
}
