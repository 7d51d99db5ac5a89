package club.vafa.rules.condition;

/** A condition made ready to be asked often. */
@FunctionalInterface
public interface Test {
  /** Conditions that do not narrow goods are asked with this line. */
  int NO_LINE = -1;

  boolean holds(Scene scene, int line);
}
