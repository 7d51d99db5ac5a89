package club.vafa.members.web;

import club.vafa.members.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Who a member is and what they have.
 *
 * @param ownDays days they have chosen
 */
public record MemberSheet(Profile profile, List<MemberBalance> balances, List<LocalDate> ownDays) {
  /** What the staff wrote down about the member; empty when there is nothing. */
  public String note() {
    return Objects.toString(profile.attributes().get(MemberFormPage.NOTE), "");
  }
}
