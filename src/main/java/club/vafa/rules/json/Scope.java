package club.vafa.rules.json;

import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.AttributeKind;
import club.vafa.rules.Vocabulary.EventSchema;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind.Needs;
import org.jspecify.annotations.Nullable;

/**
 * Where in a definition the reader is: under which trigger, inside how many groups, and with how
 * many decimals amounts are given.
 */
record Scope(
    Vocabulary vocabulary, TriggerKind on, @Nullable EventSchema event, int depth, int decimals) {

  boolean meets(Needs needs) {
    return switch (needs) {
      case NOTHING -> true;
      case SALE -> on.bringsGoods();
      case PURCHASE -> on == TriggerKind.PURCHASE;
      case EVENT -> on == TriggerKind.EVENT;
    };
  }

  Scope deeper() {
    return new Scope(vocabulary, on, event, depth + 1, decimals);
  }

  /** Inside an effect with these arguments: its unit's decimals, else those of money. */
  Scope giving(Args args) {
    UnitInfo unit = vocabulary.units().get(args.text("unit", ""));
    int given = unit == null ? vocabulary.moneyDecimals() : unit.decimals();
    return new Scope(vocabulary, on, event, depth, given);
  }

  @Nullable AttributeKind attribute(String name) {
    return event == null ? null : event.attributes().get(name);
  }
}
