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
import club.vafa.templates.Asked;
import club.vafa.templates.Drafted;
import club.vafa.templates.Parameter;
import club.vafa.templates.Template;
import club.vafa.templates.Templates;
import club.vafa.templates.Templates.Wish;
import club.vafa.templates.TemplatesCode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** {@code ./vafa template}: shows the templates of trades, makes a draft or a file of one. */
@Component
@Profile("template")
class TemplateCommand implements ApplicationRunner, ExitCodeGenerator {
  static final int DONE = 0;

  /** Options, club or file were not as they should be. */
  static final int NOT_BEGUN = 2;

  /** What was chosen does not fit, or the club does not take it. */
  static final int REFUSED = 3;

  private static final String ACTOR = "console";

  private final Templates templates;
  private final Clubs clubs;
  private final Sentences sentences;
  private int exitCode;

  TemplateCommand(Templates templates, Clubs clubs, Sentences sentences) {
    this.templates = templates;
    this.clubs = clubs;
    this.sentences = sentences;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    exitCode = run(List.of(arguments.getSourceArgs()), Out.stream());
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  /**
   * Does what was asked for.
   *
   * @param words those behind {@code ./vafa template}
   */
  int run(List<String> words, PrintStream out) {
    TemplateOptions options = TemplateOptions.read(words);
    Turn turn = new Turn(options, out);
    if (options.unknown() != null) {
      turn.say("option_unknown", Map.of("value", options.unknown()));
      return NOT_BEGUN;
    }
    if (!options.whole()) {
      turn.say("usage", Map.of());
      return NOT_BEGUN;
    }
    if (options.action().equals("list")) {
      return turn.list();
    }
    Optional<ClubId> id = turn.club();
    return id.isEmpty() ? NOT_BEGUN : ClubScope.call(id.get(), () -> turn.one(clubs.get(id.get())));
  }

  /** One call of the command. */
  private final class Turn {
    private final TemplateOptions options;
    private final Language language;
    private final PrintStream out;

    Turn(TemplateOptions options, PrintStream out) {
      this.options = options;
      this.language = options.language();
      this.out = out;
    }

    void say(String key, Map<String, Object> args) {
      out.println(sentences.text(language, "command.template." + key, args));
    }

    private String in(Map<Language, String> texts) {
      return texts.getOrDefault(language, "");
    }

    int list() {
      for (Template template : templates.all()) {
        out.println(template.trade() + ": " + in(template.names()) + ". " + in(template.says()));
      }
      return DONE;
    }

    /** The club of the code that was given, or the only one. */
    Optional<ClubId> club() {
      List<ClubId> all = clubs.all();
      String code = options.club();
      Optional<ClubId> found =
          code != null ? clubs.byCode(code) : all.stream().findFirst().filter(_ -> all.size() == 1);
      if (found.isEmpty()) {
        String known =
            all.stream().map(id -> clubs.get(id).code()).sorted().collect(Collectors.joining(", "));
        say("club", Map.of("clubs", known));
      }
      return found;
    }

    int one(Club club) {
      return switch (options.action()) {
        case "show" -> show(club);
        case "draft" -> draft(club);
        default -> write(club, Objects.requireNonNull(options.file()));
      };
    }

    private int show(Club club) {
      Optional<Template> known = templates.of(options.trade());
      if (known.isEmpty()) {
        return refused(List.of(Refusal.of(TemplatesCode.TEMPLATE_NOT_FOUND)));
      }
      Template template = known.get();
      out.println(in(template.names()) + ". " + in(template.says()));
      for (Asked asked : templates.asked(club, template)) {
        Parameter parameter = asked.parameter();
        String proposed = asked.proposed();
        say(
            "parameter",
            Map.of(
                "code",
                parameter.code(),
                "name",
                in(parameter.names()),
                "proposed",
                proposed == null ? "?" : proposed,
                "unit",
                parameter.kind() == Parameter.Kind.MONEY
                    ? club.currency().getCurrencyCode()
                    : parameter.kind() == Parameter.Kind.PERCENT ? "%" : ""));
      }
      return DONE;
    }

    private int draft(Club club) {
      String named = options.draft();
      String name = named == null ? options.trade() : named;
      Wish wish = new Wish(options.trade(), name, options.given(), ACTOR);
      return switch (templates.draft(club, wish, language)) {
        case Refused<Drafted>(var refusals) -> refused(refusals);
        case Done<Drafted>(Drafted drafted) -> {
          drafted.comparison().changes().forEach(change -> out.println("- " + change));
          drafted.comparison().stays().forEach(stays -> out.println("- " + stays));
          say("drafted", Map.of("club", club.name(), "draft", name));
          yield DONE;
        }
      };
    }

    private int write(Club club, Path file) {
      Outcome<String> outcome = templates.file(club, options.trade(), options.given());
      if (outcome instanceof Refused<String>(var refusals)) {
        return refused(refusals);
      }
      try {
        if (outcome instanceof Done<String>(String text)) {
          Files.writeString(file, text, StandardCharsets.UTF_8);
        }
      } catch (IOException unwritable) {
        say("file", Map.of("file", file.toString()));
        return NOT_BEGUN;
      }
      say("written", Map.of("file", file.toString()));
      return DONE;
    }

    private int refused(List<Refusal> refusals) {
      refusals.forEach(refusal ->
          out.println(sentences.text(language, refusal) + " (" + refusal.code().code() + ")"));
      return REFUSED;
    }
  }
}
