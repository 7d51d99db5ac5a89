package club.vafa.templates;

import club.vafa.kernel.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A trade's whole program, with what depends on money and choice left open.
 *
 * @param says what kind of club it makes, in a sentence or two
 * @param perBasket how many points a usual purchase brings
 * @param program a program file whose values may be formulas, see {@link Figures}
 */
public record Template(
    String trade,
    Map<Language, String> names,
    Map<Language, String> says,
    List<Parameter> parameters,
    int perBasket,
    ObjectNode program) {
  public Template {
    names = Map.copyOf(names);
    says = Map.copyOf(says);
    parameters = List.copyOf(parameters);
  }

  public Optional<Parameter> parameter(String code) {
    return parameters.stream().filter(one -> one.code().equals(code)).findFirst();
  }
}
