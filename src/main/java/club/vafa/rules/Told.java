package club.vafa.rules;

import java.util.List;

/**
 * A campaign in the phrases of its parts, so that two can be compared phrase by phrase.
 *
 * @param limits caps over all rules, and the budget
 * @param from from when on, or empty
 * @param until until when, or empty
 */
public record Told(
    String trigger, List<RuleTold> rules, List<String> limits, String from, String until) {
  public Told {
    rules = List.copyOf(rules);
    limits = List.copyOf(limits);
  }

  /**
   * A rule in phrases.
   *
   * @param whole the rule in one phrase
   */
  public record RuleTold(
      String code, String whole, List<String> gives, List<String> when, List<String> limits) {
    public RuleTold {
      gives = List.copyOf(gives);
      when = List.copyOf(when);
      limits = List.copyOf(limits);
    }
  }
}
