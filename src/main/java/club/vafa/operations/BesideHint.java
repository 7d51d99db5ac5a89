package club.vafa.operations;

import club.vafa.installation.CannotStart;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationListener;

/**
 * Says what to do when a command finds that a Vafa is running on its data folder: the reason itself
 * is told with every failed start.
 */
final class BesideHint implements ApplicationListener<ApplicationFailedEvent> {
  @Override
  public void onApplicationEvent(ApplicationFailedEvent event) {
    Set<String> commands = event.getSpringApplication().getAdditionalProfiles();
    for (Throwable cause = event.getException(); cause != null; cause = cause.getCause()) {
      String hint = cause instanceof CannotStart refused ? hint(refused, commands) : null;
      if (hint != null) {
        Language language = Language.of(System.getProperty("user.language", "en"));
        Out.stream().println(new Sentences().text(language, hint, Map.of()));
        return;
      }
    }
  }

  private static @Nullable String hint(CannotStart refused, Set<String> commands) {
    if (!String.valueOf(refused.getMessage()).startsWith("Another Vafa")) {
      return null;
    }
    return commands.contains("verify")
        ? "verify.beside"
        : commands.contains("import")
            ? "import.beside"
            : commands.contains("program")
                ? "command.program.beside"
                : commands.contains("template") ? "command.template.beside" : null;
  }
}
