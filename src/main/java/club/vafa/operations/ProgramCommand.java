package club.vafa.operations;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.program.Comparison;
import club.vafa.program.NewVersion;
import club.vafa.program.Version;
import club.vafa.program.WholeProgram;
import club.vafa.templates.Guides;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code ./vafa program}: writes the program of a club as a file, compares one, applies one, and
 * writes the guide for members.
 */
@Component
@Profile("program")
class ProgramCommand implements ApplicationRunner, ExitCodeGenerator {
  static final int DONE = 0;

  /** There is a difference, and it was not applied. */
  static final int DIFFERENT = 1;

  /** Options, file or club were not as they should be. */
  static final int NOT_BEGUN = 2;

  /** The file is faulty, or may not be applied. */
  static final int REFUSED = 3;

  private static final String ACTOR = "console";

  private final WholeProgram program;
  private final Guides guides;
  private final Clubs clubs;
  private final Sentences sentences;
  private int exitCode;

  ProgramCommand(WholeProgram program, Guides guides, Clubs clubs, Sentences sentences) {
    this.program = program;
    this.guides = guides;
    this.clubs = clubs;
    this.sentences = sentences;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    exitCode = run(List.of(arguments.getSourceArgs()), Out.stream(), ProgramCommand::answeredYes);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  /** Where nobody can be asked, nobody has said yes. */
  private static boolean answeredYes() {
    Optional<String> answer =
        Optional.ofNullable(System.console())
            .filter(java.io.Console::isTerminal)
            .map(console -> console.readLine("> "));
    return answer
        .filter(said -> List.of("y", "yes", "بله", "نعم").contains(said.strip()))
        .isPresent();
  }

  /**
   * Does what was asked for.
   *
   * @param words those behind {@code ./vafa program}
   * @param confirmed asks whether a difference is to be applied
   */
  int run(List<String> words, PrintStream out, BooleanSupplier confirmed) {
    ProgramOptions options = ProgramOptions.read(words);
    Voice voice = new Voice(options.language(), out, confirmed);
    Path file = options.file();
    if (options.unknown() != null) {
      return voice.notBegun("option_unknown", Map.of("value", options.unknown()));
    }
    if (options.action().isEmpty() || file == null) {
      return voice.notBegun("usage", Map.of());
    }
    ClubId id = club(options.club(), voice);
    if (id == null) {
      return NOT_BEGUN;
    }
    try {
      if (options.action().equals("export")) {
        return ClubScope.call(id, () -> export(clubs.get(id), file, voice));
      }
      if (options.action().equals("guide")) {
        return ClubScope.call(id, () -> guide(clubs.get(id), file, voice));
      }
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return ClubScope.call(id, () -> compare(clubs.get(id), text, options, voice));
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return voice.notBegun("file", Map.of("file", file.toString()));
    }
  }

  /** The club of this code, or the only one. */
  private @Nullable ClubId club(@Nullable String code, Voice voice) {
    List<ClubId> all = clubs.all();
    ClubId found =
        code != null ? clubs.byCode(code).orElse(null) : all.size() == 1 ? all.getFirst() : null;
    if (found == null) {
      String known =
          all.stream().map(id -> clubs.get(id).code()).sorted().collect(Collectors.joining(", "));
      voice.say("club", Map.of("clubs", known));
    }
    return found;
  }

  private int export(Club club, Path file, Voice voice) {
    write(file, program.live(club, voice.language()).file());
    voice.say("exported", Map.of("club", club.name(), "file", file.toString()));
    return DONE;
  }

  private int guide(Club club, Path file, Voice voice) {
    write(file, guides.page(club, voice.language()));
    voice.say("guide", Map.of("club", club.name(), "file", file.toString()));
    return DONE;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException unwritable) {
      throw new java.io.UncheckedIOException(unwritable);
    }
  }

  private int compare(Club club, String text, ProgramOptions options, Voice voice) {
    return switch (program.compare(club, text, options.language())) {
      case Refused<Comparison>(var refusals) -> voice.refused(refusals);
      case Done<Comparison>(Comparison comparison) -> {
        comparison.changes().forEach(voice::line);
        comparison.stays().forEach(voice::line);
        if (comparison.changes().isEmpty()) {
          voice.say("same", Map.of("club", club.name()));
          yield DONE;
        }
        if (options.action().equals("diff")) {
          yield DIFFERENT;
        }
        if (!options.yes()) {
          voice.say("confirm", Map.of("club", club.name()));
        }
        if (!options.yes() && !voice.confirmed()) {
          voice.say("not_applied", Map.of());
          yield DIFFERENT;
        }
        yield applied(club, program.apply(club, text, comparison.live(), wanted(options)), voice);
      }
    };
  }

  private int applied(Club club, Outcome<Version> outcome, Voice voice) {
    return switch (outcome) {
      case Refused<Version>(var refusals) -> voice.refused(refusals);
      case Done<Version>(Version version) -> {
        voice.say("applied", Map.of("club", club.name(), "version", version.number()));
        yield DONE;
      }
    };
  }

  private static NewVersion wanted(ProgramOptions options) {
    String reason = options.reason().isBlank() ? String.valueOf(options.file()) : options.reason();
    return new NewVersion(null, false, reason, ACTOR, options.language());
  }

  /** Says things in the reader's language. */
  private final class Voice {
    private final Language language;
    private final PrintStream out;
    private final BooleanSupplier answer;

    Voice(Language language, PrintStream out, BooleanSupplier answer) {
      this.language = language;
      this.out = out;
      this.answer = answer;
    }

    boolean confirmed() {
      return answer.getAsBoolean();
    }

    Language language() {
      return language;
    }

    void say(String key, Map<String, Object> args) {
      out.println(sentences.text(language, "command.program." + key, args));
    }

    void line(String sentence) {
      out.println("- " + sentence);
    }

    int notBegun(String key, Map<String, Object> args) {
      say(key, args);
      return NOT_BEGUN;
    }

    int refused(List<Refusal> refusals) {
      say("refused", Map.of("count", refusals.size()));
      for (Refusal refusal : refusals) {
        out.println(
            sentences.text(
                language,
                "command.program.fault",
                Map.of(
                    "line", refusal.args().getOrDefault("line", 0),
                    "column", refusal.args().getOrDefault("column", 0),
                    "pointer", refusal.pointer(),
                    "code", refusal.code().code(),
                    "sentence", sentences.text(language, refusal))));
      }
      return REFUSED;
    }
  }
}
