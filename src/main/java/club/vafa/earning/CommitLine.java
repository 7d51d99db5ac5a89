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
 * so that a single caller never waits and many share the price of a commit. When enough have come
 * for it to pay, a second commit begins beside the first, so that one is decided while the other is
 * written. What one caller brings stays in its order. The line is bounded: who finds it full waits
 * outside, and the database never sees more than it can bear.
 */
final class CommitLine implements AutoCloseable {
  /** The most activities that share a commit. */
  static final int MOST_TOGETHER = 512;

  /** So many are worth a commit of their own beside another: fewer would only make both dearer. */
  private static final int ENOUGH_BESIDE = 32;

  private static final int WRITERS = 2;
  private static final int MOST_WAITING = 20_000;

  private final ClubId club;
  private final BiConsumer<ClubId, List<Task>> commit;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<List<Task>> waiting = new ArrayDeque<>();
  private int tasksWaiting;
  private int writers;
  private int busy;
  private boolean closed;

  CommitLine(ClubId club, BiConsumer<ClubId, List<Task>> commit) {
    this.club = club;
    this.commit = commit;
  }

  /** Joins the line with all tasks, which are done in their order. */
  void join(List<? extends Task> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      while (tasksWaiting >= MOST_WAITING && !closed) {
        room.awaitUninterruptibly();
      }
      if (closed) {
        throw new IllegalStateException("the club's books are closed: Vafa is stopping");
      }
      waiting.add(List.copyOf(tasks));
      tasksWaiting += tasks.size();
      if (ready() && writers == busy && writers < WRITERS) {
        writers++;
        Thread.ofPlatform().daemon().name("commit-" + club).start(this::work);
      }
      arrived.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Whether there is something to do for a writer who is free. */
  private boolean ready() {
    return !waiting.isEmpty() && (busy == 0 || tasksWaiting >= ENOUGH_BESIDE);
  }

  private void work() {
    List<Task> taken = new ArrayList<>(MOST_TOGETHER);
    while (take(taken)) {
      int rounds = Math.ceilDiv(taken.size(), MOST_TOGETHER);
      int size = Math.ceilDiv(taken.size(), rounds);
      for (int from = 0; from < taken.size(); from += size) {
        together(taken.subList(from, Math.min(taken.size(), from + size)));
      }
      taken.clear();
      rest();
    }
  }

  private void together(List<Task> tasks) {
    try {
      commit.accept(club, tasks);
    } catch (Throwable broken) {
      // Every caller must be answered, whatever broke; the line itself goes on.
      tasks.forEach(task -> task.fail(broken));
    }
  }

  /** Takes what waits, whole callers at a time. */
  private boolean take(List<Task> into) {
    lock.lock();
    try {
      while (!ready()) {
        if (closed && waiting.isEmpty()) {
          return false;
        }
        arrived.awaitUninterruptibly();
      }
      while (into.size() < MOST_TOGETHER && !waiting.isEmpty()) {
        into.addAll(waiting.removeFirst());
      }
      tasksWaiting -= into.size();
      busy++;
      room.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void rest() {
    lock.lock();
    try {
      busy--;
      arrived.signalAll();
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
