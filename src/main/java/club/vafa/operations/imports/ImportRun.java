package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Fingerprint;
import club.vafa.operations.imports.ImportRunStore.Run;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One import of one file, and how far it has come. The same file with the same options is the same
 * import: begun again it goes on where it stopped. A dry run remembers nothing.
 */
final class ImportRun {
  private final ImportRunStore store;
  private final Clock clock;
  private final Club club;
  private final ImportOptions options;
  private final Tally tally = new Tally();
  private final UUID id;

  ImportRun(ImportRunStore store, Clock clock, Club club, ImportOptions options) {
    this.store = store;
    this.clock = clock;
    this.club = club;
    this.options = options;
    this.id = id(options);
  }

  Tally tally() {
    return tally;
  }

  void begin(RefusedFile refused, Voice voice, PrintStream out) {
    Optional<Run> before =
        options.dryRun()
            ? Optional.empty()
            : ClubScope.call(club.id(), () -> store.find(club.id(), id));
    Instant finished = before.map(Run::finishedAt).orElse(null);
    if (finished != null) {
      out.println(voice.say("import.again", Map.of("at", Date.from(finished))));
    }
    if (before.isEmpty() || finished != null || options.fromStart()) {
      refused.from(0);
      return;
    }
    before.get().counts().forEach(tally::add);
    refused.from(before.get().refusedBytes());
    out.println(voice.say("import.resumed", Map.of("rows", before.get().rows())));
  }

  /** All rows up to this one are durable or refused. */
  void done(long rows, RefusedFile refused) {
    tally.add(Tally.Kind.ROWS, rows - tally.of(Tally.Kind.ROWS));
    save(refused, null);
  }

  void finish(RefusedFile refused) {
    save(refused, clock.instant());
  }

  private void save(RefusedFile refused, @Nullable Instant finished) {
    long refusedBytes = refused.flush();
    if (!options.dryRun()) {
      Run run = new Run(finished, refusedBytes, tally.all());
      String file = String.valueOf(options.file().getFileName());
      ClubScope.run(
          club.id(),
          () -> store.save(club.id(), new ImportRunStore.Named(id, file), run, clock.instant()));
    }
  }

  private static UUID id(ImportOptions options) {
    FileForm form = options.form();
    return Fingerprint.of(
        digest(options.file()),
        options.kind(),
        new TreeMap<>(form.columns()),
        form.source(),
        form.zone(),
        form.calendar(),
        form.dateFormat(),
        form.encoding(),
        form.delimiter(),
        form.decimal(),
        form.returnsPrefix(),
        form.aboveZero());
  }

  private static UUID digest(Path file) {
    MessageDigest sha = Fingerprint.sha256();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        sha.update(buffer, 0, read);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Fingerprint.of(sha.digest());
  }
}
