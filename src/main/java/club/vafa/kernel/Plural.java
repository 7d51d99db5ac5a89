package club.vafa.kernel;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How languages tell numbers apart when they count, in the words of the CLDR. */
public enum Plural {
  ZERO,
  ONE,
  TWO,
  FEW,
  MANY,
  OTHER;

  /** Numbers as amounts are shown: without zeros behind. */
  private static final LocalizedNumberFormatter SHOWN =
      NumberFormatter.withLocale(ULocale.ROOT)
          .precision(Precision.maxFraction(Amount.MOST_DECIMALS));

  /** What a language counts this number as. */
  public static Plural of(Language language, BigDecimal number) {
    String category = PluralRules.forLocale(language.locale()).select(SHOWN.format(number));
    return valueOf(category.toUpperCase(Locale.ROOT));
  }

  public static Optional<Plural> byCode(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  public static String codes() {
    return Arrays.stream(values()).map(Plural::code).collect(Collectors.joining(", "));
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The forms besides its name in which a noun of a language stands beside whole numbers. Persian
   * nouns stay as they are.
   */
  public static List<Plural> besideName(Language language) {
    return switch (language) {
      case EN -> List.of(ONE);
      case FA -> List.of();
      case AR -> List.of(ONE, TWO, FEW, MANY, OTHER);
    };
  }
}
