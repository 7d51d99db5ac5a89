package club.vafa.operations;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.VafaApplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that end, as processes: what they say and their exit codes. */
class CommandsStoryTests {
  @TempDir private static Path data;

  /** What a command said, both streams together. */
  private record Ended(int code, String said) {}

  @Test
  void theBooksAreProvedWithoutThePortOfTheSettings() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ended ended = command(taken.getLocalPort(), "verify");

      assertThat(ended.said()).contains("There is no club yet");
      assertThat(ended.code()).isZero();
    }
  }

  @Test
  void anImportOfNoFileIsNotBegun() throws Exception {
    Ended ended = command(1, "import", "purchases", "nowhere.csv");

    assertThat(ended.said()).contains("nowhere.csv cannot be read");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void whoStartsOnceEndsAsSoonAsItAnswers() throws Exception {
    Path folder = Files.createDirectories(data.resolve("once"));
    Ended ended = in(folder, 8080, "run", "--once", "--server.port=0");

    assertThat(ended.said()).contains("Vafa answers at");
    assertThat(ended.code()).isZero();
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void besideARunningVafaAnImportSaysWhatToDo() throws Exception {
    Path folder = Files.createDirectories(data.resolve("in-use"));
    try (FileChannel lock =
        FileChannel.open(
            folder.resolve("vafa.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      assertThat(lock.lock().isValid()).isTrue();
      Ended ended = in(folder, 1, "import", "purchases", "any.csv");

      assertThat(ended.said())
          .contains("Another Vafa", "stop the running Vafa first")
          .doesNotContain("\tat ", "Exception");
      assertThat(ended.code()).isEqualTo(2);
    }
  }

  private static Ended command(int port, String... words) throws Exception {
    return in(data, port, words);
  }

  private static Ended in(Path folder, int port, String... words)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                VafaApplication.class.getName()));
    command.addAll(List.of(words));
    ProcessBuilder start = new ProcessBuilder(command).redirectErrorStream(true);
    start.environment().keySet().removeIf(name -> name.startsWith("VAFA_"));
    start.environment().put("VAFA_DATA", folder.toString());
    start.environment().put("VAFA_PORT", Integer.toString(port));
    Process process = start.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }
}
