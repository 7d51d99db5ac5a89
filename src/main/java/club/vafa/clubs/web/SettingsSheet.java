package club.vafa.clubs.web;

import club.vafa.ui.Fact;
import club.vafa.ui.Form;
import java.util.List;
import java.util.Map;

/**
 * The settings as their page shows them.
 *
 * @param rial whether money may be shown in toman
 * @param fixed what stays as the club was founded
 */
public record SettingsSheet(
    Form form,
    Map<String, String> languages,
    Map<String, String> earnings,
    Map<String, String> returns,
    List<Fact> fixed,
    boolean rial,
    boolean mayChange) {}
