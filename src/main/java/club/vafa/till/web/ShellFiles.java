package club.vafa.till.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The files the till is made of. They go out under one version that changes with any of them, so
 * that modules which name each other are always of the same making.
 */
@Component
class ShellFiles {
  static final String WORKER = "worker.js";

  /** What is fetched when it is first wanted, and kept beforehand by the worker alone. */
  static final String LATER = "camera.js";

  private static final String FOLDER = "/static/ui/till/";
  private static final int DIGITS = 12;
  private static final List<String> NAMES =
      List.of(
          "till.css",
          "till.js",
          "allowance.js",
          "camera.js",
          "catalogue.js",
          "confirm.js",
          "desk.js",
          "goods.js",
          "join.js",
          "member.js",
          "numbers.js",
          "page.js",
          "queue.js",
          "receipt.js",
          "returns.js",
          "sale.js",
          "scanner.js",
          "server.js",
          "spending.js",
          "store.js",
          "waiting.js");

  private final Map<String, byte[]> files = new TreeMap<>();
  private final String version;

  ShellFiles() {
    MessageDigest digest = sha256();
    for (String name : NAMES) {
      byte[] content = read(name);
      digest.update(content);
      files.put(name, content);
    }
    digest.update(read(WORKER));
    version = HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  String version() {
    return version;
  }

  /** A file of this version; nothing under the name of another one, which nobody has any more. */
  Optional<byte[]> file(String wanted, String name) {
    return wanted.equals(version) ? Optional.ofNullable(files.get(name)) : Optional.empty();
  }

  List<String> names() {
    return NAMES;
  }

  String worker() {
    return new String(read(WORKER), StandardCharsets.UTF_8);
  }

  private static byte[] read(String name) {
    try (InputStream content = ShellFiles.class.getResourceAsStream(FOLDER + name)) {
      if (content == null) {
        throw new IllegalStateException("the till has no file " + name);
      }
      return content.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(name, unreadable);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
