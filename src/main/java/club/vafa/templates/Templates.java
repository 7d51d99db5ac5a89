package club.vafa.templates;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.program.WholeProgram;
import club.vafa.program.file.PaperWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The trades Vafa knows: what each proposes, and a club's own draft made of it. */
@Component
public class Templates {
  private final Shelf shelf;
  private final Choosing choosing;
  private final WholeProgram program;

  Templates(Shelf shelf, Choosing choosing, WholeProgram program) {
    this.shelf = shelf;
    this.choosing = choosing;
    this.program = program;
  }

  /**
   * A draft that is wanted.
   *
   * @param draft its name
   * @param given what the owner chose, by the code of the parameter
   */
  public record Wish(
      String trade, String draft, Map<String, @Nullable String> given, String actor) {}

  public List<Template> all() {
    return shelf.all();
  }

  public Optional<Template> of(String trade) {
    return shelf.all().stream().filter(template -> template.trade().equals(trade)).findFirst();
  }

  /** What the template asks this club for. */
  public List<Asked> asked(Club club, Template template) {
    return choosing.asked(club, template);
  }

  /** The program file a template becomes in a club. */
  public Outcome<String> file(Club club, String trade, Map<String, @Nullable String> given) {
    return program(club, trade, given).map(PaperWriter::write);
  }

  /** The same without the texts of messages, which are long to read in all languages. */
  public Outcome<String> rules(Club club, String trade, Map<String, @Nullable String> given) {
    return program(club, trade, given)
        .map(file -> {
          file.remove("messages");
          return PaperWriter.write(file);
        });
  }

  private Outcome<ObjectNode> program(
      Club club, String trade, Map<String, @Nullable String> given) {
    return of(trade)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.of(TemplatesCode.TEMPLATE_NOT_FOUND)))
        .then(template ->
            choosing
                .choose(club, template, given)
                .map(choices -> new Figures(template, choices, club.currency()).program()));
  }

  /** Makes a draft of the club's program; nothing is in force before it is published. */
  @Transactional
  public Outcome<Drafted> draft(Club club, Wish wish, Language language) {
    return file(club, wish.trade(), wish.given())
        .then(file -> program.put(club, wish.draft(), file, wish.actor()))
        .then(draft ->
            program
                .compareDraft(club, wish.draft(), language)
                .map(comparison -> new Drafted(draft, comparison)));
  }
}
