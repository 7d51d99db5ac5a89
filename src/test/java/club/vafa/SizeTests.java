package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.JavaTrees;
import club.vafa.testing.SourceFile;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How large things may be. What is larger already stands in {@code tidy-exceptions.txt} with its
 * size; such a line may only shrink and goes when it is no longer needed.
 */
class SizeTests {
  private static final int FILE_LINES = 300;
  private static final int TEST_LINES = 400;
  private static final int METHOD_LINES = 40;
  private static final int PARAMETERS = 4;
  private static final Path EXCEPTIONS = Path.of("src/test/resources/tidy-exceptions.txt");

  @Test
  void filesMethodsAndParameterListsAreSmall() throws IOException {
    Map<String, Integer> large = new TreeMap<>();
    for (SourceFile file : SourceFile.java("src")) {
      if (file.lines() > (file.isMain() ? FILE_LINES : TEST_LINES)) {
        large.put("lines of " + file.path(), file.lines());
      }
    }
    measureMethods(large);
    assertThat(large)
        .as(
            "files over %d lines (tests %d), methods over %d lines, and how many methods of a room"
                + " take more than %d parameters: make them smaller; %s lists what was larger"
                + " before, and only with exactly its size",
            FILE_LINES, TEST_LINES, METHOD_LINES, PARAMETERS, EXCEPTIONS)
        .isEqualTo(exceptions());
  }

  private static void measureMethods(Map<String, Integer> large) throws IOException {
    for (CompilationUnitTree unit : JavaTrees.parse("src/main/java")) {
      new Methods(unit, large).scan(unit, null);
    }
  }

  private static Map<String, Integer> exceptions() throws IOException {
    Map<String, Integer> allowed = new TreeMap<>();
    for (String line : Files.readAllLines(EXCEPTIONS)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int equals = line.lastIndexOf('=');
        allowed.put(
            line.substring(0, equals).strip(), Integer.valueOf(line.substring(equals + 1).strip()));
      }
    }
    return allowed;
  }

  /** Measures the methods of one file; constructors list what a thing is made of and are exempt. */
  private static final class Methods extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Map<String, Integer> large;
    private final String file;

    Methods(CompilationUnitTree unit, Map<String, Integer> large) {
      this.unit = unit;
      this.large = large;
      this.file = JavaTrees.file(unit);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      if (method.getReturnType() != null) {
        int lines = JavaTrees.lines(unit, method);
        if (lines > METHOD_LINES) {
          large.put("lines of method " + method.getName() + " in " + file, lines);
        }
        if (method.getParameters().size() > PARAMETERS) {
          large.merge("long parameter lists in " + file.replaceFirst("/.*", ""), 1, Integer::sum);
        }
      }
      return super.visitMethod(method, nothing);
    }
  }
}
