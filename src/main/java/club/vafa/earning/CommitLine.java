package club.vafa.earning;

import club.vafa.kernel.ClubId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The line before one club's books. Whoever comes while a commit is under way joins the next one,
 * so that a single caller never waits and many share the price of a commit. The line is bounded:
 * who finds it full waits outside, and the database never sees more than it can bear. A second
 * writer reads for the next commit while the first one writes.
 */
final class CommitLine implements AutoCloseable {
  /** The most activities that share a commit. */
  static final int MOST_TOGETHER = 512;

  private static final int MOST_WAITING = 20_000;

  private final ClubId club;
  private final Commit commit;

  private final Semaphore turn = new Semaphore(1);
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<Task> waiting = new ArrayDeque<>();
  private boolean closed;

  /** Commits tasks together and says when their members are locked. */
  interface Commit {
    void accept(ClubId club, List<Task> tasks, Runnable locked);
  }

  CommitLine(ClubId club, int writers, Commit commit) {
    this.club = club;
    this.commit = commit;
    for (int writer = 0; writer < writers; writer++) {
      // A virtual thread would queue behind all who wait for it, after each statement again.
      Thread.ofPlatform().daemon().name("commit-" + club + "-" + writer).start(this::work);
    }
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
    while (next(together)) {
      together.clear();
    }
  }

  private boolean next(List<Task> together) {
    try (Turn mine = new Turn()) {
      if (!take(together)) {
        return false;
      }
      commit.accept(club, together, mine::close);
    } catch (Throwable broken) {
      // Every caller must be answered, whatever broke; the line itself goes on.
      together.forEach(task -> task.fail(broken));
    }
    return true;
  }

  /** Held while tasks are taken and their members locked, so that sales keep their order. */
  private final class Turn implements AutoCloseable {
    private boolean ended;

    Turn() {
      turn.acquireUninterruptibly();
    }

    @Override
    public void close() {
      if (!ended) {
        ended = true;
        turn.release();
      }
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
      if (!waiting.isEmpty()) {
        arrived.signal();
      }
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
