package club.vafa.templates.web;

import club.vafa.kernel.Language;
import java.util.List;

/**
 * What comes next: the guide to print, the link to join, the first sale.
 *
 * @param runs whether the club has a program that runs
 */
public record WelcomeDone(List<Language> languages, String join, boolean runs, boolean cashier) {}
