package club.vafa.api;

import org.jspecify.annotations.Nullable;

/** Who calls, as far as it is known without waiting for anything. */
public interface KnownCallers {
  /**
   * Whom this {@code Authorization} header names; null when that would have to be looked up, and
   * when it names nobody.
   */
  @Nullable Caller known(@Nullable String authorization);
}
