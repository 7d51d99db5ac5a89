package club.vafa.till.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom what was scanned or typed may mean.
 *
 * @param phone what was typed as a telephone number in full; null when it reads like none
 * @param more whether there are others of that name
 */
public record Candidates(@Nullable String phone, List<Candidate> found, boolean more) {
  public Candidates {
    found = List.copyOf(found);
  }

  /** A member. */
  public record Candidate(String id, String name, String phone, String state) {}
}
