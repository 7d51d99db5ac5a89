package club.vafa.program.file;

import club.vafa.kernel.Refusal;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a program file says.
 *
 * @param root its content as a tree
 * @param places where each part of the tree stands in the text, by JSON pointer
 */
public record Paper(JsonNode root, Map<String, Place> places) {
  private static final Place START = new Place(1, 1);

  public Paper {
    places = Map.copyOf(places);
  }

  /** Where a pointer leads to; what is missing is looked for where it should have been. */
  public Place place(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Place known = places.get(at);
      if (known != null) {
        return known;
      }
    }
    return places.getOrDefault("", START);
  }

  /** The refusal with the line and column it speaks of. */
  public Refusal placed(Refusal refusal) {
    return refusal.args().containsKey("line") ? refusal : at(refusal, place(refusal.pointer()));
  }

  static Refusal at(Refusal refusal, Place place) {
    Map<String, Object> args = new HashMap<>(refusal.args());
    args.put("line", place.line());
    args.put("column", place.column());
    return Refusal.at(refusal.pointer(), refusal.code(), args);
  }
}
