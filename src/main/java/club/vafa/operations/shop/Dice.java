package club.vafa.operations.shop;

import java.util.List;

/**
 * Chance that can be repeated: the same seed throws the same numbers on every machine, which is why
 * it counts on its own (SplitMix64) and takes its functions from StrictMath.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  Dice(long seed) {
    this.state = seed;
  }

  /** Dice of their own for one thing, so that a change of one thing leaves the others alone. */
  Dice of(long thing) {
    return new Dice(mixed(state ^ mixed(thing * GOLDEN)));
  }

  private long next() {
    state += GOLDEN;
    return mixed(state);
  }

  private static long mixed(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** From 0 up to, not including, 1. */
  double part() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double least, double most) {
    return least + (most - least) * part();
  }

  /** From 0 up to, not including, the bound. */
  int below(int bound) {
    return (int) (part() * bound);
  }

  boolean chance(double probability) {
    return part() < probability;
  }

  <T> T pick(List<T> from) {
    return from.get(below(from.size()));
  }

  /** The place of one of the weights, each as likely as it weighs. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = part() * sum;
    for (int at = 0; at < weights.length; at++) {
      left -= weights[at];
      if (left < 0) {
        return at;
      }
    }
    return weights.length - 1;
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - part()));
    return radius * StrictMath.cos(2 * StrictMath.PI * part());
  }

  /** Lognormal: half of the throws are below the median. */
  double around(double median, double spread) {
    return median * StrictMath.exp(spread * normal());
  }

  /** Gamma with mean 1 (Marsaglia and Tsang); the higher the shape, the more regular. */
  double gamma(double shape) {
    if (shape < 1) {
      return gamma(shape + 1) * (shape + 1) / shape * StrictMath.pow(1 - part(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double normal = normal();
      double v = 1 + c * normal;
      if (v > 0) {
        double cube = v * v * v;
        double limit = 0.5 * normal * normal + d - d * cube + d * StrictMath.log(cube);
        if (StrictMath.log(1 - part()) < limit) {
          return d * cube / shape;
        }
      }
    }
  }
}
