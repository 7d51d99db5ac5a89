package club.vafa.installation;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs for this machine, unpacked once from the archive in Vafa's jar. */
record PostgresBinaries(Path folder) {
  private static final Pattern VERSION = Pattern.compile("-(\\d+\\.\\d+\\.\\d+)\\.jar");

  static PostgresBinaries unpackInto(Path parent) throws IOException {
    String archive = archive();
    URL url = PostgresBinaries.class.getResource(archive);
    if (url == null) {
      throw new CannotStart(
          "Vafa brings no PostgreSQL for this system (%s): set VAFA_DATABASE_URL to a PostgreSQL"
                  .formatted(archive)
              + " server, version 15 or later.");
    }
    Path folder = parent.resolve("postgres-bin-" + version(url));
    if (!Files.isDirectory(folder)) {
      Path draft = Files.createTempDirectory(parent, "postgres-bin-new-");
      unpack(url, draft);
      publish(draft, folder);
    }
    return new PostgresBinaries(folder);
  }

  Path program(String name) {
    return folder.resolve("bin").resolve(windows() ? name + ".exe" : name);
  }

  static boolean windows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  /** The archive for macOS holds both processors under the older one's name. */
  private static String archive() {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean arm = System.getProperty("os.arch", "").equals("aarch64");
    if (system.startsWith("mac")) {
      return "/postgres-darwin-x86_64.txz";
    }
    return "/postgres-%s-%s.txz"
        .formatted(windows() ? "windows" : system, arm ? "arm_64" : "x86_64");
  }

  private static String version(URL archive) {
    Matcher version = VERSION.matcher(archive.toString());
    return version.find() ? version.group(1) : "unknown";
  }

  private static void unpack(URL archive, Path into) throws IOException {
    try (InputStream packed = new BufferedInputStream(archive.openStream(), 1 << 16);
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
          throw new IOException("An entry leaves the archive: " + entry.getName());
        }
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0 && !target.toFile().setExecutable(true)) {
      throw new IOException("Cannot be made executable: " + target);
    }
  }

  /** Shows the folder under its name only when it is whole; whoever comes second discards his. */
  private static void publish(Path draft, Path folder) throws IOException {
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException second) {
      if (!Files.isDirectory(folder)) {
        throw second;
      }
      delete(draft);
    }
  }

  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
