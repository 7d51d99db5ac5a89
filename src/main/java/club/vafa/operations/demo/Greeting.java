package club.vafa.operations.demo;

import club.vafa.installation.Settings;
import club.vafa.operations.demo.DemoFolder.Kept;
import club.vafa.operations.demo.DemoFolder.Login;
import club.vafa.operations.start.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the demo says once it is ready: how to get in, and something to try. */
record Greeting(Console console, Settings settings) {
  void greet(Kept club, boolean known) {
    if (known) {
      console.say("demo.kept", Map.of("seed", Long.toString(club.seed())));
      if (!club.ahead().isZero()) {
        console.say("demo.ahead", Map.of("days", club.ahead().toDays()));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(console.text("demo.address", Map.of("address", settings.address())));
    lines.add(console.text("demo.console", Map.of("address", settings.address() + "/console")));
    lines.add(console.text("demo.till", Map.of("address", settings.address() + "/till")));
    lines.add(
        console.text(
            "demo.members", Map.of("address", settings.address() + "/club/" + DemoClub.CODE)));
    lines.add(console.text("demo.club", Map.of("code", DemoClub.CODE)));
    for (Login login : club.logins()) {
      String role = console.text("demo.role." + login.role());
      lines.add(
          console.text(
              "demo.login",
              Map.of("role", role, "login", login.login(), "password", login.password())));
    }
    lines.add(console.text("demo.key", Map.of("key", club.key())));
    console.box(lines);
    console.say("demo.try", Map.of());
    console.out().println();
    console.out().println("VAFA=" + settings.address());
    console.out().println("KEY=" + club.key());
    console.out().println();
    console.out().println(examples());
    console.out().flush();
  }

  /** The calls of the README's section "First purchase". */
  static String examples() {
    try (InputStream file =
        Objects.requireNonNull(Greeting.class.getResourceAsStream("examples.sh"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
