package club.vafa.operations.start;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Long work in steps. Whoever stops Vafa, with Ctrl-C for instance, waits for the end of a step;
 * the next one never begins, so nothing loses its database in the middle.
 */
@Component
public class Steps implements ApplicationListener<ContextClosedEvent> {
  /** Fair, because a stop that waits must come before the next step. */
  private final ReentrantLock working = new ReentrantLock(true);

  private @Nullable Runnable farewell;

  /**
   * Does the work, which calls {@link #next} between its steps.
   *
   * @param farewell told to the user when the work is broken off
   */
  public void run(Runnable farewell, Runnable work) {
    working.lock();
    try {
      this.farewell = farewell;
      work.run();
    } finally {
      this.farewell = null;
      working.unlock();
    }
  }

  /** Does not return when Vafa is being stopped. */
  public void next() {
    Runnable ours = farewell;
    working.unlock();
    working.lock();
    farewell = ours;
  }

  /** The lock is kept: this application does no more work. */
  @Override
  public void onApplicationEvent(ContextClosedEvent closed) {
    working.lock();
    Runnable broken = farewell;
    if (broken != null) {
      broken.run();
    }
  }
}
