package club.vafa.installation;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything one Vafa keeps, locked for as long as that Vafa runs. */
final class DataFolder implements AutoCloseable {
  private static final String POSTGRES_PASSWORD = "postgres.password";

  private final Path path;
  private final FileChannel lock;

  private DataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static DataFolder open(Path path) {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(
              path.resolve("vafa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new CannotStart(
            "Another Vafa%s is running on the data folder %s: stop it, or give this one its own"
                    .formatted(runner(path), path)
                + " folder with VAFA_DATA.");
      }
      Files.writeString(path.resolve("vafa.pid"), Long.toString(ProcessHandle.current().pid()));
      return new DataFolder(path, channel);
    } catch (IOException refused) {
      throw new CannotStart(
          "The data folder %s cannot be written (%s): correct its permissions, or name another"
                  .formatted(path, reason(refused))
              + " with VAFA_DATA.",
          refused);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock held = channel.tryLock();
      return held != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  private static String runner(Path path) {
    try {
      return " (process " + Files.readString(path.resolve("vafa.pid")) + ")";
    } catch (IOException unknown) {
      return "";
    }
  }

  private static String reason(IOException refused) {
    return refused instanceof FileAlreadyExistsException
        ? "it is a file"
        : refused.getClass().getSimpleName().replace("Exception", "");
  }

  Path path() {
    return path;
  }

  /** The database owner's password, or nothing on a folder that has none yet. */
  @Nullable String postgresPassword() throws IOException {
    Path file = secretsFile();
    if (!Files.exists(file)) {
      return null;
    }
    Properties secrets = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      secrets.load(reader);
    }
    return secrets.getProperty(POSTGRES_PASSWORD);
  }

  /** Makes a random password and keeps it where only this user can read it. */
  String newPostgresPassword() throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = HexFormat.of().formatHex(random);
    Properties secrets = new Properties();
    secrets.setProperty(POSTGRES_PASSWORD, password);
    Path draft = path.resolve("secrets.properties.new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, onlyForMe());
    try (Writer writer = Files.newBufferedWriter(draft)) {
      secrets.store(writer, "Made by Vafa. Keep it secret, and keep it with the backups.");
    }
    try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(draft, secretsFile(), StandardCopyOption.ATOMIC_MOVE);
    return password;
  }

  private Path secretsFile() {
    return path.resolve("secrets.properties");
  }

  private FileAttribute<?>[] onlyForMe() {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
