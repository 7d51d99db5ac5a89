package club.vafa.campaigns.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a campaign that comes and goes as a whole: a condition, an effect, a limit, a step.
 *
 * @param at its JSON pointer
 * @param kept how it is told, when the form cannot show it; else empty
 * @param parts what it is made of
 * @param picks what can be put into it; none when nothing can
 * @param more the pointer of a list that can have one more entry, else empty
 */
public record Clause(
    String at,
    String title,
    List<Field> fields,
    List<Field> rare,
    String kept,
    List<Clause> parts,
    List<Field> picks,
    String more,
    String fault) {
  public Clause {
    fields = List.copyOf(fields);
    rare = List.copyOf(rare);
    parts = List.copyOf(parts);
    picks = List.copyOf(picks);
  }

  static Clause of(String at, String title, List<Field> fields) {
    return new Clause(at, title, fields, List.of(), "", List.of(), List.of(), "", "");
  }

  static Clause kept(String at, String title, String told) {
    return new Clause(at, title, List.of(), List.of(), told, List.of(), List.of(), "", "");
  }

  /** The same with a sentence about what is wrong with it as a whole. */
  Clause faulty(String text) {
    return new Clause(at, title, fields, rare, kept, parts, picks, more, text);
  }

  /** All fields in it and in its parts. */
  public Stream<Field> all() {
    return Stream.concat(
        Stream.concat(fields.stream(), rare.stream()), parts.stream().flatMap(Clause::all));
  }

  public boolean rareFaulty() {
    return rare.stream().anyMatch(field -> !field.fault().isEmpty());
  }
}
