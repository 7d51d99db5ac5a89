package club.vafa.trials;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Kills Vafa and its PostgreSQL without warning while tills sell, again and again on one data
 * folder, and holds what is found afterwards against what the tills were told:
 *
 * <pre>java -cp … club.vafa.trials.CrashTrial --rounds 20 --seed 1 --folder /tmp/trial</pre>
 */
public final class CrashTrial {
  private static final int TILLS = 6;
  private static final int SHORTEST = 500;
  private static final int LONGEST = 3000;

  private final Path data;
  private final int rounds;
  private final long seed;
  private final List<Paper> papers = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Map<String, Integer> strange = new TreeMap<>();
  private int survived;

  CrashTrial(Path data, int rounds, long seed) {
    this.data = data.toAbsolutePath();
    this.rounds = rounds;
    this.seed = seed;
  }

  public static void main(String[] arguments) {
    Map<String, String> options = new TreeMap<>();
    for (int at = 0; at + 1 < arguments.length; at += 2) {
      options.put(arguments[at], arguments[at + 1]);
    }
    Path data = Path.of(options.getOrDefault("--folder", "target/crash-trial"));
    int rounds = Integer.parseInt(options.getOrDefault("--rounds", "20"));
    long seed = Long.parseLong(options.getOrDefault("--seed", "" + System.nanoTime()));
    List<String> faults = new CrashTrial(data, rounds, seed).run();
    faults.forEach(System.out::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }

  /** What of the three is killed. */
  private enum Victim {
    VAFA,
    POSTGRES,
    BOTH
  }

  /** Runs all rounds; answers with what was wrong. */
  List<String> run() {
    System.out.printf("Crash trial: %d rounds, seed %d, in %s%n", rounds, seed, data);
    emptyFolder();
    String key = Office.found(data);
    SplittableRandom random = new SplittableRandom(seed);
    Child vafa = Child.start(data, key);
    for (int round = 1; round <= rounds; round++) {
      Victim victim = round % 5 == 0 ? Victim.BOTH : round % 2 == 1 ? Victim.VAFA : Victim.POSTGRES;
      vafa = round(round, victim, random.split(), vafa, key);
    }
    new Audit(vafa.web(), faults).sales(papers);
    vafa.stop();
    compare(Office.prove(data));
    System.out.printf("Answers that were neither done nor refused: %s%n", strange);
    System.out.printf("Faults: %d%n", faults.size());
    return faults;
  }

  private Child round(int round, Victim victim, SplittableRandom random, Child vafa, String key) {
    Till.Shop shop = Till.Shop.opened();
    List<Thread> tills = new ArrayList<>();
    for (int till = 0; till < TILLS; till++) {
      String name = "r" + round + "t" + till;
      tills.add(Thread.ofPlatform().start(new Till(name, random.nextLong(), vafa.web(), shop)));
    }
    int after = random.nextInt(SHORTEST, LONGEST);
    Child.pause(after);
    long killed = System.nanoTime();
    Child next = strike(victim, vafa, key, shop);
    long back = (System.nanoTime() - killed) / 1_000_000;
    shop.open().set(false);
    tills.forEach(CrashTrial::join);
    report(
        round, "%-8s after %4d ms, back after %5d ms".formatted(victim, after, back), shop, next);
    return next;
  }

  private static Child strike(Victim victim, Child vafa, String key, Till.Shop shop) {
    if (victim != Victim.POSTGRES) {
      if (victim == Victim.BOTH) {
        vafa.killPostgres();
      }
      vafa.kill();
      shop.open().set(false);
      return Child.start(vafa.data(), key);
    }
    vafa.killPostgres();
    vafa.awaitAnswer();
    // The tills go on selling for a moment on what has come back.
    Child.pause(1000);
    return vafa;
  }

  private void report(int round, String what, Till.Shop shop, Child vafa) {
    List<Paper> sent = List.copyOf(shop.papers());
    long done = count(sent, Paper.Fate.DONE);
    long refused = count(sent, Paper.Fate.REFUSED);
    int faultsBefore = faults.size();
    Audit audit = new Audit(vafa.web(), faults);
    audit.all(sent);
    survived += audit.survived();
    papers.addAll(sent);
    shop.strange().forEach((answer, times) -> strange.merge(answer, times, Integer::sum));
    System.out.printf(
        "round %2d: %s: %5d sent, %5d acknowledged, %3d refused, %3d unanswered of which %3d done;"
            + " %d faults%n",
        round,
        what,
        sent.size(),
        done,
        refused,
        sent.size() - done - refused,
        audit.survived(),
        faults.size() - faultsBefore);
  }

  private void compare(Office.Found found) {
    Tally told = Tally.of(papers);
    System.out.printf(
        "In the end: %d purchases, %d returns, %d uses of the capped campaign, %d entries proved;"
            + " %d were done without an answer%n",
        found.purchases(), found.returns(), found.bonusUses(), found.books().entries(), survived);
    if (!found.books().holds()) {
      faults.add("the books do not hold: " + found.books().text());
    }
    same("purchases", told.purchases(), found.purchases());
    same("returns", told.returns(), found.returns());
    same("uses of the capped campaign", told.bonusUses(), found.bonusUses());
    same("points", told.points(), found.points());
    same("visits", told.visits(), found.visits());
    if (found.bonusUses() > Office.CAPPED_USES) {
      faults.add("the cap was passed: " + found.bonusUses());
    }
    if (strange.keySet().stream().anyMatch(answer -> answer.endsWith("500"))) {
      faults.add("a crash was told as a fault of Vafa's own: " + strange);
    }
  }

  private void same(String what, Object told, Object found) {
    if (!told.equals(found)) {
      faults.add(what + ": the tills were told " + told + " and there are " + found);
    }
  }

  private static long count(List<Paper> papers, Paper.Fate fate) {
    return papers.stream().filter(paper -> paper.is(fate)).count();
  }

  private static void join(Thread till) {
    try {
      till.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void emptyFolder() {
    try {
      if (Files.exists(data)) {
        try (Stream<Path> all = Files.walk(data)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(data);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
