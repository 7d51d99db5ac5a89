package club.vafa.operations.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that were not taken, as they stood in their file, each with its line there, the field,
 * the code and the reason. Corrected it can be imported in its turn: the added columns are passed
 * over.
 */
final class RefusedFile implements AutoCloseable {
  static final List<String> ADDED = List.of("vafa_line", "vafa_field", "vafa_code", "vafa_reason");

  private final Path path;
  private final List<String> header;
  private final char delimiter;
  private final Voice voice;
  private @Nullable FileChannel channel;
  private @Nullable CsvWriter writer;

  RefusedFile(Path path, List<String> header, char delimiter, Voice voice) {
    this.path = path;
    this.header = header.stream().filter(heading -> !ADDED.contains(heading)).toList();
    this.delimiter = delimiter;
    this.voice = voice;
  }

  /** Goes on after so many bytes, those that belong to rows known to be done; 0 begins anew. */
  void from(long bytes) {
    try {
      if (bytes == 0) {
        Files.deleteIfExists(path);
        return;
      }
      CsvWriter opened = open(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileChannel at = channel;
      if (at != null) {
        at.truncate(bytes).position(Math.min(bytes, at.size()));
      }
      writer = opened;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void write(List<RefusedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    try {
      CsvWriter to = writer;
      if (to == null) {
        to =
            open(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        List<String> first = new ArrayList<>(header);
        first.addAll(ADDED);
        to.writeRecord(first);
        writer = to;
      }
      for (RefusedRow row : rows) {
        to.writeRecord(cells(row));
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private List<String> cells(RefusedRow refused) {
    List<String> cells = new ArrayList<>(header.size() + ADDED.size());
    List<String> own = refused.row().cells();
    for (int column = 0; column < header.size(); column++) {
      cells.add(column < own.size() ? own.get(column) : "");
    }
    String pointer = refused.refusal().pointer();
    cells.add(Long.toString(refused.row().line()));
    cells.add(pointer.substring(pointer.lastIndexOf('/') + 1));
    cells.add(refused.refusal().code().code());
    cells.add(voice.sentence(refused.refusal()));
    return cells;
  }

  /** Makes what was written last, and says how long the file is now. */
  long flush() {
    try {
      CsvWriter to = writer;
      FileChannel file = channel;
      if (to == null || file == null) {
        return 0;
      }
      to.flush();
      file.force(false);
      return file.size();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private CsvWriter open(StandardOpenOption... how) throws IOException {
    FileChannel file = FileChannel.open(path, how);
    channel = file;
    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
    return CsvWriter.builder().fieldSeparator(delimiter).build(out, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
