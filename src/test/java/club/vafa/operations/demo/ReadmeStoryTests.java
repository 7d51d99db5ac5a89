package club.vafa.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.installation.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README says to type is typed here, into a shell, and answered by the demo club. */
@DemoClubTest
class ReadmeStoryTests {
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");

  @LocalServerPort private int port;

  private final Settings settings;

  ReadmeStoryTests(Settings settings) {
    this.settings = settings;
  }

  @Test
  void theDemoPrintsTheCallsOfTheReadme() throws IOException {
    String calls = String.join("\n", readme().subList(1, readme().size()));
    assertThat(calls.strip()).isEqualTo(Greeting.examples().strip());
  }

  @Test
  void theCallsOfTheReadmeAreAnswered() throws Exception {
    List<String> blocks = readme();
    assertThat(blocks.getFirst()).contains("VAFA=http://127.0.0.1:8080").contains("KEY=vafa_");
    assertThat(typed(blocks.get(1))).contains("\"id\":\"mbr_").contains("Sara");
    String sold = typed(blocks.get(2));
    assertThat(sold)
        .contains("\"id\":\"pur_")
        .contains("\"granted\":\"270\"")
        .contains("\"unit\":\"stamps\"");
    assertThat(typed(blocks.get(2))).as("the same sale once more").isEqualTo(sold);
    assertThat(typed(blocks.get(3))).contains("\"held\":true").contains("امتیاز");
    assertThat(typed(blocks.get(4)))
        .contains("\"unit\":\"points\"")
        .contains("\"unit\":\"stamps\"");
    assertThat(typed(blocks.get(5))).contains("\"happened\":");
    assertThat(blocks).hasSize(6);
  }

  /** The blocks of the section about the first purchase; the first one sets the variables. */
  private static List<String> readme() throws IOException {
    String text = Files.readString(Path.of("README.md"));
    int from = text.indexOf("\n## First purchase");
    assertThat(from).isPositive();
    Matcher block = BLOCK.matcher(text.substring(from, text.indexOf("\n## ", from + 4)));
    List<String> blocks = new ArrayList<>();
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  private String typed(String block) throws IOException, InterruptedException {
    ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", block);
    shell.environment().put("VAFA", "http://127.0.0.1:" + port);
    shell.environment().put("KEY", new DemoFolder(settings.data()).kept().orElseThrow().key());
    shell.environment().put("no_proxy", "127.0.0.1");
    Process typed = shell.redirectErrorStream(true).start();
    typed.getOutputStream().close();
    String said = new String(typed.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(typed.waitFor()).as(block + said).isZero();
    assertThat(said).as(block).isNotBlank().doesNotContain("/problems");
    return said;
  }
}
