package club.vafa.operations.demo;

import club.vafa.installation.CannotStart;
import club.vafa.installation.Settings;
import java.util.List;

/**
 * What is decided about a demo before anything is started.
 *
 * @param settings with a data folder of the demo's own
 * @param fresh whether the demo that is there is thrown away: because that was asked for, or
 *     because its making was broken off
 */
public record DemoStart(Settings settings, boolean fresh) {
  public static DemoStart of(Settings given, List<String> arguments) {
    DemoOptions options = DemoOptions.read(arguments);
    Settings settings = given.inside("demo");
    DemoFolder folder = new DemoFolder(settings.data());
    // A folder whose file cannot be read any more can at least be started over.
    boolean fresh = folder.begun() && (options.fresh() || folder.kept().isEmpty());
    if (fresh && settings.database() != null) {
      throw new CannotStart(
          "The demo does not empty a server that is not its own: empty the database, remove %s"
                  .formatted(settings.data())
              + " and start again.");
    }
    return new DemoStart(settings, fresh);
  }
}
