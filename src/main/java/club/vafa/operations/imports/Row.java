package club.vafa.operations.imports;

import java.util.List;

/**
 * One row of a file as it stands there.
 *
 * @param number of the row, the first one after the header being 1
 * @param line of the file it begins on
 */
record Row(long number, long line, List<String> cells) {}
