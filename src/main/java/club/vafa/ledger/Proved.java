package club.vafa.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A proof of the books as it was kept: when it was made and what it found. */
public record Proved(Instant startedAt, Duration took, long entries, List<Failed> failures) {
  public Proved {
    failures = List.copyOf(failures);
  }

  /** A check that did not hold: in how many places, and the first of them as lines. */
  public record Failed(String check, long places, List<String> first) {
    public Failed {
      first = List.copyOf(first);
    }
  }

  public boolean holds() {
    return failures.isEmpty();
  }

  /** The codes of all checks that are made. */
  public static List<String> checks() {
    return List.of(ProofCheck.values()).stream().map(ProofCheck::code).toList();
  }
}
