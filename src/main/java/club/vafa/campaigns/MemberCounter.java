package club.vafa.campaigns;

import club.vafa.kernel.MemberId;
import club.vafa.rules.Usage.Counter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A counter of a cap or budget, and whose it is; shared counters have no member. */
public record MemberCounter(@Nullable MemberId member, Counter counter) {
  private static final UUID SHARED = new UUID(0, 0);

  public MemberCounter {
    if ((member != null) != counter.personal()) {
      throw new IllegalArgumentException("a personal counter has a member, a shared one none");
    }
  }

  UUID memberKey() {
    return member == null ? SHARED : member.value();
  }
}
