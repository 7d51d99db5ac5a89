package club.vafa.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources as the compiler reads them, for tests that ask about more than text. */
public final class JavaTrees {
  private static final Map<CompilationUnitTree, SourcePositions> POSITIONS = new WeakHashMap<>();

  private JavaTrees() {}

  public static List<CompilationUnitTree> parse(String folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      List<Path> sources =
          SourceFile.java(folder).stream().map(file -> Path.of(file.path())).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none"),
                  null,
                  manager.getJavaFileObjectsFromPaths(sources));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      units.forEach(unit -> POSITIONS.put(unit, positions));
      return units;
    }
  }

  /** The file below {@code club/vafa}. */
  public static String file(CompilationUnitTree unit) {
    return unit.getSourceFile().getName().replace('\\', '/').replaceFirst("^.*/club/vafa/", "");
  }

  public static String place(CompilationUnitTree unit, Tree tree) {
    return file(unit) + ":" + line(unit, POSITIONS.get(unit).getStartPosition(unit, tree));
  }

  public static int lines(CompilationUnitTree unit, Tree tree) {
    SourcePositions positions = POSITIONS.get(unit);
    long first = line(unit, positions.getStartPosition(unit, tree));
    return Math.toIntExact(1 + line(unit, positions.getEndPosition(unit, tree)) - first);
  }

  private static long line(CompilationUnitTree unit, long position) {
    return unit.getLineMap().getLineNumber(position);
  }
}
