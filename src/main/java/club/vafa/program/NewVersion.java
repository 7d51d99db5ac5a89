package club.vafa.program;

import club.vafa.kernel.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a program is to be published.
 *
 * @param at when it goes live; null for now
 * @param rebase whether a draft is carried over what changed meanwhile, when nothing conflicts
 * @param language in which refusals tell what changed meanwhile
 * @param approvedBy the second person, or null
 */
public record NewVersion(
    @Nullable Instant at,
    boolean rebase,
    String reason,
    String actor,
    Language language,
    @Nullable String approvedBy) {

  /** By one person alone. */
  public NewVersion(
      @Nullable Instant at, boolean rebase, String reason, String actor, Language language) {
    this(at, rebase, reason, actor, language, null);
  }
}
