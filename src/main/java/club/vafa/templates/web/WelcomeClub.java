package club.vafa.templates.web;

import club.vafa.kernel.Language;
import club.vafa.ui.Faults;

/** What the club is called and speaks, and what was settled when it was founded. */
public record WelcomeClub(
    String trade, String name, Language language, String currency, String zone, Faults faults) {}
