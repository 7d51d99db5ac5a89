package club.vafa.installation;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What a room remembers of its tables, so that it need not ask for it each time. */
public final class Remembered {
  private Remembered() {}

  /**
   * Forgets what is changing: now, for the rest of this transaction, and once more when it has
   * ended, because somebody may have remembered the old in between.
   */
  public static void forget(Runnable forgetting) {
    forgetting.run();
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              forgetting.run();
            }
          });
    }
  }
}
