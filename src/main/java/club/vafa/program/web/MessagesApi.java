package club.vafa.program.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.program.MessageForm;
import club.vafa.program.MessageText;
import club.vafa.program.Messages;
import club.vafa.program.ProgramCode;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The texts of messages over HTTP. */
@RestController
class MessagesApi {
  private final Messages messages;
  private final Answers answers;

  MessagesApi(Messages messages, Answers answers) {
    this.messages = messages;
    this.answers = answers;
  }

  /** A text of a message, by language. */
  public record MessageTextRequest(
      @Nullable Map<String, @Nullable String> titles,
      @Nullable Map<String, @Nullable String> texts) {}

  /** A text of a message as the API tells it. */
  public record MessageTextView(
      String code,
      Map<String, String> titles,
      Map<String, String> texts,
      String changedBy,
      Instant changedAt) {
    static MessageTextView of(MessageText text) {
      return new MessageTextView(
          text.code(),
          Language.byCode(text.titles()),
          Language.byCode(text.texts()),
          text.changedBy(),
          text.changedAt());
    }
  }

  @GetMapping("/v1/message-texts")
  @Needs(Scope.PROGRAM_READ)
  @Gives(value = MessageTextView.class, list = true)
  @Operation(operationId = "listMessageTexts", summary = "List the texts of messages")
  ResponseEntity<?> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Caller caller) {
    return answers.ok(
        NamedPaging.read(limit, after)
            .map(paging ->
                paging.page(
                    (code, most) -> messages.list(caller.club(), code, most), MessageText::code)),
        page -> page.map(MessageTextView::of));
  }

  @GetMapping("/v1/message-texts/{code}")
  @Needs(Scope.PROGRAM_READ)
  @Gives(MessageTextView.class)
  @Operation(operationId = "getMessageText", summary = "Get the text of a message")
  ResponseEntity<?> get(@PathVariable("code") String code, Caller caller) {
    return answers.found(
        messages.find(caller.club(), code),
        Refusal.of(ProgramCode.MESSAGE_NOT_FOUND),
        MessageTextView::of);
  }

  @PutMapping("/v1/message-texts/{code}")
  @Needs(Scope.PROGRAM_PUBLISH)
  @Gives(MessageTextView.class)
  @Operation(
      operationId = "putMessageText",
      summary = "Keep the text of a message",
      description =
          "In braces stand placeholders such as {firstName}; the program file's page lists them."
              + " It is in force at once.")
  ResponseEntity<?> put(
      @PathVariable("code") String code, @RequestBody MessageTextRequest request, Caller caller) {
    MessageForm form = new MessageForm(code, request.titles(), request.texts());
    return answers.ok(messages.put(caller.club(), form, caller.actor()), MessageTextView::of);
  }

  @DeleteMapping("/v1/message-texts/{code}")
  @Needs(Scope.PROGRAM_PUBLISH)
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "removeMessageText", summary = "Remove the text of a message")
  ResponseEntity<?> remove(@PathVariable("code") String code, Caller caller) {
    return answers.done(messages.remove(caller.club(), code));
  }
}
