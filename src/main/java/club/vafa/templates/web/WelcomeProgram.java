package club.vafa.templates.web;

import club.vafa.ui.Faults;
import java.util.List;

/**
 * The program of a trade, as it would be in this club.
 *
 * @param changes what would be in force, in sentences
 * @param faults what keeps it from being published, beside its field
 */
public record WelcomeProgram(
    String trade, String name, List<Figure> figures, List<String> changes, Faults faults) {

  /**
   * Something the owner may settle.
   *
   * @param beside what stands behind it: the money, per cent, months; or empty
   */
  public record Figure(String code, String name, String value, boolean words, String beside) {}

  public String at(Figure figure) {
    return faults.at("/parameters/" + figure.code());
  }

  /** Sentences about no field that the form has. */
  public List<String> others() {
    return java.util.stream.Stream.concat(
            faults.others().stream(),
            faults.byField().entrySet().stream()
                .filter(fault ->
                    figures.stream()
                        .noneMatch(one -> fault.getKey().equals("/parameters/" + one.code())))
                .map(java.util.Map.Entry::getValue))
        .distinct()
        .toList();
  }
}
