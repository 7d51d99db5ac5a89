package club.vafa.operations.imports;

import java.util.List;

/** What is done with the items of a chunk. Afterwards all of them are durable or refused. */
interface Work<T> {
  void take(List<T> items);
}
