package club.vafa.program;

import club.vafa.kernel.Input;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a message may leave open until it is sent, in braces: {@code {firstName}}. */
public enum Placeholder {
  FIRST_NAME("firstName"),
  LAST_NAME("lastName"),
  CLUB("club"),
  BRANCH("branch"),
  /** What was gained, spent or is about to end. */
  AMOUNT("amount"),
  UNIT("unit"),
  BALANCE("balance"),
  /** When something ends or happens. */
  DATE("date"),
  DAYS("days"),
  TIER("tier"),
  NEXT_TIER("nextTier"),
  /** What is still to be done for the next tier or a full card. */
  MISSING("missing"),
  REWARD("reward"),
  /** Of a voucher or coupon. */
  CODE("code"),
  PLAN("plan"),
  FEE("fee"),
  LINK("link");

  private static final Pattern BRACES = Pattern.compile("\\{([^{}]{0,60})}|[{}]");

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  private static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /** Refuses every brace of a text that does not hold one of these. */
  static void check(Input input, String pointer, String text) {
    Matcher braces = BRACES.matcher(text);
    while (braces.find()) {
      String word = braces.group(1);
      if (word == null) {
        input.refuse(pointer, ProgramCode.MESSAGE_BRACE);
        return;
      }
      if (of(word).isEmpty()) {
        input.refuse(
            pointer,
            ProgramCode.MESSAGE_PLACEHOLDER,
            Map.of("name", Input.shortened(word), "allowed", all()));
      }
    }
  }

  private static String all() {
    return Arrays.stream(values()).map(one -> one.word).collect(Collectors.joining(", "));
  }
}
