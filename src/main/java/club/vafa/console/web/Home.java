package club.vafa.console.web;

import club.vafa.activity.Takings;
import java.time.LocalDate;
import java.util.List;

/**
 * What matters today.
 *
 * @param before the same day a week ago, up to the same time of day
 * @param joined how many became members today, and {@code joinedBefore} by this time a week ago
 * @param unbooked how many sales tills could not book; zero for who may not deal with them
 * @param latest the latest sales, newest first
 */
public record Home(
    LocalDate day,
    Takings today,
    Takings before,
    long joined,
    long joinedBefore,
    long unbooked,
    List<Sale> latest) {}
