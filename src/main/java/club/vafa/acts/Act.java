package club.vafa.acts;

import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param actor who, as the books write it: {@code staff:sara} or {@code key:till-3}
 * @param kind what, such as {@code campaign.publish}
 * @param console whether on a page; else by a program
 * @param subject what it was done to, by id or code; null where there is only one
 * @param member whom it is about, or null
 * @param details what was said with it, such as a reason
 */
public record Act(
    UUID id,
    Instant at,
    String actor,
    String kind,
    boolean console,
    @Nullable String subject,
    @Nullable MemberId member,
    Map<String, String> details) {
  public Act {
    details = Map.copyOf(new TreeMap<>(details));
  }

  /** The person or program without what it is. */
  public String who() {
    return actor.substring(actor.indexOf(':') + 1);
  }
}
