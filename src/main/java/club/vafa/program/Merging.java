package club.vafa.program;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.part.Items;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries a draft over what changed while it was made: whoever changed a thing wins, unless both
 * did, in different ways.
 */
final class Merging {
  private final Keep keep;
  private final List<String> conflicts = new ArrayList<>();

  private Merging(Keep keep) {
    this.keep = keep;
  }

  /** What holds when both sides changed the same thing. */
  enum Keep {
    NEITHER,
    DRAFT,
    LIVE
  }

  /** The draft on top of what is live. */
  static Outcome<Document> merge(Document base, Document live, Document draft, Keep keep) {
    Merging merging = new Merging(keep);
    Map<String, Items> merged = new HashMap<>();
    for (String section : new TreeSet<>(live.parts().keySet())) {
      merged.put(
          section,
          merging.merge(section, base.part(section), live.part(section), draft.part(section)));
    }
    return merging.conflicts.isEmpty()
        ? Outcome.done(new Document(merged))
        : Outcome.refused(
            Refusal.at(
                "",
                ProgramCode.DRAFT_CONFLICT,
                Map.of("what", String.join(", ", merging.conflicts))));
  }

  private Items merge(String section, Items base, Items live, Items draft) {
    SortedMap<String, ObjectNode> merged = new TreeMap<>();
    TreeSet<String> codes = new TreeSet<>(live.codes(draft));
    codes.addAll(base.byCode().keySet());
    for (String code : codes) {
      ObjectNode one = merge(section + " " + code, base.get(code), live.get(code), draft.get(code));
      if (one != null) {
        merged.put(code, one);
      }
    }
    return new Items(merged);
  }

  private @Nullable ObjectNode merge(
      String what,
      @Nullable ObjectNode base,
      @Nullable ObjectNode live,
      @Nullable ObjectNode draft) {
    if (Objects.equals(draft, base) || Objects.equals(draft, live)) {
      return live;
    }
    if (Objects.equals(live, base)) {
      return draft;
    }
    if (keep == Keep.NEITHER) {
      conflicts.add(what);
    }
    return keep == Keep.LIVE ? live : draft;
  }
}
