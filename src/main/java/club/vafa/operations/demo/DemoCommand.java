package club.vafa.operations.demo;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.CannotStart;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Settings;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Sentences;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Verification;
import club.vafa.operations.demo.DemoFolder.Kept;
import club.vafa.operations.shop.Year;
import club.vafa.operations.start.Console;
import club.vafa.operations.start.Steps;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code ./vafa demo}: makes the demo club when there is none yet, and prints how to get in. A club
 * that the demo has not made is left alone.
 */
@Component
@Profile("demo")
class DemoCommand implements ApplicationRunner {
  private final Settings settings;
  private final Clubs clubs;
  private final DemoClub equipment;
  private final DemoGoods menu;
  private final Living living;
  private final DemoTime time;
  private final Ledger ledger;
  private final Clock clock;
  private final Console console;
  private final Steps steps;
  private final DemoFolder folder;
  private final int members;
  private final int purchases;

  DemoCommand(
      Settings settings,
      Clubs clubs,
      DemoClub equipment,
      DemoGoods menu,
      Living living,
      DemoTime time,
      Ledger ledger,
      Clock clock,
      Sentences sentences,
      Steps steps,
      @Value("${vafa.demo.members:2000}") int members,
      @Value("${vafa.demo.purchases:40000}") int purchases) {
    this.settings = settings;
    this.clubs = clubs;
    this.equipment = equipment;
    this.menu = menu;
    this.living = living;
    this.time = time;
    this.ledger = ledger;
    this.clock = clock;
    this.console = Console.ofMachine(sentences);
    this.steps = steps;
    this.folder = new DemoFolder(settings.data());
    this.members = members;
    this.purchases = purchases;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    DemoOptions options = DemoOptions.read(List.of(arguments.getSourceArgs()));
    // A start that was broken off right after it emptied the database has left the file behind.
    Optional<Kept> kept = folder.kept().filter(_ -> clubs.byCode(DemoClub.CODE).isPresent());
    if (kept.isPresent()) {
      checkSeed(options, kept.get());
      time.restore(kept.get());
    }
    if (kept.isEmpty()) {
      steps.run(() -> console.say("demo.broken_off", Map.of()), () -> make(options));
    }
    Kept club = kept.or(folder::kept).orElseThrow();
    new Greeting(console, settings).greet(club, kept.isPresent());
  }

  private static void checkSeed(DemoOptions options, Kept kept) {
    if (options.seed() != null && options.seed() != kept.seed()) {
      throw new CannotStart(
          "The demo club here was made from seed %d: add --fresh to make one from seed %d."
              .formatted(kept.seed(), options.seed()));
    }
  }

  private void make(DemoOptions options) {
    if (!clubs.all().isEmpty()) {
      throw new CannotStart(
          "The database of %s holds a club that the demo has not made, and it is left alone:"
                  .formatted(settings.data())
              + " give the demo another folder with VAFA_DATA.");
    }
    long seed = options.seed() == null ? DemoOptions.USUAL_SEED : options.seed();
    console.say(
        "demo.making",
        Map.of("seed", Long.toString(seed), "members", members, "purchases", purchases));
    folder.begin(seed);
    long from = System.nanoTime();
    LocalDate today = LocalDate.ofInstant(clock.instant(), Year.ZONE);
    Year year = Year.imagine(new Year.Plan(seed, members, purchases, today));
    clock.moveTo(year.plan().first().atStartOfDay(Year.ZONE).toInstant());
    ClubId club = equipment.found(DemoClub.CODE).id();
    menu.fill(clubs.get(club));
    Kept made = new Kept(seed, equipment.employ(club), equipment.key(club), Duration.ZERO);
    Doing.Tally tally = living.live(club, year, progress(year));
    report(clubs.get(club), tally, System.nanoTime() - from);
    folder.keep(made);
  }

  /** A line for each tenth of the year, which suits a log as well as a screen. */
  private Living.Progress progress(Year year) {
    return (days, sold) -> {
      steps.next();
      int all = year.plan().days();
      if (days * 10 / all > (days - 1) * 10 / all) {
        LocalDate day = year.plan().first().plusDays(days - 1L);
        console.say(
            "demo.progress",
            Map.of("percent", days * 100 / all, "day", day.toString(), "purchases", sold));
      }
    };
  }

  private void report(Club club, Doing.Tally tally, long took) {
    Verification proof = ClubScope.call(club.id(), () -> ledger.verify(club));
    if (!proof.holds()) {
      throw new IllegalStateException("The demo club's books do not hold:\n" + proof.text());
    }
    console.say(
        "demo.made",
        Map.of(
            "seconds", took / 1_000_000_000,
            "purchases", tally.purchases(),
            "returns", tally.returns(),
            "events", tally.events(),
            "entries", proof.entries()));
  }
}
