package club.vafa.templates.web;

import club.vafa.ui.Faults;

/**
 * The first cashier.
 *
 * @param password shown this once, empty until somebody was let in
 * @param known how many work in the club besides owners
 */
public record WelcomeCashier(
    String name, String login, String password, String club, int known, Faults faults) {}
