package club.vafa.campaigns.form;

import java.util.List;

/**
 * One thing a form asks for.
 *
 * @param name how its value is written, and the JSON pointer it stands at: {@code
 *     number:/rules/0/when/1/amount}
 * @param value as the reader writes it; of checks, what is not among the choices
 * @param beside what stands behind it, such as the money; or empty
 * @param turns whether other fields are asked for when it changes
 */
public record Field(
    String name,
    String label,
    Look look,
    String value,
    List<Choice> choices,
    String beside,
    boolean turns,
    String fault) {
  public Field {
    choices = List.copyOf(choices);
  }

  public static Field of(String name, String label, Look look, String value) {
    return new Field(name, label, look, value, List.of(), "", false, "");
  }

  public static Field select(String name, String label, List<Choice> choices) {
    return new Field(name, label, Look.SELECT, "", choices, "", false, "");
  }

  public Field beside(String text) {
    return new Field(name, label, look, value, choices, text, turns, fault);
  }

  public Field turning() {
    return new Field(name, label, look, value, choices, beside, true, fault);
  }

  public Field faulty(String text) {
    return new Field(name, label, look, value, choices, beside, turns, text);
  }

  /** Where in the definition its value stands. */
  public String pointer() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Its name as an id on the page. */
  public String id() {
    return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-");
  }
}
