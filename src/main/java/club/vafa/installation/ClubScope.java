package club.vafa.installation;

import club.vafa.kernel.ClubId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose data the running work may touch: one club's, or the installation's before a club is known.
 * The database enforces it; work outside any scope sees no rows at all. A scope belongs to its
 * thread: work handed to another thread enters it again there.
 */
public final class ClubScope {
  private static final ScopedValue<Scope> SCOPE = ScopedValue.newInstance();

  private ClubScope() {}

  private sealed interface Scope {
    String setting();
  }

  private record OneClub(ClubId club) implements Scope {
    @Override
    public String setting() {
      return club.value().toString();
    }
  }

  private record Installation() implements Scope {
    @Override
    public String setting() {
      return "installation";
    }
  }

  public static <T extends @Nullable Object> T call(ClubId club, Supplier<T> work) {
    return within(new OneClub(club), work);
  }

  public static void run(ClubId club, Runnable work) {
    call(club, () -> done(work));
  }

  /** For work before a club is known: only tables whose policies allow it answer. */
  public static <T extends @Nullable Object> T callInstallation(Supplier<T> work) {
    return within(new Installation(), work);
  }

  public static void runInstallation(Runnable work) {
    callInstallation(() -> done(work));
  }

  /** The club whose data the running work may touch; empty outside, and for the installation. */
  public static Optional<ClubId> current() {
    return SCOPE.isBound() && SCOPE.get() instanceof OneClub(ClubId club)
        ? Optional.of(club)
        : Optional.empty();
  }

  /** What the database setting {@code vafa.club} must say now. */
  static String setting() {
    return SCOPE.isBound() ? SCOPE.get().setting() : "";
  }

  /**
   * A transaction keeps the connection, and so the club, that it began with. Changing the scope
   * inside one would silently work for the first club, so it is refused.
   */
  private static <T extends @Nullable Object> T within(Scope scope, Supplier<T> work) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !scope.setting().equals(setting())) {
      throw new IllegalStateException(
          "A transaction belongs to one club: enter the scope before the transaction begins");
    }
    return ScopedValue.where(SCOPE, scope).call(work::get);
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }
}
