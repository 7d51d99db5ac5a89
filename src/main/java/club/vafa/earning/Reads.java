package club.vafa.earning;

import club.vafa.rules.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counters as the rules looked at them, remembered: a cap that left nothing must be explained. */
final class Reads implements Usage {
  private final Usage counters;
  private final Map<Counter, Used> seen = new LinkedHashMap<>();

  Reads(Usage counters) {
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

  Map<Counter, Used> seen() {
    return seen;
  }
}
