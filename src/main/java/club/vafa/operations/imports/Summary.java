package club.vafa.operations.imports;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** What an import says when it is through. */
final class Summary {
  private final Voice voice;
  private final ImportOptions options;

  Summary(Voice voice, ImportOptions options) {
    this.voice = voice;
    this.options = options;
  }

  void tell(Tally tally, Progress progress, PrintStream out) {
    out.println(voice.say(options.dryRun() ? "import.would" : "import.done"));
    for (Tally.Kind kind : Tally.Kind.values()) {
      long count = tally.of(kind);
      if (count > 0 || kind == Tally.Kind.ROWS) {
        out.println(
            "  "
                + voice.say(
                    "import.count." + kind.name().toLowerCase(Locale.ROOT),
                    Map.of("count", count)));
      }
    }
    if (tally.of(Tally.Kind.REFUSED) > 0) {
      out.println("  " + voice.say("import.refused", Map.of("file", options.refused())));
    }
    out.println(
        "  "
            + voice.say(
                "import.took",
                Map.of(
                    "time",
                    Progress.time(progress.took()),
                    "rate",
                    progress.rate(tally.of(Tally.Kind.ROWS)))));
  }
}
