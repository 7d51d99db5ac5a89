package club.vafa.portal.web;

import java.util.List;

/** The catalogue as a member sees it, and how many vouchers they hold. */
public record MyRewards(
    Shell shell,
    List<MemberHome.Balance> balances,
    List<MemberHome.Offered> offers,
    int vouchers) {}
