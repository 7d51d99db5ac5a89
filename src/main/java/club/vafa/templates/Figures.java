package club.vafa.templates;

import club.vafa.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills in the formulas of a template. A text such as {@code =basket*2.5} stands for an amount, the
 * name being a parameter of the template, {@code currency} for the club's money, {@code decimals}
 * for those of it, or one of these, which are worked out of the usual purchase and of how generous
 * the club is:
 *
 * <ul>
 *   <li>{@code step}, the money that brings one point;
 *   <li>{@code worth}, what one point is worth: that share of a step;
 *   <li>{@code points}, how many points a usual purchase is worth.
 * </ul>
 *
 * <p>With a usual purchase of 6 euros, 10 points for it and 8 % given back, a step is 0.6, a point
 * is worth 0.048, and a coffee that costs half a purchase costs 60 points: 62.5, as shops write it.
 */
final class Figures {
  private static final Pattern FORMULA =
      Pattern.compile("=([a-zA-Z]+)(?:\\*(\\d{1,9}(?:\\.\\d{1,9})?))?");
  private static final int WORTH_DECIMALS = 6;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Template template;
  private final Choices choices;
  private final Currency currency;

  /**
   * What the owner settled on.
   *
   * @param numbers by the code of the parameter
   * @param words by the code of the parameter
   */
  record Choices(Map<String, BigDecimal> numbers, Map<String, String> words) {
    Choices {
      numbers = Map.copyOf(numbers);
      words = Map.copyOf(words);
    }
  }

  /** Figures for a club that reckons in this money. */
  Figures(Template template, Choices choices, Currency currency) {
    this.template = template;
    this.choices = choices;
    this.currency = currency;
  }

  /** The program file with everything filled in. */
  ObjectNode program() {
    ObjectNode file = JSON.objectNode().put("vafa-program", 1);
    return file.setAll((ObjectNode) filled(template.program()));
  }

  private JsonNode filled(JsonNode node) {
    if (node instanceof ObjectNode mapping) {
      ObjectNode filled = JSON.objectNode();
      mapping.properties().forEach(field -> filled.set(field.getKey(), filled(field.getValue())));
      return filled;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode filled = JSON.arrayNode();
      list.forEach(item -> filled.add(filled(item)));
      return filled;
    }
    return node.isString() && node.stringValue().startsWith("=") ? value(node.stringValue()) : node;
  }

  private JsonNode value(String formula) {
    Matcher parts = FORMULA.matcher(formula);
    if (!parts.matches()) {
      throw new IllegalStateException(template.trade() + " has no formula " + formula);
    }
    String name = parts.group(1);
    String words = choices.words().get(name);
    if (words != null) {
      return JSON.stringNode(words);
    }
    if (name.equals("decimals")) {
      return JSON.numberNode(Money.decimals(currency));
    }
    if (name.equals("currency")) {
      return JSON.stringNode(currency.getCurrencyCode());
    }
    BigDecimal times = parts.group(2) == null ? BigDecimal.ONE : new BigDecimal(parts.group(2));
    BigDecimal value = Nice.plain(number(name, times));
    return template.parameter(name).filter(one -> one.kind() == Parameter.Kind.MONTHS).isPresent()
        ? JSON.numberNode(value.intValueExact())
        : JSON.stringNode(value.toPlainString());
  }

  private BigDecimal number(String name, BigDecimal times) {
    return switch (name) {
      case "step" -> times.compareTo(BigDecimal.ONE) == 0 ? step() : nice(step().multiply(times));
      case "worth" -> worth().multiply(times).setScale(WORTH_DECIMALS, RoundingMode.HALF_UP);
      case "points" ->
          Nice.of(
              chosen("basket")
                  .multiply(times)
                  .divide(worth(), WORTH_DECIMALS, RoundingMode.HALF_UP),
              0);
      default -> parameter(name, times);
    };
  }

  private BigDecimal parameter(String name, BigDecimal times) {
    Parameter parameter =
        template
            .parameter(name)
            .orElseThrow(() -> new IllegalStateException("nothing is called " + name));
    BigDecimal value = chosen(name).multiply(times);
    return switch (parameter.kind()) {
      case MONEY -> times.compareTo(BigDecimal.ONE) == 0 ? value : nice(value);
      case PERCENT -> value.setScale(2, RoundingMode.HALF_UP);
      case MONTHS -> value.setScale(0, RoundingMode.UNNECESSARY);
      case WORDS -> throw new IllegalStateException(name + " is a word");
    };
  }

  /** The money that brings one point. */
  private BigDecimal step() {
    return nice(
        chosen("basket")
            .divide(
                BigDecimal.valueOf(template.perBasket()), WORTH_DECIMALS, RoundingMode.HALF_UP));
  }

  private BigDecimal worth() {
    BigDecimal worth = step().multiply(chosen("generosity")).movePointLeft(2);
    return worth
        .setScale(WORTH_DECIMALS, RoundingMode.HALF_UP)
        .max(BigDecimal.ONE.movePointLeft(WORTH_DECIMALS));
  }

  private BigDecimal nice(BigDecimal money) {
    return Nice.of(money, Money.decimals(currency));
  }

  private BigDecimal chosen(String name) {
    return Optional.ofNullable(choices.numbers().get(name))
        .orElseThrow(() -> new IllegalStateException("nobody was asked for " + name));
  }
}
