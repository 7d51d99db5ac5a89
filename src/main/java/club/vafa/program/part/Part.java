package club.vafa.program.part;

import club.vafa.clubs.Club;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One part of a program. To add one, write one class of this kind, in the order in which parts may
 * name each other: file, difference, draft, versions and publishing follow from it.
 */
public interface Part {
  /** The key of its section in the file. */
  String section();

  /** Whether its items stay in the club once they are there, listed or not. */
  boolean stays();

  /** What is live, each item in its one form. */
  Items live(Club club);

  /**
   * Reads a section; what is wrong goes to the faults, with its pointer. Items come out in the one
   * form that {@link #live} has too, so that equal things are equal.
   */
  Items read(JsonNode section, Becoming club);

  /** The section as the file writes it: a list, unless the part is one mapping. */
  default JsonNode write(Items items) {
    return JsonNodeFactory.instance.arrayNode().addAll(items.byCode().values());
  }

  /** What an entry of the section is known by. */
  default String code(JsonNode entry) {
    return entry.path("code").asString("");
  }

  /** The difference in sentences. */
  List<String> tell(Change change, Telling telling);

  /** Puts the change into force, in the running transaction. It has been checked before. */
  void apply(Change change, Publishing publishing);
}
