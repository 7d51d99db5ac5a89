package club.vafa.earning.web;

import club.vafa.api.ApiCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** The Idempotency-Key header of activities. */
final class IdempotencyKeys {
  private static final int LONGEST = 255;

  private IdempotencyKeys() {}

  /** A key that was sent, or none. */
  record Key(@Nullable String value) {}

  static Outcome<Key> checked(@Nullable String key) {
    boolean bad =
        key != null
            && (key.isEmpty()
                || key.length() > LONGEST
                || key.chars().anyMatch(sign -> sign <= ' ' || sign > '~'));
    return bad
        ? Outcome.refused(Refusal.of(ApiCode.IDEMPOTENCY_KEY_INVALID))
        : Outcome.done(new Key(key));
  }
}
