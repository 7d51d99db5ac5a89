package club.vafa.operations.imports;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads a file of members chunk by chunk. */
final class MemberChunks implements Iterator<Chunk<MemberForm.Read>> {
  private static final int MOST = 1000;

  private final CsvFile file;
  private final MemberForm form;

  /**
   * @param after so many rows, which are passed over because they were done before
   */
  MemberChunks(CsvFile file, MemberForm form, long after) {
    this.file = file;
    this.form = form;
    for (long row = 0; row < after && file.hasNext(); row++) {
      file.next();
    }
  }

  @Override
  public boolean hasNext() {
    return file.hasNext();
  }

  @Override
  public Chunk<MemberForm.Read> next() {
    List<MemberForm.Read> read = new ArrayList<>();
    Row row;
    do {
      row = file.next();
      read.add(form.read(row));
    } while (read.size() < MOST && file.hasNext());
    return new Chunk<>(read, row.number(), file.bytesRead());
  }
}
