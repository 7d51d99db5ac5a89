package club.vafa.earning;

import club.vafa.rules.Program;
import club.vafa.rules.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counters as the rules looked at them, remembered: a cap that left nothing must be explained. */
final class Reads implements Usage {
  private final Program program;
  private final Usage counters;
  private final Map<Counter, Used> seen = new LinkedHashMap<>();

  /**
   * @param program by which is decided
   * @param counters what they hold
   */
  Reads(Program program, Usage counters) {
    this.program = program;
    this.counters = counters;
  }

  @Override
  public Used of(Counter counter) {
    Used known = seen.get(counter);
    if (known == null) {
      known = counters.of(counter);
      seen.put(counter, known);
    }
    return known;
  }

  /** What a counter may come to at most. */
  Used most(Counter counter) {
    return program.most(counter);
  }

  /** By which is decided. */
  Program program() {
    return program;
  }

  Map<Counter, Used> seen() {
    return seen;
  }
}
