package club.vafa.trials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two rounds of the crash trial; more of them with its main method. */
class CrashStoryTests {
  @TempDir private Path folder;

  @Test
  void whatWasAcknowledgedSurvivesTheDeathOfVafaAndOfPostgres() {
    long seed = Long.getLong("vafa.trial.seed", System.nanoTime());
    int rounds = Integer.getInteger("vafa.trial.rounds", 2);

    assertThat(new CrashTrial(folder, rounds, seed).run()).isEmpty();
  }
}
