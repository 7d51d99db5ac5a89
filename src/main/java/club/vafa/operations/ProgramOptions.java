package club.vafa.operations;

import club.vafa.kernel.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words behind {@code ./vafa program}.
 *
 * @param action export, diff, apply or guide; empty when none was given
 * @param reason why, for the history; empty when it was not said
 * @param unknown the first word that is not understood, or null
 */
record ProgramOptions(
    String action,
    @Nullable Path file,
    @Nullable String club,
    boolean yes,
    String reason,
    Language language,
    @Nullable String unknown) {
  private static final List<String> ACTIONS = List.of("export", "diff", "apply", "guide");
  private static final List<String> VALUES = List.of("--club", "--language", "--reason");

  static ProgramOptions read(List<String> words) {
    return new Reader().read(words.iterator());
  }

  /** Reads the words one after the other. */
  private static final class Reader {
    private String action = "";
    private @Nullable Path file;
    private @Nullable String club;
    private boolean yes;
    private String reason = "";
    private Language language = Language.EN;
    private @Nullable String unknown;

    ProgramOptions read(Iterator<String> words) {
      while (words.hasNext()) {
        String word = words.next();
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (word.equals("--yes")) {
          yes = true;
        } else if (VALUES.contains(name) && (equals >= 0 || words.hasNext())) {
          take(name, equals < 0 ? words.next() : word.substring(equals + 1));
        } else if (action.isEmpty() && ACTIONS.contains(word)) {
          action = word;
        } else if (!action.isEmpty() && file == null && !word.startsWith("--")) {
          file = path(word).orElse(null);
          unknown = file == null && unknown == null ? word : unknown;
        } else {
          unknown = unknown == null ? word : unknown;
        }
      }
      return new ProgramOptions(action, file, club, yes, reason, language, unknown);
    }

    private void take(String name, String value) {
      switch (name) {
        case "--club" -> club = value;
        case "--reason" -> reason = value;
        default -> language = Language.of(value);
      }
    }

    private static Optional<Path> path(String word) {
      try {
        return Optional.of(Path.of(word));
      } catch (InvalidPathException notAPath) {
        return Optional.empty();
      }
    }
  }
}
