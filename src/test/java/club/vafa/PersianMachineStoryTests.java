package club.vafa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java writes numbers in the digits of the machine's language, unless it is told otherwise. */
class PersianMachineStoryTests {
  @TempDir private Path folder;

  @Test
  void aPersianMachineStartsVafaLikeAnyOther() throws Exception {
    int port = freePort();
    Process vafa = start(port);
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(lastLineOfTheStart(vafa.inputReader())).contains("http://127.0.0.1:" + port);
      HttpRequest health =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
              .build();
      assertThat(client.send(health, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
    } finally {
      vafa.destroy();
      assertThat(vafa.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  private Process start(int port) throws IOException {
    ProcessBuilder start =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=fa",
                "-Duser.country=IR",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                VafaApplication.class.getName(),
                "run")
            .redirectErrorStream(true)
            .directory(folder.toFile());
    start.environment().keySet().removeIf(name -> name.startsWith("VAFA_"));
    start.environment().put("VAFA_PORT", Integer.toString(port));
    return start.start();
  }

  private static String lastLineOfTheStart(BufferedReader output) throws IOException {
    StringBuilder all = new StringBuilder();
    String line = output.readLine();
    while (line != null && !line.contains("Vafa answers at")) {
      all.append(line).append('\n');
      line = output.readLine();
    }
    assertThat(line).as("what was said before the end: %s", all).isNotNull();
    return line;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
