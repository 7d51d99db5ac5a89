package club.vafa.portal;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.util.UUID;

/** A member who is logged in: who sees these pages and nothing but their own. */
public record Guest(ClubId club, MemberId member, UUID session) {
  /** The request attribute that holds the guest. */
  public static final String ATTRIBUTE = Guest.class.getName();

  /** What the books write down as who did it. */
  public String actor() {
    return "member:" + member;
  }
}
