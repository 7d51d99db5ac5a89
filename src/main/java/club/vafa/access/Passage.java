package club.vafa.access;

import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import jakarta.servlet.ServletException;
import java.io.IOException;

/** The rest of a request, as it passes the gate into a club. */
@FunctionalInterface
public interface Passage {
  void go() throws IOException, ServletException;

  /** Goes on seeing that club alone. */
  static void within(ClubId club, Passage passage) throws IOException, ServletException {
    try {
      ClubScope.run(
          club,
          () -> {
            try {
              passage.go();
            } catch (IOException | ServletException failed) {
              throw new Passing(failed);
            }
          });
    } catch (Passing passing) {
      switch (passing.getCause()) {
        case IOException failed -> throw failed;
        case ServletException failed -> throw failed;
        case null, default -> throw passing;
      }
    }
  }

  /** Carries what the rest of the request throws through the scope. */
  final class Passing extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Passing(Exception cause) {
      super(null, cause, false, false);
    }
  }
}
