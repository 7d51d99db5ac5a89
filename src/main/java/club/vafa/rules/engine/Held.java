package club.vafa.rules.engine;

import club.vafa.rules.engine.Compiled.Rule;

/** A rule whose conditions hold, in the course of one run. */
final class Held {
  private final Rule rule;
  private final int[] lines;
  private boolean gave;
  private boolean said;

  /**
   * @param lines the lines the conditions left, in order; the array may be shared and is only read
   */
  Held(Rule rule, int[] lines) {
    this.rule = rule;
    this.lines = lines;
  }

  Rule rule() {
    return rule;
  }

  int[] lines() {
    return lines;
  }

  /** Whether it brought anything about. */
  boolean gave() {
    return gave;
  }

  void give() {
    gave = true;
  }

  /** True the first time: a rule with several effects says once that it has reached its cap. */
  boolean sayOnce() {
    boolean first = !said;
    said = true;
    return first;
  }
}
