package club.vafa.templates.web;

import club.vafa.clubs.BrandSheet;
import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Toman;
import club.vafa.templates.Template;
import club.vafa.ui.Faults;

/**
 * What the club is called, looks like and speaks, and what was settled when it was founded.
 *
 * @param rial whether it may reckon in toman
 */
public record WelcomeClub(
    String trade,
    String name,
    Language language,
    String currency,
    String zone,
    boolean rial,
    boolean toman,
    BrandSheet brand,
    Faults faults) {
  static WelcomeClub of(Club club, Template template, String name, BrandSheet brand) {
    return new WelcomeClub(
        template.trade(),
        name,
        club.language(),
        club.currency().getCurrencyCode(),
        club.zone().getId(),
        Toman.suits(club.currency()),
        club.look().toman(),
        brand,
        Faults.NONE);
  }

  WelcomeClub with(Faults found) {
    return new WelcomeClub(trade, name, language, currency, zone, rial, toman, brand, found);
  }
}
