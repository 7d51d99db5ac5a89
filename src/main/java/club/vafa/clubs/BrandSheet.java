package club.vafa.clubs;

import club.vafa.ui.Faults;
import club.vafa.ui.Shades;

/**
 * The club's look as its page shows it.
 *
 * @param color what the field for it holds, and {@code own} whether it is wanted
 * @param logo the logo as an address or as data; empty when there is none
 * @param changed who changed it last and when; empty when nobody did
 */
public record BrandSheet(
    String club,
    String color,
    boolean own,
    String logo,
    Shades shades,
    String changed,
    boolean mayChange,
    Faults faults) {}
