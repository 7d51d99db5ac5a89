package club.vafa.operations.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Map;

/**
 * A file of sales that is to be replayed.
 *
 * @param name of the file, for people
 * @param said how it is written, by the names of the options of an import, without their dashes
 * @param columns which column holds what, each as {@code field=Column}
 * @param aboveZero whether lines without a price are refused
 */
public record PastUpload(
    String name,
    InputStream content,
    Map<String, String> said,
    List<String> columns,
    boolean aboveZero) {
  public PastUpload {
    said = Map.copyOf(said);
    columns = List.copyOf(columns);
  }
}
