package club.vafa.installation;

import java.io.PrintStream;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one sentence why the start failed, in place of a stack trace. */
public final class StartFailureReporter implements SpringBootExceptionReporter {
  @Override
  public boolean reportException(Throwable failure) {
    if (stopping()) {
      awaitTheEnd();
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String sentence = sentence(cause);
      if (sentence != null) {
        say(System.err, sentence);
        return true;
      }
    }
    return false;
  }

  /** Whether the process is being stopped, by Ctrl-C for instance. */
  private static boolean stopping() {
    Thread trial = Thread.ofPlatform().unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(trial);
      return !Runtime.getRuntime().removeShutdownHook(trial);
    } catch (IllegalStateException underWay) {
      return true;
    }
  }

  /**
   * Whoever stops Vafa while it starts knows why it does not, and what fails then fails because the
   * database is being closed. The process ends when that is done.
   */
  private static void awaitTheEnd() {
    while (true) {
      LockSupport.park();
    }
  }

  public static void say(PrintStream out, String sentence) {
    out.println("Vafa does not start. " + sentence);
  }

  private static @Nullable String sentence(Throwable cause) {
    return switch (cause) {
      case CannotStart refused -> refused.getMessage();
      case PortInUseException taken ->
          "Port %d is in use by another program: stop it, or set VAFA_PORT to another port."
              .formatted(taken.getPort());
      default -> null;
    };
  }
}
