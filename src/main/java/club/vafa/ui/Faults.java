package club.vafa.ui;

import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What is wrong with a form.
 *
 * @param byField sentences by the JSON pointer of the field
 * @param others sentences about no field that the form has
 */
public record Faults(Map<String, String> byField, List<String> others) {
  public static final Faults NONE = new Faults(Map.of(), List.of());

  static Faults of(List<Refusal> refusals, Function<Refusal, String> sentence) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> others = new ArrayList<>();
    for (Refusal refusal : refusals) {
      if (refusal.pointer().isEmpty()) {
        others.add(sentence.apply(refusal));
      } else {
        fields.putIfAbsent(refusal.pointer(), sentence.apply(refusal));
      }
    }
    return new Faults(fields, others);
  }

  public boolean any() {
    return !byField.isEmpty() || !others.isEmpty();
  }

  /** Everything that is wrong, where there is no form to show it in. */
  public List<String> all() {
    List<String> all = new ArrayList<>(others);
    all.addAll(byField.values());
    return all;
  }

  /** What is wrong with a field; empty when nothing is. */
  public String at(String pointer) {
    return byField.getOrDefault(pointer, "");
  }
}
