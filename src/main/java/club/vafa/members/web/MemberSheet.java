package club.vafa.members.web;

import club.vafa.members.Profile;
import java.util.List;

/** Who a member is and what they have. */
public record MemberSheet(Profile profile, List<MemberBalance> balances) {}
