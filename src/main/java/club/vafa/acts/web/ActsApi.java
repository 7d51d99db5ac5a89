package club.vafa.acts.web;

import club.vafa.acts.Act;
import club.vafa.acts.ActQuery;
import club.vafa.acts.Acts;
import club.vafa.api.Answers;
import club.vafa.api.ApiCode;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, over HTTP. */
@RestController
class ActsApi {
  private final Acts acts;
  private final Answers answers;
  private final Sentences sentences;

  ActsApi(Acts acts, Answers answers, Sentences sentences) {
    this.acts = acts;
    this.answers = answers;
    this.sentences = sentences;
  }

  /**
   * Something that somebody did.
   *
   * @param actor staff:… or key:…
   * @param kind what it was done to and what was done
   * @param text the same in the caller's language
   * @param subject id or code of what it was done to
   * @param console on a page; else by a program
   * @param details what was said with it
   */
  @Schema(name = "Act")
  record ActOut(
      String id,
      Instant at,
      String actor,
      String kind,
      String text,
      @Nullable String subject,
      @Nullable String member,
      boolean console,
      Map<String, String> details) {}

  private ActOut shown(Act act) {
    return new ActOut(
        act.id().toString(),
        act.at(),
        act.actor(),
        act.kind(),
        sentences.text(Call.current().language(), "acts.kind." + act.kind(), Map.of()),
        act.subject(),
        act.member() == null ? null : act.member().toString(),
        act.console(),
        new TreeMap<>(act.details()));
  }

  @GetMapping("/v1/acts")
  @Needs(Scope.ACTS_READ)
  @Gives(value = ActOut.class, list = true)
  @Operation(
      operationId = "listActs",
      summary = "Who did what, the latest first",
      description =
          "Every act of staff and programs that configures or corrects something, from pages and"
              + " over the API. `actor` is a whole actor or the login of a person; `kind` a whole"
              + " kind such as `campaign.publish`, or its first part.")
  @Takes({"actor", "kind", "subject", "member", "from", "until", "limit", "after"})
  @Parameters({
    @Parameter(name = "actor", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "kind", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "subject", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "member", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "from", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "until", in = ParameterIn.QUERY, schema = @Schema(type = "string")),
    @Parameter(name = "limit", in = ParameterIn.QUERY, schema = @Schema(type = "integer")),
    @Parameter(name = "after", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
  })
  ResponseEntity<?> list(Caller caller, @Parameter(hidden = true) Typed typed) {
    return answers.ok(
        query(typed)
            .then(query -> paging(typed).map(paging -> acts.list(caller.club(), query, paging))),
        page -> page.map(this::shown));
  }

  private static Outcome<ActQuery> query(Typed typed) {
    Input input = new Input();
    MemberId member = MemberId.parse(typed.at("member")).orElse(null);
    if (member == null && !typed.at("member").isEmpty()) {
      input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", "member"));
    }
    ActQuery query =
        new ActQuery(
            orNone(typed.at("actor")),
            orNone(typed.at("kind")),
            orNone(typed.at("subject")),
            member,
            instant(input, "from", typed),
            instant(input, "until", typed));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(query);
  }

  private static @Nullable String orNone(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable Instant instant(Input input, String name, Typed typed) {
    String sent = typed.at(name);
    try {
      return sent.isEmpty() ? null : OffsetDateTime.parse(sent).toInstant();
    } catch (DateTimeParseException wrong) {
      input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", name));
      return null;
    }
  }

  private static Outcome<Paging> paging(Typed typed) {
    String limit = typed.at("limit");
    if (!limit.matches("(-?\\d{1,6})?")) {
      return Outcome.refused(Refusal.at("", ApiCode.BAD_PARAMETER, Map.of("name", "limit")));
    }
    return Paging.read(limit.isEmpty() ? null : Integer.valueOf(limit), orNone(typed.at("after")));
  }
}
