package club.vafa.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file of the project as the tidy tests read it.
 *
 * @param path from the project's folder, with slashes
 */
public record SourceFile(String path, String text) {
  private static final Set<String> NOT_OURS =
      Set.of(".git", "target", "data", "vendor", ".idea", ".vscode", ".settings");
  private static final Set<String> BINARY =
      Set.of("png", "jpg", "webp", "ico", "woff2", "pdf", "jar", "xlsx", "gz", "zip", "log", "iml");
  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "(\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\n])++')"
              + "|//[^\n]*|/\\*[\\s\\S]*?\\*/");
  private static final Pattern ROOM = Pattern.compile("/(?:club/vafa|db/migration)/(\\w+)/");
  private static final Pattern SQL_COMMENT = Pattern.compile("--[^\n]*");

  /** All text files below a folder of the project, by path. */
  public static List<SourceFile> below(String folder) {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(SourceFile::isOurs)
          .filter(Files::isRegularFile)
          .sorted()
          .map(SourceFile::read)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All Java sources below a folder. */
  public static List<SourceFile> java(String folder) {
    return below(folder).stream().filter(SourceFile::isJava).toList();
  }

  private static boolean isOurs(Path path) {
    for (Path part : path) {
      if (NOT_OURS.contains(part.toString())) {
        return false;
      }
    }
    String name = path.getFileName().toString();
    return !BINARY.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static SourceFile read(Path path) {
    try {
      String name = path.normalize().toString().replace('\\', '/');
      return new SourceFile(name, Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path.toString(), unreadable);
    }
  }

  public boolean isJava() {
    return path.endsWith(".java");
  }

  public boolean isMain() {
    return path.startsWith("src/main/");
  }

  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The room a source or migration belongs to; empty for the application itself. */
  public String room() {
    Matcher inside = ROOM.matcher(path);
    return inside.find() ? inside.group(1) : "";
  }

  public int lines() {
    return Math.toIntExact(text.lines().count());
  }

  /** The text with comments blanked, so that line numbers stay. */
  public SourceFile withoutComments() {
    return path.endsWith(".sql")
        ? with(SQL_COMMENT.matcher(text).replaceAll(found -> blank(found.group())))
        : with(LITERAL_OR_COMMENT.matcher(text).replaceAll(SourceFile::literal));
  }

  /** Java with comments and literals blanked: what the compiler makes code of. */
  public SourceFile codeOnly() {
    return with(LITERAL_OR_COMMENT.matcher(text).replaceAll(found -> blank(found.group())));
  }

  /** Where in the file a position of its text is, as {@code path:line}. */
  public String place(int position) {
    return path + ":" + (1 + text.substring(0, position).chars().filter(c -> c == '\n').count());
  }

  private SourceFile with(String changed) {
    return new SourceFile(path, changed);
  }

  private static String literal(MatchResult found) {
    return Matcher.quoteReplacement(found.group(1) == null ? blank(found.group()) : found.group());
  }

  private static String blank(String removed) {
    return removed.replaceAll("[^\n]", " ");
  }
}
