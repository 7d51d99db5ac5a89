package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.GeneratedPage;
import club.vafa.testing.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The walls between the rooms, and the picture of them. */
class ModularityTests {
  private static final ApplicationModules ROOMS = ApplicationModules.of(VafaApplication.class);
  private static final Map<String, Set<String>> ARROWS = arrows();

  @Test
  void everyRoomUsesOnlyWhatItDeclares() {
    ROOMS.verify();
  }

  @Test
  void arrowsOnlyPointDown() {
    List<String> above = new ArrayList<>(ARROWS.keySet());
    boolean lower = true;
    while (lower) {
      lower =
          above.removeIf(
              room -> ARROWS.getOrDefault(room, Set.of()).stream().noneMatch(above::contains));
    }
    assertThat(above).as("rooms that use each other in a circle").isEmpty();
  }

  @Test
  void thePictureIsTrue() throws IOException {
    Map<String, String> purposes = purposes();
    StringBuilder page =
        new StringBuilder(
            """
            # The rooms

            Each room is a package below `club.vafa`. An arrow means “uses”; arrows that follow from others
            are left out of the picture and stand in the table. This page is made from the code.

            ```mermaid
            flowchart TD
            """);
    for (String room : order(ARROWS)) {
      page.append("  ").append(room).append('\n');
      for (String used : shown(room, ARROWS)) {
        page.append("  %s --> %s\n".formatted(room, used));
      }
    }
    page.append("```\n\n| room | what it is for | uses |\n| --- | --- | --- |\n");
    for (String room : order(ARROWS)) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  room,
                  purposes.getOrDefault(room, ""),
                  String.join(", ", ARROWS.getOrDefault(room, Set.of()))));
    }
    GeneratedPage.check("docs/understand/modules.md", page.toString(), getClass());
  }

  /** Each room with the rooms its classes really use. */
  private static Map<String, Set<String>> arrows() {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (ApplicationModule room : ROOMS) {
      if (!room.isRootModule()) {
        Set<String> used =
            room.getDirectDependencies(ROOMS)
                .uniqueModules()
                .map(target -> target.getIdentifier().toString())
                .collect(Collectors.toCollection(TreeSet::new));
        arrows.put(room.getIdentifier().toString(), used);
      }
    }
    return arrows;
  }

  /** From the top down: a room comes after all that use it, otherwise by name. */
  private static List<String> order(Map<String, Set<String>> arrows) {
    List<String> ordered = new ArrayList<>();
    Set<String> left = new TreeSet<>(arrows.keySet());
    while (!left.isEmpty()) {
      List<String> top =
          left.stream()
              .filter(room ->
                  left.stream()
                      .noneMatch(other -> arrows.getOrDefault(other, Set.of()).contains(room)))
              .toList();
      ordered.addAll(top.isEmpty() ? left : top);
      left.removeAll(top.isEmpty() ? Set.copyOf(left) : top);
    }
    return ordered;
  }

  /** The arrows that do not follow from others. */
  private static Set<String> shown(String room, Map<String, Set<String>> arrows) {
    Set<String> direct = arrows.getOrDefault(room, Set.of());
    Set<String> shown = new TreeSet<>(direct);
    for (String used : direct) {
      shown.removeAll(reachable(used, arrows));
    }
    return shown;
  }

  private static Set<String> reachable(String room, Map<String, Set<String>> arrows) {
    Set<String> all = new TreeSet<>();
    for (String used : arrows.getOrDefault(room, Set.of())) {
      all.add(used);
      all.addAll(reachable(used, arrows));
    }
    return all;
  }

  /** The first sentences of each room's package-info. */
  private static Map<String, String> purposes() {
    Map<String, String> purposes = new TreeMap<>();
    for (SourceFile file : SourceFile.java("src/main/java")) {
      if (file.path().matches(".*/club/vafa/\\w+/package-info.java")) {
        String comment = file.text().replaceFirst("(?s)^/\\*\\*(.*?)\\*/.*$", "$1");
        String text = comment.replaceAll("\\n\\s*\\*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
        purposes.put(file.room(), text.replaceAll("\\s+", " ").strip());
      }
    }
    return purposes;
  }
}
