package club.vafa.portal.web;

import club.vafa.ui.QrPicture;
import java.time.Instant;
import java.util.List;

/**
 * A member's card on the phone.
 *
 * @param contact the number or address the till knows the member by; empty when there is none
 * @param seconds how long the code is the newest one
 * @param at when it was shown
 */
public record CardSheet(
    Shell shell,
    String name,
    String contact,
    QrPicture code,
    String text,
    long seconds,
    Instant at,
    List<MemberHome.Balance> balances) {}
