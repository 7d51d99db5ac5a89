package club.vafa.access.web;

import club.vafa.access.Access;
import club.vafa.access.Access.Credentials;
import club.vafa.access.Access.Session;
import club.vafa.access.Staff;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Open;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Logging in and out over HTTP. */
@RestController
@Tag(name = "Access")
class SessionsApi {
  private static final int LONGEST = 200;

  private final Access access;
  private final Answers answers;

  SessionsApi(Access access, Answers answers) {
    this.access = access;
    this.answers = answers;
  }

  record LoginIn(@Nullable String club, @Nullable String login, @Nullable String password) {
    @Override
    public String toString() {
      return "LoginIn[" + club + "/" + login + "]";
    }
  }

  record SessionOut(ClubId club, String token, Instant expiresAt, Staff staff) {
    static SessionOut of(Session session) {
      return new SessionOut(session.club(), session.token(), session.expiresAt(), session.staff());
    }
  }

  @PostMapping("/v1/sessions")
  @Open
  @Needs({})
  @Gives(value = SessionOut.class, status = 201)
  @Operation(
      operationId = "login",
      summary = "Log in",
      description =
          "Answers with a token for the header `Authorization: Bearer …`. It lasts 12 hours after"
              + " it was last used.")
  ResponseEntity<?> login(@RequestBody LoginIn in, HttpServletRequest request) {
    Input input = new Input();
    Credentials given =
        new Credentials(
            input.text("/club", in.club(), LONGEST),
            input.text("/login", in.login(), LONGEST),
            in.password() == null ? input.text("/password", null, LONGEST) : in.password(),
            request.getRemoteAddr());
    Outcome<Session> outcome =
        input.faulty() ? Outcome.refused(input.refusals()) : access.login(given);
    return answers.of(outcome, HttpStatus.CREATED, SessionOut::of);
  }

  @DeleteMapping("/v1/sessions")
  @Needs({})
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "logout", summary = "Log out")
  ResponseEntity<?> logout(Caller caller) {
    access.logout(caller);
    return ResponseEntity.noContent().build();
  }
}
