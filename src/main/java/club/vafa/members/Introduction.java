package club.vafa.members;

import org.jspecify.annotations.Nullable;

/**
 * How somebody came to join.
 *
 * @param code the referral code of the member who brought them along
 * @param terminal where they joined
 */
public record Introduction(@Nullable String code, @Nullable String terminal) {
  public static final Introduction NONE = new Introduction(null, null);

  /** The code as it is looked for; empty when there is none. */
  public String given() {
    return code == null ? "" : code.strip();
  }
}
