package club.vafa.campaigns.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A whole campaign as a form.
 *
 * @param name in the reader's language
 * @param trigger what sets it off, and of which type when that is an event
 * @param limits over all rules, and the budget
 * @param more what is rarely asked for
 * @param kept what the form cannot show and leaves as it is, in sentences
 */
public record CampaignForm(
    Field name,
    List<Field> trigger,
    List<RuleForm> rules,
    List<Clause> limits,
    boolean budgeted,
    List<Field> dates,
    List<Field> more,
    List<String> kept) {
  public CampaignForm {
    trigger = List.copyOf(trigger);
    rules = List.copyOf(rules);
    limits = List.copyOf(limits);
    dates = List.copyOf(dates);
    more = List.copyOf(more);
    kept = List.copyOf(kept);
  }

  /** Every field there is. */
  public List<Field> all() {
    return Stream.of(
            Stream.of(name),
            trigger.stream(),
            rules.stream().flatMap(RuleForm::all),
            limits.stream().flatMap(Clause::all),
            dates.stream(),
            more.stream())
        .flatMap(fields -> fields)
        .toList();
  }

  public boolean moreFaulty() {
    return more.stream().anyMatch(field -> !field.fault().isEmpty());
  }
}
