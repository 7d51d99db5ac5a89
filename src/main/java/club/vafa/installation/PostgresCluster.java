package club.vafa.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The folder with the database's files: made once, tuned at every start, never cleaned. */
record PostgresCluster(Path folder) {
  static final int MAJOR = 18;

  /** What a running server, or one that was killed, says about itself in its folder. */
  record Running(long pid, boolean ready) {}

  boolean exists() {
    return Files.isRegularFile(folder.resolve("PG_VERSION"));
  }

  void requireOurVersion() throws IOException {
    String version = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!version.equals(Integer.toString(MAJOR))) {
      throw new CannotStart(
          "The database in %s was made by PostgreSQL %s and this Vafa brings PostgreSQL %d: start it"
                  .formatted(folder, version, MAJOR)
              + " with the Vafa that made it and move the data with a backup.");
    }
  }

  /** Made under another name and renamed when whole: a kill in between leaves nothing half-made. */
  void make(PostgresPrograms programs, Path log, String password) throws IOException {
    Path draft = folder.resolveSibling(folder.getFileName() + ".new");
    PostgresBinaries.delete(draft);
    Path secret = Files.createTempFile(folder.resolveSibling(""), "initdb", ".tmp");
    try {
      Files.writeString(secret, password + "\n");
      programs.run(
          log,
          "initdb",
          List.of(
              "--pgdata=" + draft,
              "--username=" + EmbeddedPostgres.OWNER,
              "--pwfile=" + secret,
              "--auth=scram-sha-256",
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--data-checksums"));
    } finally {
      Files.delete(secret);
    }
    Files.writeString(
        draft.resolve("postgresql.conf"), "include 'vafa.conf'\n", StandardOpenOption.APPEND);
    Files.writeString(draft.resolve("vafa.conf"), "");
    Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
  }

  void tune(List<String> lines) throws IOException {
    Files.writeString(
        folder.resolve("vafa.conf"),
        "# Written by Vafa at every start; ALTER SYSTEM changes what should differ.\n"
            + String.join("\n", lines)
            + "\n");
  }

  /** Reads postmaster.pid: process, folder, start, port, socket, address, shared memory, state. */
  Optional<Running> running() throws IOException {
    try {
      List<String> lines = Files.readAllLines(pidFile());
      if (lines.isEmpty() || !lines.getFirst().strip().matches("-?\\d+")) {
        return Optional.empty();
      }
      return Optional.of(
          new Running(
              Math.abs(Long.parseLong(lines.getFirst().strip())),
              lines.size() >= 8 && lines.get(7).startsWith("ready")));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  void forgetRunning() throws IOException {
    Files.deleteIfExists(pidFile());
  }

  private Path pidFile() {
    return folder.resolve("postmaster.pid");
  }
}
