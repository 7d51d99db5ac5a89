package club.vafa.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where Vafa spends processor time and memory, from the flight recorder, stage by stage. */
final class Profile {
  private static final int MOST = 30;

  private final Path file;
  private final List<Window> windows = new ArrayList<>();

  Profile(Path file) {
    this.file = file;
  }

  private record Window(String stage, Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /** What Vafa is started with, so that there is something to read. */
  static List<String> javaOptions(Path file) {
    return List.of(
        "-XX:FlightRecorderOptions:stackdepth=160",
        "-XX:StartFlightRecording:filename="
            + file
            + ",settings=profile,dumponexit=true,jdk.CPUTimeSample#enabled=true"
            + ",jdk.CPUTimeSample#throttle=5ms,jdk.ExecutionSample#enabled=false");
  }

  void stage(String name, Instant from) {
    windows.add(new Window(name, from, Instant.now()));
  }

  /** To be called when Vafa has ended, which writes the recording. */
  String read() {
    Map<String, Counts> stages = new HashMap<>();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        windows.stream()
            .filter(window -> window.holds(event.getStartTime()))
            .findFirst()
            .ifPresent(
                window -> stages.computeIfAbsent(window.stage(), _ -> new Counts()).count(event));
      }
    } catch (IOException unreadable) {
      return "The recording cannot be read: " + unreadable + "\n";
    }
    StringBuilder text = new StringBuilder("Recorded in " + file + "\n");
    for (Window window : windows) {
      Counts counts = stages.get(window.stage());
      if (counts != null) {
        text.append("\n== ").append(window.stage()).append('\n').append(counts.text());
      }
    }
    return text.toString();
  }

  /** Samples of one stage, by the method that ran and by what it ran for. */
  private static final class Counts {
    private final Map<String, Long> running = new HashMap<>();
    private final Map<String, Long> areas = new HashMap<>();
    private final CallTree tree = new CallTree();
    private final Map<String, Long> own = new HashMap<>();
    private final Map<String, Long> allocating = new HashMap<>();

    void count(RecordedEvent event) {
      switch (event.getEventType().getName()) {
        case "jdk.CPUTimeSample", "jdk.ExecutionSample" -> {
          List<String> frames = frames(event);
          if (!frames.isEmpty()) {
            add(running, frames.getFirst(), 1);
            add(areas, Areas.of(frames), 1);
            tree.add(frames, Areas.of(frames));
            add(own, vafa(frames), 1);
          }
        }
        case "jdk.ObjectAllocationSample" -> {
          List<String> frames = frames(event);
          String type = event.getClass("objectClass").getName();
          add(allocating, vafa(frames) + "  " + type, event.getLong("weight"));
        }
        default -> {
          // The recording holds much else, which is for the tools made for it.
        }
      }
    }

    private static void add(Map<String, Long> counts, String name, long more) {
      counts.merge(name, more, Long::sum);
    }

    private static List<String> frames(RecordedEvent event) {
      return event.getStackTrace() == null
          ? List.of()
          : event.getStackTrace().getFrames().stream().map(Counts::name).toList();
    }

    private static String name(RecordedFrame frame) {
      return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    private static String vafa(List<String> frames) {
      return frames.stream()
          .filter(name -> name.startsWith("club.vafa"))
          .findFirst()
          .orElse("(not in Vafa)");
    }

    String text() {
      return "processor time by area\n"
          + top(areas)
          + "processor time by way through Vafa\n"
          + tree
          + "processor time by Vafa's method, with what it calls\n"
          + top(own)
          + "processor time by method\n"
          + top(running)
          + "memory by Vafa's method and what it makes\n"
          + top(allocating);
    }

    private static String top(Map<String, Long> counts) {
      double all = counts.values().stream().mapToLong(Long::longValue).sum();
      StringBuilder text = new StringBuilder();
      counts.entrySet().stream()
          .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
          .limit(MOST)
          .forEach(entry ->
              text.append(
                  "  %5.1f %%  %s%n".formatted(100 * entry.getValue() / all, entry.getKey())));
      return text.toString();
    }
  }
}
