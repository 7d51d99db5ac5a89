package club.vafa.operations.demo;

import club.vafa.installation.CannotStart;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo keeps beside its database, where only this user can read it: from which seed it was
 * made, the logins and the key it prints at every start, and how far its clock is ahead. A folder
 * without this file is no demo's and is never emptied.
 */
final class DemoFolder {
  private static final String SEED = "seed";
  private static final String STATE = "state";
  private static final String MADE = "made";
  private static final String KEY = "key";
  private static final String AHEAD = "clock.ahead";
  private static final String LOGIN = "login.";
  private static final List<String> ROLES = List.of("owner", "manager", "cashier");

  private final Path file;

  DemoFolder(Path data) {
    this.file = data.resolve("demo.properties");
  }

  /** Somebody who can log in; the role is owner, manager or cashier. */
  record Login(String role, String login, String password) {
    @Override
    public String toString() {
      return "Login[" + login + "]";
    }
  }

  /** The demo club as it was made. */
  record Kept(long seed, List<Login> logins, String key, Duration ahead) {
    Kept {
      logins = List.copyOf(logins);
    }

    Kept ahead(Duration changed) {
      return new Kept(seed, logins, key, changed);
    }

    @Override
    public String toString() {
      return "Kept[" + seed + "]";
    }
  }

  boolean begun() {
    return Files.exists(file);
  }

  /** The demo club that was made to its end here. */
  Optional<Kept> kept() {
    Properties read = read();
    if (!MADE.equals(read.getProperty(STATE))) {
      return Optional.empty();
    }
    List<Login> logins = new ArrayList<>();
    for (String role : ROLES) {
      logins.add(
          new Login(
              role,
              read.getProperty(LOGIN + role, ""),
              read.getProperty(LOGIN + role + ".password", "")));
    }
    try {
      return Optional.of(
          new Kept(
              Long.parseLong(read.getProperty(SEED, "")),
              logins,
              read.getProperty(KEY, ""),
              Duration.parse(read.getProperty(AHEAD, "PT0S"))));
    } catch (RuntimeException edited) {
      throw new CannotStart(
          "%s was changed and cannot be read any more: start over with ./vafa demo --fresh."
              .formatted(file));
    }
  }

  /** From here on the folder is a demo's. */
  void begin(long seed) {
    Properties begun = new Properties();
    begun.setProperty(STATE, "making");
    begun.setProperty(SEED, Long.toString(seed));
    write(begun);
  }

  void keep(Kept made) {
    Properties kept = new Properties();
    kept.setProperty(STATE, MADE);
    kept.setProperty(SEED, Long.toString(made.seed()));
    kept.setProperty(KEY, made.key());
    kept.setProperty(AHEAD, made.ahead().toString());
    for (Login login : made.logins()) {
      kept.setProperty(LOGIN + login.role(), login.login());
      kept.setProperty(LOGIN + login.role() + ".password", login.password());
    }
    write(kept);
  }

  private Properties read() {
    Properties read = new Properties();
    if (begun()) {
      try (Reader reader = Files.newBufferedReader(file)) {
        read.load(reader);
      } catch (IOException unreadable) {
        throw new CannotStart("%s cannot be read: correct its permissions.".formatted(file));
      }
    }
    return read;
  }

  private void write(Properties properties) {
    Path draft = file.resolveSibling("demo.properties.new");
    try {
      Files.createDirectories(file.resolveSibling(""));
      Files.deleteIfExists(draft);
      Files.createFile(draft, onlyForMe());
      try (Writer writer = Files.newBufferedWriter(draft)) {
        properties.store(writer, "Kept by ./vafa demo, which prints it at every start.");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private FileAttribute<?>[] onlyForMe() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
