package club.vafa.program;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.program.file.Paper;
import club.vafa.program.file.PaperReader;
import club.vafa.program.file.PaperWriter;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The plain part of YAML, in and out. */
class ProgramFileTests {

  /** The tree of a text as JSON, or its faults with line and column. */
  private static String read(String text) {
    return switch (PaperReader.read(text)) {
      case Done<Paper>(Paper paper) -> paper.root().toString();
      case Refused<Paper>(var refusals) ->
          refusals.stream()
              .map(fault ->
                  "%s:%s %s %s"
                      .formatted(
                          fault.args().get("line"),
                          fault.args().get("column"),
                          fault.pointer(),
                          fault.code().code()))
              .collect(Collectors.joining("\n"));
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 10            | {\"a\":10}",
        "a: 7.50          | {\"a\":7.50}",
        "a: ۱۲٫۵          | {\"a\":12.5}",
        "a: \"10\"        | {\"a\":\"10\"}",
        "a: 0012          | {\"a\":\"0012\"}",
        "a: 1e9           | {\"a\":\"1e9\"}",
        "a: 22:00         | {\"a\":\"22:00\"}",
        "a: 2026-01-01    | {\"a\":\"2026-01-01\"}",
        "on: yes          | {\"on\":\"yes\"}",
        "a: true          | {\"a\":true}",
        "a:               | {\"a\":null}",
        "a: [x, {b: no}]  | {\"a\":[\"x\",{\"b\":\"no\"}]}",
        "a: روزهای قهوه   | {\"a\":\"روزهای قهوه\"}",
        "a: b # comment   | {\"a\":\"b\"}",
        "''               | null"
      })
  void thePlainPartOfYamlIsRead(String text, String json) {
    assertThat(read(text)).isEqualTo(json);
  }

  @Test
  void whateverHidesSomethingIsRefusedWithItsPlace() {
    assertThat(
            read(
                """
                a: &all [1]
                b: *all
                c: !!str x
                d:
                  e: 1
                  e: 2
                ? [f]
                : g
                """))
        .isEqualTo(
            """
            1:4 /a program_anchor
            2:4 /b program_anchor
            3:4 /c program_tag
            6:3 /d/e program_key_twice
            7:3  program_key\
            """);
    assertThat(read("a: 1\n---\nb: 2\n")).isEqualTo("2:1  program_one_document");
    assertThat(read("a: [1\nb: 2\n")).endsWith(" program_not_yaml");
    assertThat(read("a: \"\u0001\"")).endsWith(" program_not_yaml");
  }

  @Test
  void aBillionLaughsAreRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [lol, lol]\n");
    for (int at = 1; at < 60; at++) {
      bomb.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(at, at, at - 1, at - 1, at - 1));
    }
    assertThat(read(bomb.toString()).lines())
        .hasSize(100)
        .allMatch(line -> line.endsWith("anchor"));
  }

  @Test
  void whatGoesTooDeepOrIsTooLongIsRefused() {
    assertThat(read("a: " + "[".repeat(45) + "]".repeat(45))).endsWith("program_too_deep");
    assertThat(read("[".repeat(100_000))).containsAnyOf("program_too_deep", "program_not_yaml");
    assertThat(read("x".repeat(PaperReader.LONGEST + 1))).endsWith("program_too_large");
  }

  /** Whatever tree is written is read back as it was, and written again in the same bytes. */
  @Test
  void whatIsWrittenIsReadBack() {
    long seed = 20261126;
    System.out.println("whatIsWrittenIsReadBack: seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 3_000; round++) {
      ObjectNode tree = object(random, 4);
      String text = PaperWriter.write(tree);
      Outcome<Paper> paper = PaperReader.read(text);
      assertThat(paper).as(text).isInstanceOf(Done.class);
      assertThat(read(text)).as(text).isEqualTo(tree.toString());
    }
  }

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "x",
          "10",
          "-1",
          "0.5",
          "true",
          "No",
          "null",
          "~",
          "a: b",
          "a #b",
          "- a",
          "[a",
          "{a}",
          "a,b",
          "a:",
          "'a'",
          "\"a\"",
          "a\\b",
          "!a",
          "&a",
          "*a",
          "?",
          "%a",
          "@a",
          "`a",
          "روزهای قهوه",
          "أيام، القهوة",
          "می‌شود",
          "two\nlines",
          "tab\t",
          "\u2028",
          "\u0085",
          "😀",
          "---",
          "...",
          "22:00",
          "2026-01-01T00:00:00+03:30",
          "۱۲۳",
          "x ",
          " x",
          "<<",
          "=");

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int at = 0; at < 1 + random.nextInt(4); at++) {
      String name = random.nextInt(3) == 0 ? text(random) : "k" + at;
      switch (random.nextInt(depth > 0 ? 5 : 3)) {
        case 0 -> object.put(name, text(random));
        case 1 -> object.put(name, random.nextInt(1000));
        case 2 -> object.put(name, random.nextBoolean());
        case 3 -> object.set(name, object(random, depth - 1));
        default -> object.set(name, list(random, depth - 1));
      }
    }
    return object;
  }

  private static ArrayNode list(Random random, int depth) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int at = 0; at < random.nextInt(4); at++) {
      switch (random.nextInt(depth > 0 ? 3 : 1)) {
        case 0 -> list.add(text(random));
        case 1 -> list.add(object(random, depth - 1));
        default -> list.add(list(random, depth - 1));
      }
    }
    return list;
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
