package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.testing.JavaTrees;
import club.vafa.testing.SourceFile;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whoever refuses gives the words its sentence needs, else people would read “at most {limit}”. The
 * sources are read, not run: where a refusal is made with a {@code Map.of} in the same call its
 * names are compared exactly, otherwise its room must at least know the names.
 */
class RefusalArgumentsTests {
  private final Map<String, Set<String>> needed = new HashMap<>();
  private final List<String> missing = new ArrayList<>();

  @Test
  void everyRefusalGivesWhatItsSentenceNeeds() throws IOException {
    readSentences();
    List<CompilationUnitTree> units = JavaTrees.parse("src/main/java");
    Map<String, Set<String>> known = new HashMap<>();
    for (CompilationUnitTree unit : units) {
      known.computeIfAbsent(room(unit), _ -> new HashSet<>()).addAll(texts(unit));
    }
    Set<String> uses = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      new Uses(unit, known.getOrDefault(room(unit), Set.of()), uses).scan(unit, null);
    }
    assertThat(uses).as("codes that are used anywhere").hasSizeGreaterThan(50);
    assertThat(missing).isEmpty();
  }

  private final class Uses extends TreePathScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final Set<String> known;
    private final Set<String> uses;

    Uses(CompilationUnitTree unit, Set<String> known, Set<String> uses) {
      this.unit = unit;
      this.known = known;
      this.uses = uses;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree member, @Nullable Void nothing) {
      if (member.getExpression() instanceof IdentifierTree type
          && type.getName().toString().endsWith("Code")
          && !isCompared()) {
        String code = member.getIdentifier().toString().toLowerCase(Locale.ROOT);
        Set<String> names = needed.get(code);
        if (names != null) {
          uses.add(code);
          Set<String> given = given(getCurrentPath());
          Set<String> lacking = new TreeSet<>(names);
          lacking.removeAll(given == null ? known : given);
          if (!lacking.isEmpty()) {
            missing.add(
                "%s: %s needs %s".formatted(JavaTrees.place(unit, member), member, lacking));
          }
        }
      }
      return super.visitMemberSelect(member, nothing);
    }

    private boolean isCompared() {
      return getCurrentPath().getParentPath().getLeaf() instanceof BinaryTree;
    }
  }

  /** The names given in the call that the code is an argument of; null when it cannot be seen. */
  private static @Nullable Set<String> given(TreePath path) {
    for (TreePath at = path.getParentPath(); at != null; at = at.getParentPath()) {
      if (at.getLeaf() instanceof MethodInvocationTree call) {
        boolean plain =
            call.getArguments().stream()
                .anyMatch(argument -> argument.toString().startsWith("Map.of("));
        return plain || call.getMethodSelect().toString().equals("Refusal.of") ? texts(call) : null;
      }
    }
    return null;
  }

  private static Set<String> texts(Tree tree) {
    Set<String> texts = new HashSet<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
        if (literal.getValue() instanceof String text) {
          texts.add(text);
        }
        return null;
      }
    }.scan(tree, null);
    return texts;
  }

  private static String room(CompilationUnitTree unit) {
    return unit.getPackageName().toString().replaceFirst("^club\\.vafa\\.?(\\w*).*", "$1");
  }

  private void readSentences() throws IOException {
    Set<String> keys = new Sentences().keys(Language.EN);
    for (SourceFile file : SourceFile.below("src/main/resources/i18n")) {
      Properties texts = new Properties();
      texts.load(new StringReader(file.text()));
      for (String key : texts.stringPropertyNames()) {
        if (keys.contains(key) && key.startsWith("problem.")) {
          needed
              .computeIfAbsent(key.substring("problem.".length()), _ -> new TreeSet<>())
              .addAll(
                  new com.ibm.icu.text.MessageFormat(texts.getProperty(key))
                      .getArgumentNames().stream()
                          .map(String::valueOf)
                          .collect(Collectors.toSet()));
        }
      }
    }
  }
}
