package club.vafa.program.part;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A part of a program before and after. */
public record Change(Items before, Items after) {

  public List<String> added() {
    return after.byCode().keySet().stream().filter(code -> before.get(code) == null).toList();
  }

  public List<String> removed() {
    return before.byCode().keySet().stream().filter(code -> after.get(code) == null).toList();
  }

  /** The codes of what is in both and not the same. */
  public List<String> changed() {
    return after.byCode().entrySet().stream()
        .filter(entry -> isOther(before.get(entry.getKey()), entry.getValue()))
        .map(entry -> entry.getKey())
        .toList();
  }

  /** The codes of what is to be put into force, added or changed, in their order. */
  public List<String> wanted() {
    return after.byCode().entrySet().stream()
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .map(entry -> entry.getKey())
        .toList();
  }

  private static boolean isOther(@Nullable ObjectNode before, ObjectNode after) {
    return before != null && !before.equals(after);
  }
}
