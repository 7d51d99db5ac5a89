package club.vafa.operations.start;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What is said to whoever starts Vafa, in the language of the machine. */
public record Console(PrintStream out, Sentences sentences, Language language) {
  private static final int WIDTH = 78;

  public static Console ofMachine(Sentences sentences) {
    // Read from the property, because the program itself runs without a locale.
    Language language = Language.of(System.getProperty("user.language", "en"));
    // UTF-8 whatever the machine is set to: names, frames and sentences need more than ASCII.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    return new Console(out, sentences, language);
  }

  public String text(String key, Map<String, Object> args) {
    return sentences.text(language, key, args);
  }

  public String text(String key) {
    return text(key, Map.of());
  }

  public void say(String key, Map<String, Object> args) {
    out.println(text(key, args));
  }

  /** Lines that nobody overlooks. There is no right edge: right-to-left text would break it. */
  public void box(List<String> lines) {
    String edge = "═".repeat(WIDTH);
    out.println();
    out.println("╔" + edge);
    lines.forEach(line -> out.println("║  " + line));
    out.println("╚" + edge);
    out.println();
    out.flush();
  }
}
