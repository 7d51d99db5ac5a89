package club.vafa.campaigns.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * One rule: what must be so, what happens then, and how much at most.
 *
 * @param at its JSON pointer
 * @param only whether it is the only one, which cannot be taken away
 */
public record RuleForm(
    String at,
    List<Clause> when,
    Field pickWhen,
    List<Clause> then,
    Field pickThen,
    List<Clause> caps,
    String fault,
    boolean only) {
  public RuleForm {
    when = List.copyOf(when);
    then = List.copyOf(then);
    caps = List.copyOf(caps);
  }

  Stream<Field> all() {
    return Stream.of(when, then, caps).flatMap(List::stream).flatMap(Clause::all);
  }
}
