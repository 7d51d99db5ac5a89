package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.SourceFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the house style bans, by name and with what to write instead. */
class TidyTests {
  private static final Set<String> LAYERS =
      Set.of(
          "service",
          "services",
          "dto",
          "dtos",
          "util",
          "utils",
          "common",
          "impl",
          "helper",
          "helpers",
          "mapper",
          "mappers",
          "manager",
          "controller",
          "repository",
          "model");

  @Test
  void nothingBannedIsWritten() {
    List<SourceFile> files =
        SourceFile.below("").stream().filter(file -> !file.name().equals("Ban.java")).toList();
    assertThat(files).hasSizeGreaterThan(100);
    assertThat(Ban.ALL.stream().flatMap(ban -> files.stream().flatMap(ban::offences))).isEmpty();
  }

  @Test
  void everyBanCatchesItsExample() {
    assertThat(Ban.ALL).allMatch(Ban::catchesItsExample);
  }

  @Test
  void packagesAreNounsOfTheBusiness() {
    Stream<String> offending =
        SourceFile.java("src").stream()
            .map(SourceFile::path)
            .filter(path -> Stream.of(path.split("/")).anyMatch(LAYERS::contains));
    assertThat(offending).as("packages named by layer").isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> folders =
        SourceFile.java("src/main/java").stream()
            .map(file -> file.path().replaceFirst("/[^/]*$", ""))
            .filter(folder -> !folder.endsWith("club/vafa"))
            .collect(Collectors.toSet());
    Set<String> described =
        SourceFile.java("src/main/java").stream()
            .filter(file -> file.name().equals("package-info.java"))
            .filter(file -> file.text().startsWith("/**") && file.text().contains("@NullMarked"))
            .map(file -> file.path().replaceFirst("/[^/]*$", ""))
            .collect(Collectors.toSet());
    assertThat(described)
        .as("packages with a package-info that begins with a sentence and is @NullMarked")
        .containsAll(folders);
  }

  @Test
  void everyTypeOfTheProductSaysWhatItIs() {
    Stream<String> silent =
        SourceFile.java("src/main/java").stream()
            .filter(file -> !file.name().equals("package-info.java"))
            .filter(file ->
                !file.text()
                    .matches(
                        "(?s).*?\\*/\\s+(?:@[^\n]+\\s+)*?(?:[a-z-]+ )*"
                            + "(?:class|record|interface|enum|@interface) .*"))
            .map(SourceFile::path);
    assertThat(silent).as("files whose first type has no sentence").isEmpty();
  }
}
