package club.vafa.api;

import club.vafa.api.IdempotencyStore.Kept;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does what a key names once. The key, the answer and the change stand in one commit, so that there
 * is never one without the other; a repetition that comes while the first still runs waits for it.
 */
@Component
public class Idempotency {
  /** The header that carries the key. */
  public static final String HEADER = "Idempotency-Key";

  /** Says that an answer was given before. */
  public static final String REPLAYED = "Idempotent-Replayed";

  /** How long keys are kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int LONGEST_KEY = 255;

  private final IdempotencyStore store;
  private final TransactionTemplate transaction;
  private final Problems problems;
  private final Json json;
  private final Clock clock;

  Idempotency(
      IdempotencyStore store,
      TransactionTemplate transaction,
      Problems problems,
      Json json,
      Clock clock) {
    this.store = store;
    this.transaction = transaction;
    this.problems = problems;
    this.json = json;
    this.clock = clock;
  }

  /** The key of a request; null when it has none, refused when it is not one. */
  public static @Nullable String key(HttpServletRequest request) {
    String key = request.getHeader(HEADER);
    if (key == null) {
      return null;
    }
    if (!isKey(key)) {
      throw new InputRefused(java.util.List.of(Refusal.of(ApiCode.IDEMPOTENCY_KEY_INVALID)));
    }
    return key;
  }

  /** Whether a request may name this key; none is as good. */
  public static boolean isKey(@Nullable String key) {
    return key == null
        || (!key.isEmpty()
            && key.length() <= LONGEST_KEY
            && key.chars().allMatch(sign -> sign > ' ' && sign < 0x7F));
  }

  /** What tells one request from another: method, address and body, in 128 bits of SHA-256. */
  public static UUID hash(String method, String path, byte[] body) {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
    digest.update((method + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(body));
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  /**
   * Runs the action in one transaction. With a key, its answer is kept and given again to whoever
   * repeats the request; an action that fails leaves nothing, so that it can be tried again.
   */
  public ResponseEntity<?> once(HttpServletRequest request, Supplier<ResponseEntity<?>> action) {
    return once(request, action, body -> body);
  }

  /**
   * Like {@link #once(HttpServletRequest, Supplier)} for answers that hold a secret.
   *
   * @param keeping what is kept of the body, without the secret
   */
  public ResponseEntity<?> once(
      HttpServletRequest request,
      Supplier<ResponseEntity<?>> action,
      UnaryOperator<Object> keeping) {
    String key = key(request);
    if (key == null) {
      return transact(action);
    }
    if (!(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
      throw new IllegalStateException("a key belongs to a club, so its caller must be known");
    }
    UUID hash = hash(request.getMethod(), request.getRequestURI(), Body.of(request));
    return transact(() -> keyed(caller.club(), key, hash, new Action(action, keeping)));
  }

  private ResponseEntity<?> transact(Supplier<ResponseEntity<?>> action) {
    ResponseEntity<?> answer = transaction.execute(_ -> action.get());
    if (answer == null) {
      throw new IllegalStateException("an endpoint answers something");
    }
    return answer;
  }

  private record Action(Supplier<ResponseEntity<?>> run, UnaryOperator<Object> keeping) {
    @Nullable String kept(ResponseEntity<?> answer, Json json) {
      return answer.getBody() == null ? null : json.text(keeping.apply(answer.getBody()));
    }
  }

  private ResponseEntity<?> keyed(ClubId club, String key, UUID hash, Action action) {
    if (!store.claim(club, key, hash, clock.instant())) {
      return store
          .find(club, key)
          .map(kept -> kept.hash().equals(hash) ? replayed(kept) : mismatch())
          .orElseThrow(() -> new IllegalStateException("the key was there a moment ago"));
    }
    ResponseEntity<?> answer = action.run().get();
    store.keep(
        club,
        key,
        new Kept(
            hash,
            answer.getStatusCode().value(),
            action.kept(answer, json),
            answer.getHeaders().getFirst(HttpHeaders.LOCATION)));
    return answer;
  }

  private ResponseEntity<?> mismatch() {
    return problems.answer(Refusal.of(ApiCode.IDEMPOTENCY_MISMATCH));
  }

  private static ResponseEntity<?> replayed(Kept kept) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(kept.status()).header(REPLAYED, "true");
    if (kept.location() != null) {
      answer.header(HttpHeaders.LOCATION, kept.location());
    }
    if (kept.body() == null) {
      return answer.build();
    }
    return answer
        .contentType(
            kept.status() < 400
                ? MediaType.APPLICATION_JSON
                : MediaType.valueOf(Problem.MEDIA_TYPE))
        .body(kept.body().getBytes(StandardCharsets.UTF_8));
  }
}
