package club.vafa.campaigns;

import club.vafa.rules.Usage.Used;

/**
 * How much a shared counter grows by what was decided without holding it.
 *
 * @param more what is added
 * @param highest the most it may have held before, so that every decision still stands
 */
public record Growth(Used more, Used highest) {

  /** The first use of a counter that may come to that much. */
  public static Growth of(Used more, Used most) {
    return new Growth(more, most.minus(more));
  }

  /** Another use of the same counter, after this one. */
  public Growth then(Used further, Used most) {
    Used all = more.plus(further);
    return new Growth(all, highest.lower(most.minus(all)));
  }
}
