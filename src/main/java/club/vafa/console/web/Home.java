package club.vafa.console.web;

import club.vafa.activity.Takings;
import java.time.LocalDate;
import java.util.List;

/**
 * What matters today.
 *
 * @param before the same day a week ago
 * @param joined how many became members today
 * @param latest the latest sales, newest first
 */
public record Home(LocalDate day, Takings today, Takings before, long joined, List<Sale> latest) {}
