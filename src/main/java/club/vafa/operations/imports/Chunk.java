package club.vafa.operations.imports;

import java.util.List;

/**
 * A piece of a file that is worked on at once.
 *
 * @param rows how many rows are done with when this chunk is
 * @param bytes how much of the file has been read
 */
record Chunk<T>(List<T> items, long rows, long bytes) {}
