package club.vafa.operations.demo;

import club.vafa.installation.CannotStart;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for behind {@code ./vafa demo}.
 *
 * @param seed null for the usual one
 * @param fresh whether the demo club that is there is thrown away
 */
record DemoOptions(@Nullable Long seed, boolean fresh) {
  /** Any will do; this one is looked at most often. */
  static final long USUAL_SEED = 7;

  static DemoOptions read(List<String> arguments) {
    Long seed = null;
    boolean fresh = false;
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("--fresh")) {
        fresh = true;
      } else if (word.equals("--seed")) {
        seed = seed(words.hasNext() ? words.next() : "");
      } else if (word.startsWith("--seed=")) {
        seed = seed(word.substring("--seed=".length()));
      } else {
        throw new CannotStart(
            "\"%s\" is not known here: ./vafa demo takes --fresh and --seed N.".formatted(word));
      }
    }
    return new DemoOptions(seed, fresh);
  }

  private static long seed(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException malformed) {
      throw new CannotStart(
          "--seed is \"%s\": it must be a whole number, such as --seed 7.".formatted(text));
    }
  }
}
