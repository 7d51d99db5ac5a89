package club.vafa.operations.imports;

import club.vafa.operations.imports.CannotImport.Reason;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A file of rows under a header, read once from beginning to end. */
final class CsvFile implements AutoCloseable {
  /** Enough to see a header whole, and to look again from the start. */
  private static final int HEAD = 1 << 16;

  /** A quote that is never closed would take in the rest of the file. */
  private static final int LONGEST_FIELD = 1 << 20;

  private final CloseableIterator<CsvRecord> records;
  private final Counting bytes;
  private final List<String> header;
  private final char delimiter;
  private long number;

  private CsvFile(
      CloseableIterator<CsvRecord> records, Counting bytes, List<String> header, char delimiter) {
    this.records = records;
    this.bytes = bytes;
    this.header = header;
    this.delimiter = delimiter;
  }

  /** A row's shape is broken beyond reading on, for instance by a quote that never ends. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(RuntimeException cause) {
      super(cause);
    }
  }

  static CsvFile open(Path path, FileForm form) {
    try {
      return open(Files.newInputStream(path), path.toString(), form);
    } catch (IOException unreadable) {
      throw new CannotImport(Reason.FILE_UNREADABLE, Map.of("file", path.toString()));
    }
  }

  static CsvFile open(InputStream in, String name, FileForm form) {
    Map<String, Object> named = Map.of("file", name);
    try {
      Counting bytes = new Counting(in);
      Reader reader = new BufferedReader(new InputStreamReader(bytes, form.encoding()), HEAD);
      skipByteOrderMark(reader);
      char between = form.delimiter() == 0 ? delimiter(reader) : form.delimiter();
      CloseableIterator<CsvRecord> records = lenient(between).ofCsvRecord(reader).iterator();
      if (!records.hasNext()) {
        records.close();
        throw new CannotImport(Reason.FILE_WITHOUT_HEADER, named);
      }
      List<String> header = records.next().getFields().stream().map(String::strip).toList();
      return new CsvFile(records, bytes, header, between);
    } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
      throw new CannotImport(Reason.FILE_UNREADABLE, named);
    }
  }

  /** One row out of shape must not end the reading of all others. */
  @SuppressWarnings("removal") // Letters behind a closing quote: nothing else allows them yet.
  private static CsvReader.CsvReaderBuilder lenient(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .maxBufferSize(LONGEST_FIELD);
  }

  private static void skipByteOrderMark(Reader reader) throws IOException {
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
  }

  /** The sign that parts most cells of the header. */
  private static char delimiter(Reader reader) throws IOException {
    char[] head = new char[HEAD / 2];
    reader.mark(HEAD / 2);
    int length = Math.max(0, reader.read(head));
    reader.reset();
    String text = new String(head, 0, length);
    String line = text.lines().filter(one -> !one.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char sign : new char[] {',', ';', '\t', '|'}) {
      long count = count(line, sign);
      if (count > most) {
        most = count;
        best = sign;
      }
    }
    return best;
  }

  private static long count(String line, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (int at = 0; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (sign == '"') {
        quoted = !quoted;
      } else if (sign == wanted && !quoted) {
        count++;
      }
    }
    return count;
  }

  List<String> header() {
    return header;
  }

  char delimiter() {
    return delimiter;
  }

  /** How much of the file has been read, a buffer ahead of the rows given out. */
  long bytesRead() {
    return bytes.count.get();
  }

  boolean hasNext() {
    try {
      return records.hasNext();
    } catch (CsvParseException | UncheckedIOException broken) {
      throw new Broken(broken);
    }
  }

  Row next() {
    try {
      CsvRecord record = records.next();
      return new Row(++number, record.getStartingLineNumber(), record.getFields());
    } catch (CsvParseException | UncheckedIOException broken) {
      throw new Broken(broken);
    }
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException unclosed) {
      throw new UncheckedIOException(unclosed);
    }
  }

  private static final class Counting extends FilterInputStream {
    private final AtomicLong count = new AtomicLong();

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count.addAndGet(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count.addAndGet(Math.max(0, read));
      return read;
    }
  }
}
