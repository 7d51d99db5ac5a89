package club.vafa.earning;

import club.vafa.kernel.ClubId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The line before one club's books. Whoever comes while a commit is under way joins the next one,
 * so that a single caller never waits and many share the price of a commit. When enough have come
 * for it to pay, a second commit begins beside the first, so that one is decided while the other is
 * written. What is about a member whom that other one holds is turned away and comes first next
 * time, so that neither waits for the other. What one caller brings for a member stays in its
 * order. The line is bounded: who finds it full waits outside, and the database never sees more
 * than it can bear.
 */
final class CommitLine implements AutoCloseable {
  /** The most activities that share a commit. */
  static final int MOST_TOGETHER = 512;

  /** So many are worth a commit of their own beside another: fewer would only make both dearer. */
  private static final int ENOUGH_BESIDE = 32;

  private static final int WRITERS = 2;
  private static final int MOST_WAITING = 20_000;

  /** Who was turned away so often is done next, and waited for. */
  private static final int MOST_TURNS = 3;

  /** How tasks are committed together. */
  interface Commit {
    /**
     * Commits the tasks and answers them, but for those that are turned away.
     *
     * @param patient whether to wait for members whom somebody else holds
     * @return the tasks that were turned away, none when it waits
     */
    List<Task> together(ClubId club, List<Task> tasks, boolean patient);
  }

  /** What one caller brought, or what was turned away so many times. */
  private record Waiting(List<Task> tasks, int turns) {}

  private final ClubId club;
  private final Commit commit;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();
  private final Condition room = lock.newCondition();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private int tasksWaiting;
  private int writers;
  private int busy;
  private boolean closed;

  CommitLine(ClubId club, Commit commit) {
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
      add(List.copyOf(tasks));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Joins the line if there is room.
   *
   * @return whether it has joined
   */
  boolean tryJoin(Task task) {
    lock.lock();
    try {
      if (tasksWaiting >= MOST_WAITING) {
        return false;
      }
      add(List.of(task));
      return true;
    } finally {
      lock.unlock();
    }
  }

  private void add(List<Task> tasks) {
    if (closed) {
      throw new IllegalStateException("the club's books are closed: Vafa is stopping");
    }
    boolean pays = busy == 0 || tasksWaiting + tasks.size() >= ENOUGH_BESIDE;
    if (pays && writers == busy && writers < WRITERS) {
      // Whoever can't be served, because there is no thread to be had, is not in line either.
      Thread.ofPlatform().daemon().name("commit-" + club).start(this::work);
      writers++;
    }
    waiting.add(new Waiting(tasks, 0));
    tasksWaiting += tasks.size();
    arrived.signal();
  }

  /** Whether there is something to do for a writer who is free. */
  private boolean ready() {
    return !waiting.isEmpty() && (busy == 0 || tasksWaiting >= ENOUGH_BESIDE);
  }

  private void work() {
    Taken taken = take();
    while (taken != null) {
      int rounds = Math.ceilDiv(taken.tasks().size(), MOST_TOGETHER);
      int size = Math.ceilDiv(taken.tasks().size(), rounds);
      List<Task> turned = List.of();
      for (int from = 0; from < taken.tasks().size(); from += size) {
        List<Task> next = new ArrayList<>(turned);
        next.addAll(taken.tasks().subList(from, Math.min(taken.tasks().size(), from + size)));
        turned = together(next, taken.patient());
      }
      rest(new Waiting(turned, taken.turns() + 1));
      taken = take();
    }
  }

  private List<Task> together(List<Task> tasks, boolean patient) {
    try {
      return commit.together(club, tasks, patient);
    } catch (Throwable broken) {
      // Every caller must be answered, whatever broke; the line itself goes on.
      tasks.forEach(task -> task.fail(broken));
      return List.of();
    }
  }

  /**
   * What a writer took.
   *
   * @param turns how often some of it was turned away
   * @param patient whether it is done now, whoever holds its members
   */
  private record Taken(List<Task> tasks, int turns, boolean patient) {}

  /** Takes what waits, whole callers at a time; null when the line is closed and nobody waits. */
  private @Nullable Taken take() {
    lock.lock();
    try {
      while (!ready()) {
        if (closed && waiting.isEmpty()) {
          return null;
        }
        arrived.awaitUninterruptibly();
      }
      List<Task> tasks = new ArrayList<>(MOST_TOGETHER);
      int turns = 0;
      boolean patient = true;
      do {
        Waiting next = waiting.removeFirst();
        tasks.addAll(next.tasks());
        turns = Math.max(turns, next.turns());
        patient &= next.turns() > 0;
      } while (turns < MOST_TURNS && tasks.size() < MOST_TOGETHER && !waiting.isEmpty());
      tasksWaiting -= tasks.size();
      busy++;
      room.signalAll();
      return new Taken(tasks, turns, patient);
    } finally {
      lock.unlock();
    }
  }

  private void rest(Waiting turned) {
    lock.lock();
    try {
      busy--;
      if (!turned.tasks().isEmpty()) {
        waiting.addFirst(turned);
        tasksWaiting += turned.tasks().size();
      }
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
