package club.vafa.access;

import club.vafa.api.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that programs call with, without its secret.
 *
 * @param hint the last signs of the secret, to tell keys apart
 */
public record ApiKey(
    KeyId id,
    String name,
    String hint,
    List<Scope> scopes,
    String createdBy,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant usedAt,
    @Nullable Instant revokedAt) {

  public ApiKey {
    scopes = List.copyOf(scopes);
  }
}
