package club.vafa.installation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Work on threads that others need at once: where it would ask the database, it ends. */
public final class NoWaiting {
  private static final ScopedValue<Boolean> ASKED_FOR = ScopedValue.newInstance();

  private NoWaiting() {}

  /** What the work gives; it must be such that it can be begun anew where there is time. */
  public static <T extends @Nullable Object> T call(Supplier<T> work) {
    return ScopedValue.where(ASKED_FOR, true).call(work::get);
  }

  /** Whether work failed because it would have waited. */
  public static boolean isWhy(Throwable fault) {
    Throwable cause = fault;
    while (cause != null && !(cause instanceof WouldWait)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  static void check() {
    if (ASKED_FOR.isBound()) {
      throw new WouldWait();
    }
  }

  private static final class WouldWait extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WouldWait() {
      super("there is no time for the database here", null, false, false);
    }
  }
}
