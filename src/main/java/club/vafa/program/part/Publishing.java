package club.vafa.program.part;

import club.vafa.clubs.Club;
import club.vafa.rules.Vocabulary;
import java.time.Instant;

/**
 * How a change is put into force.
 *
 * @param club as it was before, locked
 * @param becoming as it will be
 * @param words what campaigns may name once all parts are in force
 * @param from activity from then on is judged by it
 */
public record Publishing(Club club, Club becoming, Vocabulary words, Instant from, String actor) {}
