package club.vafa.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The program in force.
 *
 * @param version the latest version, or null when there is none yet
 * @param changes what was changed one by one since then, in sentences
 */
public record Live(@Nullable Version version, String file, List<String> changes) {
  public Live {
    changes = List.copyOf(changes);
  }
}
