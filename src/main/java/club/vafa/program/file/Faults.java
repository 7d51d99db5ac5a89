package club.vafa.program.file;

import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is wrong with a file. A hostile one is not worth more than a hundred faults. */
public final class Faults {
  private static final int MOST = 100;

  private final List<Refusal> refusals = new ArrayList<>();

  public boolean any() {
    return !refusals.isEmpty();
  }

  public int count() {
    return refusals.size();
  }

  public boolean full() {
    return refusals.size() >= MOST;
  }

  public List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  public void add(String pointer, ProblemCode code) {
    add(Refusal.at(pointer, code));
  }

  public void add(String pointer, ProblemCode code, Map<String, Object> args) {
    add(Refusal.at(pointer, code, args));
  }

  public void add(Refusal refusal) {
    if (!full()) {
      refusals.add(refusal);
    }
  }
}
