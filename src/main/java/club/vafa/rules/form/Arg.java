package club.vafa.rules.form;

import java.util.List;

/**
 * One argument: its name in JSON, what it holds and the bounds a form should know.
 *
 * @param min least value, or least number of entries of a list
 * @param max greatest value, or greatest number of entries of a list
 */
public record Arg(
    String name, Shape shape, boolean required, long min, long max, List<String> choices) {
  private static final long MOST_ENTRIES = 1_000;

  public Arg {
    choices = List.copyOf(choices);
  }

  public static Arg of(String name, Shape shape) {
    long most =
        switch (shape) {
          case TEXTS, FIELDS, TIERS, PLANS, ENTITLEMENTS, COUPONS, CHOICES, COUNTS, VALUES ->
              MOST_ENTRIES;
          case CONDITIONS, STEPS -> 20;
          default -> 1_000_000_000_000_000L;
        };
    long least =
        switch (shape) {
          case CONDITIONS,
              STEPS,
              TEXTS,
              FIELDS,
              TIERS,
              PLANS,
              ENTITLEMENTS,
              COUPONS,
              CHOICES,
              COUNTS,
              VALUES ->
              1;
          default -> 0;
        };
    return new Arg(name, shape, true, least, most, List.of());
  }

  /** A choice, or several of them when the shape is a list. */
  public static Arg of(String name, Shape shape, List<String> choices) {
    return new Arg(name, shape, true, 1, choices.size(), choices);
  }

  public Arg optional() {
    return new Arg(name, shape, false, min, max, choices);
  }

  public Arg between(long least, long most) {
    return new Arg(name, shape, required, least, most, choices);
  }

  public Arg above(long least) {
    return new Arg(name, shape, required, least + 1, max, choices);
  }
}
