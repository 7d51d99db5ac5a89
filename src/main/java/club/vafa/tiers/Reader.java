package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;

/** Whom something is told, of which club and in which language. */
public record Reader(Club club, Language language) {}
