package club.vafa.installation;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided, from {@code vafa.properties} and {@code VAFA_…} variables. The
 * environment wins over the file; whatever is not understood stops the start.
 */
public record Settings(
    Path data,
    String bind,
    int port,
    @Nullable DatabaseLogin database,
    int databasePort,
    int databasePool,
    int requestsPerMinute,
    Outgoing outgoing,
    FirstClub club) {
  private static final String FILE = "vafa.properties";
  private static final String DATA = "data";
  private static final String BIND = "bind";
  private static final String PORT = "port";
  private static final String URL = "database.url";
  private static final String USER = "database.user";
  private static final String PASSWORD = "database.password";
  private static final String DATABASE_PORT = "database.port";
  private static final String POOL = "database.pool";
  private static final String REQUESTS = "api.requests.per.minute";
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(DATA, BIND, PORT, URL, USER, PASSWORD, DATABASE_PORT, POOL, REQUESTS),
              Stream.concat(Outgoing.KEYS.stream(), FirstClub.KEYS.stream()))
          .toList();

  /** Variables that belong to the launcher and the search for the file, not to this list. */
  private static final List<String> LAUNCHER = List.of("VAFA_CONFIG", "VAFA_JAVA_OPTS");

  private static final int LARGEST_POOL = 500;
  private static final int MOST_REQUESTS = 2_000_000_000;

  /** Reads the settings; {@code folder} is the working directory that relative paths start from. */
  public static Settings read(Map<String, String> environment, Path folder) {
    Map<String, String> given = new HashMap<>();
    Path file = file(environment, folder);
    if (file != null) {
      given.putAll(fromFile(file));
    }
    given.putAll(fromEnvironment(environment));
    return of(given, folder);
  }

  private static @Nullable Path file(Map<String, String> environment, Path folder) {
    String named = environment.get("VAFA_CONFIG");
    if (named != null && !named.isBlank()) {
      Path file = folder.resolve(named).toAbsolutePath();
      if (!Files.isReadable(file)) {
        throw new CannotStart(
            "VAFA_CONFIG names %s, which cannot be read: correct the path.".formatted(file));
      }
      return file;
    }
    String data = environment.getOrDefault(variable(DATA), DATA);
    for (Path file : List.of(folder.resolve(FILE), folder.resolve(data).resolve(FILE))) {
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static Map<String, String> fromFile(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new CannotStart(
          "%s cannot be read (%s): correct the file.".formatted(file, unreadable.getMessage()),
          unreadable);
    }
    Map<String, String> given = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      if (!KEYS.contains(key)) {
        throw new CannotStart(
            "%s has an unknown setting \"%s\": the settings are %s."
                .formatted(file, key, String.join(", ", KEYS)));
      }
      given.put(key, properties.getProperty(key).strip());
    }
    given.values().removeIf(String::isEmpty);
    return given;
  }

  private static Map<String, String> fromEnvironment(Map<String, String> environment) {
    Map<String, String> given = new HashMap<>();
    environment.forEach((name, value) -> {
      if (!name.startsWith("VAFA_") || LAUNCHER.contains(name) || value.isBlank()) {
        return;
      }
      String key = name.substring(5).toLowerCase(Locale.ROOT).replace('_', '.');
      if (!KEYS.contains(key)) {
        throw new CannotStart(
            "The environment variable %s is not a setting of Vafa: the settings are %s."
                .formatted(
                    name, String.join(", ", KEYS.stream().map(Settings::variable).toList())));
      }
      given.put(key, value.strip());
    });
    return given;
  }

  private static Settings of(Map<String, String> given, Path folder) {
    String url = given.get(URL);
    for (String key : List.of(USER, PASSWORD)) {
      if (url == null && given.containsKey(key)) {
        throw new CannotStart(
            "%s is set but database.url is not: add the address, or remove it to use the"
                    .formatted(key)
                + " PostgreSQL that Vafa brings.");
      }
    }
    if (url != null && given.containsKey(DATABASE_PORT)) {
      throw new CannotStart(
          "database.port is for the PostgreSQL that Vafa brings, but database.url is set:"
              + " write the port into the address and remove database.port.");
    }
    return new Settings(
        path(given.getOrDefault(DATA, DATA), folder),
        given.getOrDefault(BIND, "127.0.0.1"),
        number(given, PORT, 8080, 1, 65535),
        url == null ? null : DatabaseLogin.parse(url, given.get(USER), given.get(PASSWORD)),
        number(given, DATABASE_PORT, 0, 1, 65535),
        number(given, POOL, 16, 2, LARGEST_POOL),
        number(given, REQUESTS, 1_000_000, 1, MOST_REQUESTS),
        Outgoing.of(given),
        FirstClub.of(given, FirstClub.Machine.here()));
  }

  /** The same settings for a Vafa that keeps its data apart, in a folder of this one's. */
  public Settings inside(String name) {
    return new Settings(
        data.resolve(name),
        bind,
        port,
        database,
        databasePort,
        databasePool,
        requestsPerMinute,
        outgoing,
        club);
  }

  /** Where people and programs on this machine reach it. */
  public String address() {
    boolean anywhere = bind.equals("0.0.0.0") || bind.equals("::");
    String host = anywhere ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
    return "http://" + host + ":" + port;
  }

  private static Path path(String text, Path folder) {
    try {
      return folder.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException malformed) {
      throw new CannotStart(
          "data is \"%s\", which is not a folder name: correct it.".formatted(text), malformed);
    }
  }

  static int number(
      Map<String, String> given, String key, int otherwise, int smallest, int largest) {
    String text = given.get(key);
    if (text == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= smallest && number <= largest) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Falls through to the same sentence as a number out of range.
    }
    throw new CannotStart(
        "%s (%s) is \"%s\": it must be a whole number from %d to %d."
            .formatted(key, variable(key), text, smallest, largest));
  }

  static String variable(String key) {
    return "VAFA_" + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
