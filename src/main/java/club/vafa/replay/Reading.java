package club.vafa.replay;

import club.vafa.activity.PastBucket;
import club.vafa.activity.PastPurchase;
import club.vafa.activity.PastQuery;
import club.vafa.activity.PastRow;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the past and deals it out to players, each on a thread of its own: by member, when members
 * have nothing in common; to one player in the order of time, when they share a budget.
 */
final class Reading implements Consumer<PastRow> {
  private static final int BLOCK = 1000;

  /** What ends the work of a player. */
  private static final Consumer<Player> END = Player::end;

  private final PastQuery.Along along;
  private final List<Player> players;
  private final Watch watch;
  private final BlockingQueue<Consumer<Player>> blocks;
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private List<PastRow> block = new ArrayList<>(BLOCK);
  private @Nullable MemberId member;

  Reading(PastQuery.Along along, List<Player> players, Watch watch) {
    this.along = along;
    this.players = players;
    this.watch = watch;
    this.blocks = new ArrayBlockingQueue<>(2 * players.size());
  }

  /** Told how far it is; throws when it must stop. */
  interface Watch {
    void done(int more);
  }

  void run(ClubId club, Source source) {
    List<Thread> threads = new ArrayList<>();
    for (Player player : players) {
      Runnable work = () -> ClubScope.run(club, () -> play(player));
      threads.add(Thread.ofPlatform().name("replay-play").daemon().start(work));
    }
    try {
      source.read(this);
      if (!block.isEmpty()) {
        deal(block);
      }
    } finally {
      threads.forEach(_ -> offer(END));
      threads.forEach(Reading::join);
    }
    throwBroken();
  }

  /** Has members played who are not in what was read, each player some. */
  void idle(List<Script.Known> members, ClubId club) {
    int each = members.size() / players.size() + 1;
    List<Thread> threads = new ArrayList<>();
    for (int at = 0; at * each < members.size(); at++) {
      Player player = players.get(at);
      List<Script.Known> own =
          members.subList(at * each, Math.min(members.size(), (at + 1) * each));
      Runnable work = () -> ClubScope.run(club, () -> unlessBroken(() -> player.idle(own)));
      threads.add(Thread.ofPlatform().name("replay-play").daemon().start(work));
    }
    threads.forEach(Reading::join);
    throwBroken();
  }

  /** Plays until the end; after something broke, whatever else comes is passed over. */
  private void play(Player player) {
    Consumer<Player> work;
    do {
      work = take();
      Consumer<Player> some = work;
      unlessBroken(() -> some.accept(player));
    } while (!work.equals(END));
  }

  private void play(Player player, List<PastRow> rows) {
    if (along == PastQuery.Along.MEMBERS) {
      player.members(rows);
    } else {
      rows.forEach(player::inTime);
    }
  }

  private void unlessBroken(Runnable work) {
    if (broken.get() == null) {
      try {
        work.run();
      } catch (RuntimeException | StackOverflowError failed) {
        broken.compareAndSet(null, failed);
      }
    }
  }

  void accept(PastBucket bucket) {
    put(player -> player.members(bucket));
    watch.done(bucket.purchases());
  }

  /** Takes all of a past that lies in memory, in the order of time. */
  void accept(List<PastPurchase> all) {
    for (int from = 0; from < all.size(); from += BLOCK) {
      List<PastPurchase> some = all.subList(from, Math.min(all.size(), from + BLOCK));
      put(player -> some.forEach(player::inTime));
      watch.done(some.size());
    }
  }

  private void deal(List<PastRow> rows) {
    put(player -> play(player, rows));
    watch.done(purchases(rows));
  }

  @Override
  public void accept(PastRow row) {
    boolean another = along == PastQuery.Along.TIME || !row.member().equals(member);
    if (another && block.size() >= BLOCK) {
      deal(block);
      block = new ArrayList<>(BLOCK);
    }
    member = row.member();
    block.add(row);
  }

  private static int purchases(List<PastRow> rows) {
    int purchases = 0;
    for (PastRow row : rows) {
      purchases += row.event() ? 0 : 1;
    }
    return purchases;
  }

  private void put(Consumer<Player> work) {
    throwBroken();
    offer(work);
  }

  private void offer(Consumer<Player> work) {
    try {
      blocks.put(work);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replaying", stopped);
    }
  }

  private Consumer<Player> take() {
    try {
      return blocks.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return END;
    }
  }

  private void throwBroken() {
    Throwable failed = broken.get();
    if (failed != null) {
      throw new IllegalStateException("a replay broke", failed);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
