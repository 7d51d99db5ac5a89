package club.vafa.access;

import club.vafa.kernel.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in a club.
 *
 * @param branch the only branch they work for, or null for all
 */
public record Staff(
    StaffId id,
    String login,
    String name,
    Role role,
    @Nullable String branch,
    Language language,
    State state,
    Instant createdAt) {

  /** Whether they may log in. */
  public enum State {
    ACTIVE,
    BLOCKED
  }

  public boolean active() {
    return state == State.ACTIVE;
  }

  /** What the books call them. */
  public String actor() {
    return "staff:" + login;
  }
}
