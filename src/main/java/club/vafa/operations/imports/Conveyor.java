package club.vafa.operations.imports;

import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/** Reads the next chunks of a file while one is being worked on. */
final class Conveyor<T> {
  private static final int AHEAD = 2;

  /** What lies on the belt: a chunk, the end of the file, or why reading stopped. */
  private sealed interface Thing<T> {
    record Full<T>(Chunk<T> chunk) implements Thing<T> {}

    record End<T>() implements Thing<T> {}

    record Failed<T>(RuntimeException cause) implements Thing<T> {}
  }

  private final BlockingQueue<Thing<T>> belt = new ArrayBlockingQueue<>(AHEAD);

  void run(Iterator<Chunk<T>> chunks, Consumer<Chunk<T>> work) {
    Thread reader = Thread.ofPlatform().daemon().name("import-read").start(() -> fill(chunks));
    try {
      while (true) {
        switch (belt.take()) {
          case Thing.Full<T>(Chunk<T> chunk) -> work.accept(chunk);
          case Thing.Failed<T>(RuntimeException cause) -> throw cause;
          case Thing.End<T>() -> {
            return;
          }
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while importing", interrupted);
    } finally {
      reader.interrupt();
    }
  }

  private void fill(Iterator<Chunk<T>> chunks) {
    try {
      try {
        while (chunks.hasNext()) {
          belt.put(new Thing.Full<>(chunks.next()));
        }
        belt.put(new Thing.End<>());
      } catch (RuntimeException broken) {
        belt.put(new Thing.Failed<>(broken));
      }
    } catch (InterruptedException noLongerWanted) {
      Thread.currentThread().interrupt();
    }
  }
}
