package club.vafa;

import club.vafa.installation.CannotStart;
import club.vafa.installation.Installation;
import club.vafa.installation.Settings;
import club.vafa.installation.StartFailureReporter;
import club.vafa.operations.demo.DemoStart;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The one deployable: every room of the club in one process. The first argument is the command; it
 * becomes the Spring profile and the property {@code vafa.command}, and beans of that profile do
 * the work. The commands that serve go on until they are stopped, the others end with an exit code.
 */
@EnableScheduling
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class VafaApplication {
  private static final Logger log = LoggerFactory.getLogger(VafaApplication.class);
  private static final List<String> SERVING = List.of("run", "demo");
  private static final List<String> ENDING = List.of("import", "verify", "program", "template");
  private static final int NOT_BEGUN = 2;

  /** Behind {@code run}: ends as soon as it answers, which shows that it can start. */
  private static final String ONCE = "--once";

  public static void main(String[] args) {
    // A Persian or Arabic machine would write the numbers of addresses and SQL in its own digits.
    Locale.setDefault(Locale.ROOT);
    String command = args.length == 0 ? "run" : args[0];
    if (!SERVING.contains(command) && !ENDING.contains(command)) {
      System.err.printf(
          "Vafa does not know the command \"%s\": it knows %s and %s.%n",
          command, String.join(", ", SERVING), String.join(", ", ENDING));
      System.exit(NOT_BEGUN);
    }
    String[] arguments = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    DemoStart start = start(command, arguments);
    Settings settings = start.settings();
    ConfigurableApplicationContext context = run(application(command, start), arguments);
    if (!ENDING.contains(command)) {
      log.info("Vafa answers at {}", settings.address());
    }
    if (ENDING.contains(command) || List.of(arguments).contains(ONCE)) {
      System.exit(SpringApplication.exit(context));
    }
  }

  /** What fails has been told by then; the code says that nothing was begun. */
  private static ConfigurableApplicationContext run(
      SpringApplication application, String[] arguments) {
    try {
      return application.run(arguments);
    } catch (RuntimeException told) {
      System.exit(NOT_BEGUN);
      throw told;
    }
  }

  private static SpringApplication application(String command, DemoStart start) {
    Settings settings = start.settings();
    SpringApplication application = new SpringApplication(VafaApplication.class);
    application.setAdditionalProfiles(command);
    if (ENDING.contains(command)) {
      // Nobody calls them, and their port may be another program's.
      application.setWebApplicationType(WebApplicationType.NONE);
    }
    application.setDefaultProperties(
        Map.of(
            "vafa.command", command,
            "server.port", settings.port(),
            "server.address", settings.bind(),
            "vafa.api.requests-per-minute", settings.requestsPerMinute()));
    application.addInitializers(new Installation(settings, start.fresh()));
    return application;
  }

  private static DemoStart start(String command, String[] arguments) {
    try {
      Settings settings = Settings.read(System.getenv(), Path.of(""));
      return command.equals("demo")
          ? DemoStart.of(settings, List.of(arguments))
          : new DemoStart(settings, false);
    } catch (CannotStart refused) {
      StartFailureReporter.say(System.err, refused.getMessage());
      System.exit(NOT_BEGUN);
      throw refused;
    }
  }
}
