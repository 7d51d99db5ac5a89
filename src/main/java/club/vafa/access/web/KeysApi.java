package club.vafa.access.web;

import club.vafa.access.AccessCode;
import club.vafa.access.ApiKey;
import club.vafa.access.ApiKeys;
import club.vafa.access.KeyId;
import club.vafa.access.NewKey;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API keys over HTTP: made, listed, revoked. */
@RestController
@Tag(name = "Access")
class KeysApi {
  private final ApiKeys keys;
  private final Answers answers;
  private final Idempotency idempotency;

  KeysApi(ApiKeys keys, Answers answers, Idempotency idempotency) {
    this.keys = keys;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  record KeyIn(
      @Nullable String name, @Nullable List<@Nullable Scope> scopes, @Nullable Instant expiresAt) {}

  /** The secret is there only in the first answer to a creation. */
  record KeyMade(ApiKey key, @Nullable String secret) {
    static Object withoutSecret(Object body) {
      return body instanceof KeyMade(ApiKey key, _) ? new KeyMade(key, null) : body;
    }

    @Override
    public String toString() {
      return "KeyMade[" + key.id() + "]";
    }
  }

  @GetMapping("/v1/api-keys")
  @Needs(Scope.KEYS_READ)
  @Gives(value = ApiKey.class, list = true)
  @Operation(operationId = "listApiKeys", summary = "List API keys")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    return answers.ok(Paging.read(limit, after), paging -> keys.list(caller.club(), paging));
  }

  @GetMapping("/v1/api-keys/{id}")
  @Needs(Scope.KEYS_READ)
  @Gives(ApiKey.class)
  @Operation(operationId = "getApiKey", summary = "Get an API key")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        KeyId.parse(id).flatMap(key -> keys.find(caller.club(), key)),
        Refusal.of(AccessCode.KEY_NOT_FOUND),
        key -> key);
  }

  @PostMapping("/v1/api-keys")
  @Needs(Scope.KEYS_WRITE)
  @Gives(value = KeyMade.class, status = 201)
  @Operation(
      operationId = "createApiKey",
      summary = "Make an API key",
      description =
          "The secret is in this answer only; Vafa keeps its hash. A repetition with the same"
              + " Idempotency-Key answers without it.")
  ResponseEntity<?> make(Caller caller, @RequestBody KeyIn in, HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.created(
                wanted(in).then(wanted -> keys.make(caller, wanted)),
                made -> "/v1/api-keys/" + made.key().id(),
                made -> new KeyMade(made.key(), made.secret())),
        KeyMade::withoutSecret);
  }

  static Outcome<NewKey> wanted(KeyIn in) {
    List<@Nullable Scope> given = in.scopes() == null ? List.of() : in.scopes();
    List<Scope> scopes = new ArrayList<>();
    Input input = new Input();
    for (int at = 0; at < given.size(); at++) {
      Scope scope = given.get(at);
      if (scope == null) {
        input.refuse("/scopes/" + at, InputCode.REQUIRED);
      } else {
        scopes.add(scope);
      }
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new NewKey(in.name(), scopes, in.expiresAt()));
  }

  @DeleteMapping("/v1/api-keys/{id}")
  @Needs(Scope.KEYS_WRITE)
  @Gives(value = Void.class, status = 204)
  @Operation(operationId = "revokeApiKey", summary = "Revoke an API key")
  ResponseEntity<?> revoke(Caller caller, @PathVariable String id) {
    return answers.done(
        KeyId.parse(id)
            .map(key -> keys.revoke(caller, key))
            .orElseGet(() -> Outcome.refused(Refusal.of(AccessCode.KEY_NOT_FOUND))));
  }
}
