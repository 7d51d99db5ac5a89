package club.vafa.rules.json;

import club.vafa.kernel.Input;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The faults found so far. A hostile document is not worth more than a hundred of them. */
final class Faults {
  private static final int MOST = 100;

  private final Input input = new Input();
  private int count;

  int count() {
    return count;
  }

  boolean full() {
    return count >= MOST;
  }

  List<Refusal> refusals() {
    return input.refusals();
  }

  void add(String pointer, ProblemCode code) {
    add(pointer, code, Map.of());
  }

  void add(String pointer, ProblemCode code, Map<String, Object> args) {
    if (!full()) {
      input.refuse(pointer, code, args);
      count++;
    }
  }

  /** A text without control signs; null when it is faulty. */
  @Nullable String text(String pointer, String value, int most) {
    if (full()) {
      return null;
    }
    int before = input.refusals().size();
    String text = input.text(pointer, value, most);
    return faultySince(before) ? null : text;
  }

  /** Minor units; null when it is faulty. */
  @Nullable Long minor(String pointer, BigDecimal value, int decimals) {
    if (full()) {
      return null;
    }
    int before = input.refusals().size();
    long minor = input.minor(pointer, value, decimals);
    return faultySince(before) ? null : minor;
  }

  private boolean faultySince(int before) {
    int more = input.refusals().size() - before;
    count += more;
    return more > 0;
  }
}
