package club.vafa.templates;

import club.vafa.clubs.Club;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.templates.Figures.Choices;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a club is asked for, what is proposed to it, and what its owner settled on. */
@Component
class Choosing {
  private static final int LONGEST_WORDS = 100;
  private static final int PERCENT_DECIMALS = 2;

  private final PriceLevels levels;

  Choosing(PriceLevels levels) {
    this.levels = levels;
  }

  List<Asked> asked(Club club, Template template) {
    return template.parameters().stream()
        .map(one -> new Asked(one, proposed(club, one).orElse(null)))
        .toList();
  }

  private Optional<String> proposed(Club club, Parameter parameter) {
    return switch (parameter.kind()) {
      case WORDS -> Optional.ofNullable(parameter.words().get(club.language()));
      case PERCENT, MONTHS -> Optional.of(usual(parameter).toPlainString());
      case MONEY ->
          levels
              .of(club.currency())
              .map(level ->
                  Nice.of(usual(parameter).multiply(level), Money.decimals(club.currency())))
              .map(BigDecimal::toPlainString);
    };
  }

  private static BigDecimal usual(Parameter parameter) {
    return Objects.requireNonNull(parameter.usual(), parameter.code());
  }

  /**
   * What was chosen, and for the rest what is proposed.
   *
   * @param given as people write it, by the code of the parameter
   */
  Outcome<Choices> choose(Club club, Template template, Map<String, @Nullable String> given) {
    Input input = new Input();
    given.keySet().forEach(code -> known(input, template, code));
    Map<String, BigDecimal> numbers = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    for (Asked one : asked(club, template)) {
      String code = one.parameter().code();
      String at = "/parameters/" + code;
      String wanted = input.optionalText(at, given.get(code), LONGEST_WORDS);
      String value = wanted == null ? one.proposed() : wanted;
      if (value == null) {
        input.refuse(
            at, TemplatesCode.TEMPLATE_MONEY_NEEDED, Map.of("name", name(club, one.parameter())));
      } else if (one.parameter().kind() == Parameter.Kind.WORDS) {
        words.put(code, value);
      } else {
        numbers.put(code, number(input, club, one.parameter(), value));
      }
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new Choices(numbers, words));
  }

  private static void known(Input input, Template template, String code) {
    if (template.parameter(code).isEmpty()) {
      String allowed =
          template.parameters().stream().map(Parameter::code).collect(Collectors.joining(", "));
      input.refuse(
          "/parameters/" + Input.shortened(code).replace("~", "~0").replace("/", "~1"),
          TemplatesCode.TEMPLATE_PARAMETER_UNKNOWN,
          Map.of("name", Input.shortened(code), "allowed", allowed));
    }
  }

  private static BigDecimal number(Input input, Club club, Parameter parameter, String text) {
    String at = "/parameters/" + parameter.code();
    String plain = Digits.western(text);
    if (!plain.matches("\\d{1,18}(\\.\\d{1,6})?")) {
      input.refuse(at, InputCode.NOT_A_NUMBER);
      return BigDecimal.ONE;
    }
    int decimals =
        switch (parameter.kind()) {
          case MONEY -> Money.decimals(club.currency());
          case PERCENT -> PERCENT_DECIMALS;
          case MONTHS, WORDS -> 0;
        };
    int before = input.refusals().size();
    BigDecimal value =
        BigDecimal.valueOf(input.positive(at, new BigDecimal(plain), decimals), decimals);
    if (input.refusals().size() > before) {
      return BigDecimal.ONE;
    }
    BigDecimal least = parameter.least();
    BigDecimal most = parameter.most();
    if (least != null
        && most != null
        && (value.compareTo(least) < 0 || value.compareTo(most) > 0)) {
      input.refuse(
          at,
          TemplatesCode.TEMPLATE_PARAMETER_RANGE,
          Map.of("name", name(club, parameter), "least", least, "most", most));
    }
    return value;
  }

  private static String name(Club club, Parameter parameter) {
    Language language = club.language();
    return parameter.names().getOrDefault(language, parameter.code());
  }
}
