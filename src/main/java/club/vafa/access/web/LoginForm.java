package club.vafa.access.web;

import club.vafa.ui.Faults;
import org.jspecify.annotations.Nullable;

/**
 * The form to log in with.
 *
 * @param only the name of the club when there is one only
 * @param next where to go then
 */
public record LoginForm(
    String club, @Nullable String only, String login, String next, Faults faults) {}
