package club.vafa.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param stages names of the stages to run, empty for all
 * @param seconds measured per stage
 * @param warmUp seconds before each stage, not measured
 * @param tierDays on how many days everybody did something that counts towards tiers
 * @param past purchases to be replayed, or that there are when pages are asked for
 * @param data folder of an earlier run to go on with, or null for a fresh one that is deleted
 */
record Options(
    List<String> stages,
    int seconds,
    int warmUp,
    int members,
    int scale,
    long seed,
    boolean quick,
    boolean grow,
    long most,
    boolean explain,
    boolean profile,
    boolean cards,
    int tierDays,
    boolean rules,
    boolean replay,
    boolean faces,
    long past,
    @Nullable Path data) {
  static final String USAGE =
      """
      ./vafa bench                 everything, about eight minutes
        --quick                    a smoke run of a minute: small, short, not for comparing
        --grow[=PURCHASES]         how the rate holds up to 10,000,000 stored purchases
        --stages=LIST              only these, for instance baselines,singles-64,batch-1000,quotes-8
        --explain                  the dearest SQL statements of each stage
        --profile                  where Vafa's own processor time and allocations go
        --cards                    the stamps of a new club fill cards of ten
        --tiers[=DAYS]             a new club has tiers, and members who came on 100 days
        --replay[=PURCHASES]       how fast 5,000,000 past purchases are replayed
        --faces[=PURCHASES]        how long pages take with 10,000,000 purchases, a tenth of members
        --rules                    only the rules engine, beside Drools
        --seconds=N --warm-up=N    measured and unmeasured time of a stage
        --members=N --scale=N      members of the club, size of pgbench's tables
        --seed=N                   of the random purchases
        --data=FOLDER              keep the data there, and go on with it next time
      """;

  private static final List<String> FLAGS =
      List.of(
          "quick", "grow", "explain", "profile", "cards", "tiers", "rules", "replay", "faces",
          "help");
  private static final List<String> VALUES =
      List.of(
          "grow", "tiers", "replay", "faces", "stages", "seconds", "warm-up", "members", "scale",
          "seed", "data");

  static Options read(List<String> words) {
    Map<String, String> given = given(words);
    boolean quick = given.containsKey("quick");
    String stages = given.getOrDefault("stages", "");
    String data = given.get("data");
    return new Options(
        stages.isEmpty() ? List.of() : List.of(stages.split(",")),
        number(given, "seconds", quick ? 2 : 15),
        number(given, "warm-up", quick ? 1 : 15),
        number(given, "members", quick ? 5_000 : 100_000),
        number(given, "scale", quick ? 5 : 50),
        number(given, "seed", 20_260_321),
        quick,
        given.containsKey("grow"),
        orUsual(given, "grow", 10_000_000),
        given.containsKey("explain"),
        given.containsKey("profile"),
        given.containsKey("cards"),
        given.containsKey("tiers") ? orUsual(given, "tiers", 100) : 0,
        given.containsKey("rules"),
        given.containsKey("replay"),
        given.containsKey("faces"),
        past(given),
        data == null ? null : Path.of(data).toAbsolutePath());
  }

  private static long past(Map<String, String> given) {
    return given.containsKey("faces")
        ? orUsual(given, "faces", 10_000_000)
        : orUsual(given, "replay", 5_000_000);
  }

  /** The number behind an option that may stand alone. */
  private static int orUsual(Map<String, String> given, String name, int usual) {
    return given.getOrDefault(name, "").isEmpty() ? usual : number(given, name, usual);
  }

  private static Map<String, String> given(List<String> words) {
    Map<String, String> given = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      String name = word.substring(Math.min(2, word.length()), equals < 0 ? word.length() : equals);
      if (word.startsWith("--") && (equals < 0 ? FLAGS : VALUES).contains(name)) {
        given.put(name, equals < 0 ? "" : word.substring(equals + 1));
      } else {
        unknown.add(word);
      }
    }
    if (!unknown.isEmpty() || given.containsKey("help")) {
      throw new IllegalArgumentException(
          (unknown.isEmpty() ? "" : "Not understood: " + unknown + "\n") + USAGE);
    }
    return given;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String text = given.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text.replace("_", ""));
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("--" + name + " is no whole number: " + text, notANumber);
    }
  }

  boolean wants(String stage) {
    return stages.isEmpty() || stages.contains(stage);
  }
}
