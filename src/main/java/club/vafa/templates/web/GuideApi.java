package club.vafa.templates.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.templates.Guides;
import club.vafa.templates.web.TemplateViews.GuideView;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guide for members over HTTP, as data and as a page to print. */
@RestController
@Tag(name = "Templates")
class GuideApi {
  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final Guides guides;
  private final Clubs clubs;
  private final Answers answers;

  GuideApi(Guides guides, Clubs clubs, Answers answers) {
    this.guides = guides;
    this.clubs = clubs;
    this.answers = answers;
  }

  @GetMapping("/v1/program/guide")
  @Needs(Scope.PROGRAM_READ)
  @Gives(GuideView.class)
  @Operation(
      operationId = "getGuide",
      summary = "What the live program tells members",
      description = "Sections of plain sentences in the language asked for.")
  ResponseEntity<?> guide(
      @RequestParam(name = "language", required = false) @Nullable String language, Caller caller) {
    return answers.ok(
        language(language).map(known -> guides.guide(clubs.get(caller.club()), known)),
        GuideView::of);
  }

  @GetMapping("/v1/program/guide.html")
  @Needs(Scope.PROGRAM_READ)
  @Gives(value = String.class, media = "text/html")
  @Operation(
      operationId = "getGuidePage",
      summary = "The same as a page to print",
      description = "One page of A4 in HTML that loads nothing and runs nothing.")
  ResponseEntity<?> page(
      @RequestParam(name = "language", required = false) @Nullable String language, Caller caller) {
    return switch (language(language)) {
      case Outcome.Refused<Language>(var refusals) -> answers.refused(refusals);
      case Outcome.Done<Language>(Language known) ->
          ResponseEntity.ok()
              .contentType(HTML)
              .header("Content-Security-Policy", guides.policy(clubs.get(caller.club())))
              .header("X-Content-Type-Options", "nosniff")
              .body(guides.page(clubs.get(caller.club()), known).getBytes(StandardCharsets.UTF_8));
    };
  }

  private static Outcome<Language> language(@Nullable String code) {
    if (code == null) {
      return Outcome.done(Call.current().language());
    }
    List<Language> all = List.of(Language.values());
    return all.stream()
        .filter(language -> language.code().equals(code))
        .findFirst()
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.at(
                    "/language",
                    InputCode.UNKNOWN_VALUE,
                    Map.of(
                        "value",
                        Input.shortened(code),
                        "allowed",
                        String.join(", ", Arrays.asList("en", "fa", "ar"))))));
  }
}
