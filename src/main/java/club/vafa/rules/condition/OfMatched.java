package club.vafa.rules.condition;

import club.vafa.rules.form.Args;
import java.util.List;

/** A condition over what the other conditions left; it is judged after them, outside of groups. */
public sealed interface OfMatched permits Minimum, Pieces {
  List<String> CHOICES = List.of("basket", "matched");

  boolean matched();

  static boolean matched(Args args) {
    return args.text("of", "basket").equals("matched");
  }

  static String text(boolean matched) {
    return matched ? "matched" : "basket";
  }
}
