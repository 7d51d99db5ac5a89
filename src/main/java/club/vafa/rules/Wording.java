package club.vafa.rules;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Called.Thing;
import club.vafa.rules.Vocabulary.UnitInfo;
import club.vafa.rules.say.Sayings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;

/** Says amounts, money, days and lists of one club in one language, as the rules do. */
public record Wording(Sayings sayings, Vocabulary vocabulary) {
  public Wording(Sentences sentences, Language language, Vocabulary vocabulary) {
    this(Sayings.of(sentences, language, vocabulary), vocabulary);
  }

  public String text(String key, Map<String, Object> args) {
    return sayings.text(key, args);
  }

  /** Money of the club, of no more decimals than it has. */
  public String money(BigDecimal amount) {
    return sayings.money(amount.movePointRight(vocabulary.moneyDecimals()).longValue());
  }

  public String units(BigDecimal amount, String code) {
    UnitInfo unit = vocabulary.units().get(code);
    int decimals = unit == null ? 0 : unit.decimals();
    return sayings.units(amount.movePointRight(decimals).longValue(), code);
  }

  /** What a thing is called that is named by its code. */
  public String called(Thing thing, String code) {
    return sayings.called(thing, code);
  }

  public String date(LocalDate date) {
    return sayings.date(date);
  }

  public String all(Collection<String> texts) {
    return sayings.list(texts);
  }
}
