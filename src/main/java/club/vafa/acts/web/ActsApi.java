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
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

  /** The filters as they were sent. */
  record ActFilter(
      @Parameter(description = "A whole actor, or the login of a person") @Nullable String actor,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String member,
      @Nullable String from,
      @Nullable String until) {
    Outcome<ActQuery> read() {
      Input input = new Input();
      MemberId id = null;
      if (member != null) {
        id = MemberId.parse(member).orElse(null);
        if (id == null) {
          input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", "member"));
        }
      }
      ActQuery query =
          new ActQuery(
              actor, kind, subject, id, instant(input, "from", from), instant(input, "until", until));
      return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(query);
    }

    private static @Nullable Instant instant(Input input, String name, @Nullable String sent) {
      if (sent == null) {
        return null;
      }
      try {
        return OffsetDateTime.parse(sent).toInstant();
      } catch (DateTimeParseException wrong) {
        input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", name));
        return null;
      }
    }
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
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "actor", required = false) @Nullable String actor,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "subject", required = false) @Nullable String subject,
      @RequestParam(name = "member", required = false) @Nullable String member,
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "until", required = false) @Nullable String until,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    return answers.ok(
        new ActFilter(actor, kind, subject, member, from, until)
            .read()
            .then(query ->
                Paging.read(limit, after)
                    .map(paging -> acts.list(caller.club(), query, paging))),
        page -> page.map(this::shown));
  }
}
