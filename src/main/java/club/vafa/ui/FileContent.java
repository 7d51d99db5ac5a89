package club.vafa.ui;

import java.util.List;
import java.util.stream.Stream;

/**
 * What goes into a file.
 *
 * @param name of the file, without its kind
 */
public record FileContent(String name, List<String> headings, Stream<List<Cell>> rows) {}
