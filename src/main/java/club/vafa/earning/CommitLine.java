package club.vafa.earning;

import club.vafa.kernel.ClubId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;

/**
 * The line before one club's books. Whoever comes while a commit is under way joins the next one,
 * so that a single caller never waits and many share the price of a commit. The line is bounded:
 * who finds it full waits outside, and the database never sees more than it can bear.
 */
final class CommitLine implements AutoCloseable {
  /** The most activities that share a commit. */
  static final int MOST_TOGETHER = 512;

  private static final int MOST_WAITING = 20_000;

  private final ClubId club;
  private final BiConsumer<ClubId, List<Task>> commit;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<Task> waiting = new ArrayDeque<>();
  private boolean closed;

  CommitLine(ClubId club, BiConsumer<ClubId, List<Task>> commit) {
    this.club = club;
    this.commit = commit;
    // A virtual thread would queue behind all who wait for it, after each statement again.
    Thread.ofPlatform().daemon().name("commit-" + club).start(this::work);
  }

  /** Joins the line with all tasks in their order. */
  void join(List<? extends Task> tasks) {
    lock.lock();
    try {
      while (waiting.size() >= MOST_WAITING && !closed) {
        room.awaitUninterruptibly();
      }
      if (closed) {
        throw new IllegalStateException("the club's books are closed: Vafa is stopping");
      }
      waiting.addAll(tasks);
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    List<Task> together = new ArrayList<>(MOST_TOGETHER);
    while (take(together)) {
      try {
        commit.accept(club, together);
      } catch (Throwable broken) {
        // Every caller must be answered, whatever broke; the line itself goes on.
        together.forEach(task -> task.fail(broken));
      }
      together.clear();
    }
  }

  private boolean take(List<Task> into) {
    lock.lock();
    try {
      while (waiting.isEmpty()) {
        if (closed) {
          return false;
        }
        arrived.awaitUninterruptibly();
      }
      while (into.size() < MOST_TOGETHER && !waiting.isEmpty()) {
        into.add(waiting.removeFirst());
      }
      room.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Lets those in line through and then stops. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      arrived.signalAll();
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
