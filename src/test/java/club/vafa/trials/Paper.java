package club.vafa.trials;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a caller knows of one thing it sent: a purchase, or goods that came back of one.
 *
 * @param path where it was sent to
 */
record Paper(
    String id, String path, String body, int phone, @Nullable Paper purchase, State state) {
  Paper(String id, String path, String body, int phone, @Nullable Paper purchase) {
    this(id, path, body, phone, purchase, new State());
  }

  enum Fate {
    /** Nothing came back that says whether it was done. */
    UNKNOWN,
    DONE,
    REFUSED
  }

  /** What has become of it; written by one thread at a time. */
  static final class State {
    private final AtomicBoolean returned = new AtomicBoolean();
    private volatile Fate fate = Fate.UNKNOWN;
    private volatile @Nullable JsonNode answer;

    Fate fate() {
      return fate;
    }

    JsonNode answer() {
      JsonNode told = answer;
      if (told == null) {
        throw new IllegalStateException("nothing was answered");
      }
      return told;
    }

    void done(JsonNode told) {
      answer = told;
      fate = Fate.DONE;
    }

    void refused() {
      fate = Fate.REFUSED;
    }

    /** Whether the goods may be brought back now; true only once. */
    boolean takeBack() {
      return returned.compareAndSet(false, true);
    }
  }

  boolean isReturn() {
    return purchase != null;
  }

  boolean is(Fate fate) {
    return state.fate() == fate;
  }
}
