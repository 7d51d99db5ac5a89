package club.vafa.api;

import club.vafa.kernel.ClubId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, and for which club.
 *
 * @param id the API key or session, by which requests are counted
 * @param actor what the books write down: {@code key:till-3} or {@code staff:sara}
 * @param branch the only branch the caller works for, or null for all
 */
public record Caller(
    ClubId club, UUID id, String actor, Set<Scope> scopes, @Nullable String branch) {
  /** The request attribute that holds the caller. */
  public static final String ATTRIBUTE = Caller.class.getName();

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  public boolean may(Scope scope) {
    return scopes.contains(scope);
  }
}
