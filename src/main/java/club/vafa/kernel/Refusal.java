package club.vafa.kernel;

import java.util.Map;

/**
 * One reason why something was refused: which, where in the input (a JSON pointer, empty for the
 * whole), and the values its sentence mentions.
 */
public record Refusal(ProblemCode code, String pointer, Map<String, Object> args) {
  public Refusal {
    args = Map.copyOf(args);
  }

  public static Refusal of(ProblemCode code) {
    return new Refusal(code, "", Map.of());
  }

  public static Refusal at(String pointer, ProblemCode code) {
    return new Refusal(code, pointer, Map.of());
  }

  public static Refusal at(String pointer, ProblemCode code, Map<String, Object> args) {
    return new Refusal(code, pointer, args);
  }

  /** The same refusal inside a larger document. */
  public Refusal under(String prefix) {
    return new Refusal(code, prefix + pointer, args);
  }
}
