package club.vafa.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The files pages are dressed with; their addresses change with what is in them. */
@Component
class Assets {
  static final String FOLDER = "/ui/";
  private static final int DIGITS = 10;

  private final ConcurrentHashMap<String, String> paths = new ConcurrentHashMap<>();

  String path(String file) {
    return paths.computeIfAbsent(file, name -> FOLDER + name + "?v=" + fingerprint(name));
  }

  private static String fingerprint(String file) {
    try (InputStream content = Assets.class.getResourceAsStream("/static" + FOLDER + file)) {
      if (content == null) {
        throw new IllegalArgumentException("there is no file " + file + " for pages");
      }
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(digest).substring(0, DIGITS);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file, unreadable);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
