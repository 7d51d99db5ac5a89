package club.vafa.installation;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The database on its way: unpacked, started, checked and migrated on a thread of its own. */
final class Opening implements AutoCloseable {
  private final FutureTask<Database> work;

  private Opening(FutureTask<Database> work) {
    this.work = work;
  }

  static Opening begin(Settings settings, boolean fresh) {
    FutureTask<Database> work = new FutureTask<>(() -> Database.open(settings, fresh));
    Thread.ofPlatform().daemon().name("database-open").start(work);
    return new Opening(work);
  }

  /** Waits until the database is ready; says why when it will never be. */
  Database database() {
    try {
      return work.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof CannotStart refused) {
        throw refused;
      }
      throw new IllegalStateException("The database could not be opened", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the database opens", interrupted);
    }
  }

  /** Waits for an opening under way, because a server half started must be stopped too. */
  @Override
  public void close() throws IOException {
    // A stop during the start interrupts this thread, and PostgreSQL would be left running.
    boolean interrupted = Thread.interrupted();
    try {
      opened().close();
    } catch (ExecutionException neverOpened) {
      // The failed opening has cleaned up after itself, and has been reported.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Database opened() throws ExecutionException {
    while (true) {
      try {
        return work.get();
      } catch (InterruptedException again) {
        // Whoever stops Vafa has said so before; the server must be stopped all the same.
      }
    }
  }
}
