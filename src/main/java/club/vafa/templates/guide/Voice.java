package club.vafa.templates.guide;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.kernel.Toman;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Speaks to the members of one club in one language. */
record Voice(Club club, Language language, Sentences sentences) {
  private static final int MOST_DECIMALS = 6;

  String say(String key, Map<String, Object> args) {
    return text("templates.guide." + key, args);
  }

  String say(String key) {
    return say(key, Map.of());
  }

  boolean knows(String key) {
    return sentences.knows(language, "templates.guide." + key);
  }

  /** A sentence of another room. */
  String text(String key, Map<String, Object> args) {
    return sentences.text(language, key, args);
  }

  /** The name in the reader's language, or the nearest there is. */
  String name(JsonNode names, String otherwise) {
    for (Language one : List.of(language, club.language(), Language.EN, Language.FA, Language.AR)) {
      if (names.path(one.code()).isString()) {
        return names.path(one.code()).stringValue();
      }
    }
    return otherwise;
  }

  String number(BigDecimal value) {
    return NumberFormatter.withLocale(locale())
        .precision(Precision.maxFraction(MOST_DECIMALS))
        .format(value)
        .toString();
  }

  String number(JsonNode value) {
    return number(decimal(value));
  }

  String percent(JsonNode value) {
    return NumberFormatter.withLocale(locale())
        .unit(com.ibm.icu.util.MeasureUnit.PERCENT)
        .precision(Precision.maxFraction(MOST_DECIMALS))
        .format(decimal(value))
        .toString();
  }

  /** All decimals of the currency or, for whole amounts, none. */
  String money(BigDecimal value) {
    Speech speech = new Speech(language);
    Speech ours = club.look().toman() ? speech.inToman(text(Toman.WORD, Map.of())) : speech;
    int decimals = Money.decimals(club.currency());
    long minor =
        value.movePointRight(decimals).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return ours.money(new Money(minor, club.currency()));
  }

  String money(JsonNode value) {
    return money(decimal(value));
  }

  static BigDecimal decimal(JsonNode value) {
    return value.isNumber() ? value.decimalValue() : new BigDecimal(value.asString("0"));
  }

  String day(Instant at) {
    return new Speech(language).date(club.day(at), club.calendar());
  }

  String any(List<String> texts) {
    return ListFormatter.getInstance(locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
        .format(texts);
  }

  String all(List<String> texts) {
    return ListFormatter.getInstance(locale(), ListFormatter.Type.AND, ListFormatter.Width.WIDE)
        .format(texts);
  }

  private ULocale locale() {
    return ULocale.forLocale(language.locale());
  }
}
