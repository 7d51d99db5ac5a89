package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.replay.Replay.State;
import club.vafa.replay.ReplayStore.Ending;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs replays, one at a time in each process, behind everything else. While one runs it says so
 * every second; one that has said nothing for long was left behind by a process that is gone.
 */
@Component
class Stage {
  private static final Logger LOG = LoggerFactory.getLogger(Stage.class);
  private static final Duration SILENCE = Duration.ofMinutes(1);
  private static final Duration ROUND = Duration.ofSeconds(30);
  private static final int LONGEST_FAILURE = 500;

  private final Clubs clubs;
  private final ReplayStore store;
  private final Performance performance;
  private final Clock clock;
  private final Map<ClubId, Long> wanted = new ConcurrentHashMap<>();
  private volatile @Nullable Show show;
  private volatile long lookedAt = System.nanoTime() - ROUND.toNanos();

  Stage(Clubs clubs, ReplayStore store, Performance performance, Clock clock) {
    this.clubs = clubs;
    this.store = store;
    this.performance = performance;
    this.clock = clock;
  }

  /** A replay that runs here. */
  private record Show(ClubId club, ReplayId id, AtomicLong done, Thread thread) {}

  /** It was told to stop. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A club has ordered something; its commit may still be on the way. */
  void wanted(ClubId club) {
    wanted.put(club, System.nanoTime());
  }

  @Scheduled(
      fixedDelayString = "${vafa.replay.every:500ms}",
      initialDelayString = "${vafa.replay.after:5s}")
  synchronized void look() {
    Show running = show;
    if (running != null && running.thread().isAlive()) {
      beat(running);
      return;
    }
    show = null;
    if (System.nanoTime() - lookedAt >= ROUND.toNanos()) {
      lookedAt = System.nanoTime();
      clubs.all().forEach(club -> wanted.putIfAbsent(club, lookedAt));
    }
    List<ClubId> old = new ArrayList<>();
    for (Map.Entry<ClubId, Long> one : wanted.entrySet()) {
      if (begin(one.getKey())) {
        return;
      }
      if (System.nanoTime() - one.getValue() >= ROUND.toNanos()) {
        old.add(one.getKey());
      }
    }
    old.forEach(wanted::remove);
  }

  private void beat(Show running) {
    boolean goOn =
        ClubScope.call(
            running.club(),
            () ->
                store.beat(
                    running.club(),
                    running.id(),
                    Math.max(0, running.done().get()),
                    clock.instant()));
    if (!goOn) {
      running.done().set(Long.MIN_VALUE / 2);
    }
  }

  private boolean begin(ClubId club) {
    Instant now = clock.instant();
    Optional<ReplayId> next =
        ClubScope.call(
            club,
            () -> {
              store.interrupt(club, now.minus(SILENCE), now);
              return store.take(club, now);
            });
    next.ifPresent(id -> {
      AtomicLong done = new AtomicLong();
      Thread thread =
          Thread.ofPlatform().name("replay").daemon().unstarted(() -> run(club, id, done));
      show = new Show(club, id, done, thread);
      thread.start();
    });
    return next.isPresent();
  }

  /** Runs one that was taken, to its end. */
  private void run(ClubId id, ReplayId replay, AtomicLong done) {
    ClubScope.run(
        id,
        () -> {
          try {
            Club club = clubs.get(id);
            NewReplay asked = store.find(id, replay).orElseThrow(Stopped::new).asked();
            ReplayResult result = performance.play(club, asked, more -> count(done, more));
            finish(id, replay, new Ending(State.DONE, clock.instant(), done.get(), null, result));
          } catch (Stopped stopped) {
            LOG.info("Replay {} was stopped", replay);
          } catch (Crowded tooMany) {
            LOG.info("Replay {} has too many members to be kept in memory at once", replay);
            finish(
                id, replay, new Ending(State.FAILED, clock.instant(), null, Crowded.FAILURE, null));
          } catch (RuntimeException | StackOverflowError | OutOfMemoryError broken) {
            LOG.error("Replay {} broke", replay, broken);
            finish(id, replay, failed(broken));
          }
        });
  }

  private static void count(AtomicLong done, int more) {
    if (done.addAndGet(more) < 0) {
      throw new Stopped();
    }
  }

  private Ending failed(Throwable broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    String text = String.valueOf(cause);
    String failure = text.substring(0, Math.min(text.length(), LONGEST_FAILURE));
    return new Ending(State.FAILED, clock.instant(), null, failure, null);
  }

  private void finish(ClubId club, ReplayId id, Ending ending) {
    store.finish(club, id, ending);
  }

  /** What runs here is left as interrupted at once, not after a silence. */
  @PreDestroy
  void close() {
    Show running = show;
    if (running != null && running.thread().isAlive()) {
      Ending ending = new Ending(State.INTERRUPTED, clock.instant(), null, null, null);
      try {
        ClubScope.run(running.club(), () -> store.finish(running.club(), running.id(), ending));
      } catch (RuntimeException unreachable) {
        LOG.debug("Replay {} could not be left as interrupted", running.id(), unreachable);
      }
      running.done().set(Long.MIN_VALUE / 2);
    }
  }
}
