package club.vafa.templates.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.templates.Template;
import club.vafa.templates.Templates;
import club.vafa.templates.Templates.Wish;
import club.vafa.templates.TemplatesCode;
import club.vafa.templates.web.TemplateViews.DraftedView;
import club.vafa.templates.web.TemplateViews.TemplateView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The templates of trades over HTTP. */
@RestController
@Tag(name = "Templates")
class TemplatesApi {
  private final Templates templates;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  TemplatesApi(Templates templates, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.templates = templates;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /**
   * What a template is to become.
   *
   * @param draft the name of the draft; the trade when missing
   * @param parameters what differs from the proposals, by code
   */
  record DraftTemplateRequest(@Nullable String draft, @Nullable Map<String, JsonNode> parameters) {

    Outcome<Wish> read(String trade, String actor) {
      Map<String, @Nullable String> given = new HashMap<>();
      Map<String, JsonNode> sent = parameters == null ? Map.of() : parameters;
      for (Map.Entry<String, JsonNode> one : sent.entrySet()) {
        if (one.getValue() != null && one.getValue().isContainer()) {
          String at = one.getKey().replace("~", "~0").replace("/", "~1");
          return Outcome.refused(Refusal.at("/parameters/" + at, InputCode.NOT_A_NUMBER));
        }
        given.put(one.getKey(), text(one.getValue()));
      }
      return Outcome.done(new Wish(trade, draft == null ? trade : draft, given, actor));
    }

    private static @Nullable String text(@Nullable JsonNode value) {
      return value == null || value.isNull()
          ? null
          : value.isNumber() ? value.decimalValue().toPlainString() : value.asString("");
    }
  }

  @GetMapping("/v1/templates")
  @Needs(Scope.PROGRAM_READ)
  @Gives(value = TemplateView.class, list = true)
  @Operation(operationId = "listTemplates", summary = "List the trades there are templates for")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Language language = Call.current().language();
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging -> paging.page((trade, _) -> after(trade), Template::trade)),
        page -> page.map(template -> TemplateView.listed(template, language)));
  }

  /** Those behind a trade; all of them when there is no such. */
  private List<Template> after(String trade) {
    List<Template> all = templates.all();
    int at = all.stream().map(Template::trade).toList().indexOf(trade);
    return all.subList(at + 1, all.size());
  }

  @GetMapping("/v1/templates/{trade}")
  @Needs(Scope.PROGRAM_READ)
  @Gives(TemplateView.class)
  @Operation(
      operationId = "getTemplate",
      summary = "Get a template with what it asks for",
      description = "Each parameter with what is proposed to this club, in its money.")
  ResponseEntity<?> get(@PathVariable("trade") String trade, Caller caller) {
    Club club = clubs.get(caller.club());
    return answers.found(
        templates.of(trade),
        Refusal.of(TemplatesCode.TEMPLATE_NOT_FOUND),
        template ->
            TemplateView.whole(
                template, templates.asked(club, template), Call.current().language()));
  }

  @PostMapping("/v1/templates/{trade}/draft")
  @Needs(Scope.PROGRAM_WRITE)
  @Gives(value = DraftedView.class, status = 201)
  @Operation(
      operationId = "draftTemplate",
      summary = "Make a template a draft of the program",
      description =
          "What is not given is as proposed. Nothing is in force before the draft is published.")
  ResponseEntity<?> draft(
      @PathVariable("trade") String trade,
      @RequestBody DraftTemplateRequest request,
      Caller caller,
      HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        http,
        () ->
            answers.created(
                request
                    .read(trade, caller.actor())
                    .then(wish -> templates.draft(club, wish, Call.current().language())),
                drafted -> "/v1/program/drafts/" + drafted.draft().name(),
                DraftedView::of));
  }
}
