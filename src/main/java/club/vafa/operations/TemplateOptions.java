package club.vafa.operations;

import club.vafa.kernel.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The words behind {@code ./vafa template}.
 *
 * @param action list, show, draft or write; empty when none was given
 * @param trade empty when none was given
 * @param given what the owner chose, by the code of the parameter
 * @param draft the name of the draft; the trade when missing
 * @param unknown the first word that is not understood, or null
 */
record TemplateOptions(
    String action,
    String trade,
    @Nullable Path file,
    Map<String, @Nullable String> given,
    @Nullable String club,
    @Nullable String draft,
    Language language,
    @Nullable String unknown) {
  private static final List<String> ACTIONS = List.of("list", "show", "draft", "write");
  private static final List<String> VALUES = List.of("--club", "--language", "--draft", "--set");

  static TemplateOptions read(List<String> words) {
    return new Reader().read(words.iterator());
  }

  /** Whether everything the action needs was said. */
  boolean whole() {
    return switch (action) {
      case "list" -> true;
      case "show", "draft" -> !trade.isEmpty();
      case "write" -> !trade.isEmpty() && file != null;
      default -> false;
    };
  }

  /** Reads the words one after the other. */
  private static final class Reader {
    private String action = "";
    private String trade = "";
    private @Nullable Path file;
    private final Map<String, @Nullable String> given = new HashMap<>();
    private @Nullable String club;
    private @Nullable String draft;
    private Language language = Language.EN;
    private @Nullable String unknown;

    TemplateOptions read(Iterator<String> words) {
      while (words.hasNext()) {
        String word = words.next();
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        if (VALUES.contains(name) && (equals >= 0 || words.hasNext())) {
          take(name, equals < 0 ? words.next() : word.substring(equals + 1));
        } else if (word.startsWith("--") || !bare(word)) {
          unknown = unknown == null ? word : unknown;
        }
      }
      return new TemplateOptions(action, trade, file, given, club, draft, language, unknown);
    }

    /** Action, trade and file stand in this order; false when there is no place for the word. */
    private boolean bare(String word) {
      if (action.isEmpty()) {
        action = ACTIONS.contains(word) ? word : "";
        return !action.isEmpty();
      }
      if (trade.isEmpty() && !action.equals("list")) {
        trade = word;
        return true;
      }
      if (file == null && action.equals("write")) {
        file = path(word).orElse(null);
        return file != null;
      }
      return false;
    }

    private void take(String name, String value) {
      switch (name) {
        case "--club" -> club = value;
        case "--draft" -> draft = value;
        case "--language" -> language = Language.of(value);
        default -> {
          int equals = value.indexOf('=');
          if (equals > 0) {
            given.put(value.substring(0, equals), value.substring(equals + 1));
          } else {
            unknown = unknown == null ? value : unknown;
          }
        }
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
