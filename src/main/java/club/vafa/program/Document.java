package club.vafa.program;

import club.vafa.program.part.Items;
import java.util.Map;

/**
 * A program: what each of its parts holds, by section. One that was written before a part existed
 * lacks its section, and says nothing about it.
 */
record Document(Map<String, Items> parts) {
  static final Document NOTHING = new Document(Map.of());

  Document {
    parts = Map.copyOf(parts);
  }

  boolean knows(String section) {
    return parts.containsKey(section);
  }

  Items part(String section) {
    return parts.getOrDefault(section, Items.NONE);
  }

  /** Whether both say the same, as far as both say anything. */
  boolean says(Document other) {
    return parts.entrySet().stream()
        .filter(part -> other.knows(part.getKey()))
        .allMatch(part -> part.getValue().equals(other.part(part.getKey())));
  }
}
