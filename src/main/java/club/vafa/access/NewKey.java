package club.vafa.access;

import club.vafa.api.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key to make. */
public record NewKey(@Nullable String name, List<Scope> scopes, @Nullable Instant expiresAt) {
  public NewKey {
    scopes = List.copyOf(scopes);
  }
}
