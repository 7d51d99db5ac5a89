package club.vafa.program;

import java.util.List;

/**
 * A version with what it changed.
 *
 * @param changes in sentences; the first version of a club changes nothing
 */
public record VersionTold(Version version, List<String> changes) {
  public VersionTold {
    changes = List.copyOf(changes);
  }
}
