package club.vafa.operations.start;

import club.vafa.access.Access;
import club.vafa.access.Access.FirstOwner;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.installation.CannotStart;
import club.vafa.installation.ClubScope;
import club.vafa.installation.FirstClub;
import club.vafa.installation.Settings;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Where there is no club yet, founds the one of the settings; where a club has nobody yet, makes
 * its owner and shows the password, once. Afterwards it does nothing.
 */
@Component
@Profile("run")
class FirstStart implements ApplicationRunner {
  private final Settings settings;
  private final Clubs clubs;
  private final Access access;
  private final Console console;

  FirstStart(Settings settings, Clubs clubs, Access access, Sentences sentences) {
    this.settings = settings;
    this.clubs = clubs;
    this.access = access;
    this.console = Console.ofMachine(sentences);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    begin(console);
  }

  void begin(Console said) {
    if (clubs.all().isEmpty()) {
      found(settings.club());
    }
    for (ClubId club : clubs.all()) {
      access.firstOwner(club).ifPresent(owner -> introduce(said, clubs.get(club), owner));
    }
  }

  private void found(FirstClub wanted) {
    NewClub club =
        new NewClub(
            wanted.code(),
            wanted.name(),
            wanted.currency(),
            wanted.zone().getId(),
            wanted.calendar(),
            wanted.language(),
            wanted.region());
    Outcome<Club> founded = ClubScope.callInstallation(() -> clubs.found(club));
    if (founded instanceof Refused<Club>(List<Refusal> refusals)) {
      throw new CannotStart(console.sentences().text(Language.EN, refusals.getFirst()));
    }
  }

  private void introduce(Console said, Club club, FirstOwner owner) {
    List<String> lines = new ArrayList<>();
    lines.add(
        said.text(
            "start.club",
            Map.of(
                "name", club.name(),
                "code", club.code(),
                "currency", club.currency().getCurrencyCode(),
                "zone", club.zone().getId(),
                "calendar", club.calendar().name().toLowerCase(Locale.ROOT),
                "language", club.language().code())));
    lines.add("");
    lines.add(said.text("start.address", Map.of("address", settings.address())));
    lines.add(said.text("start.code", Map.of("code", club.code())));
    lines.add(said.text("start.login", Map.of("login", owner.login())));
    lines.add(said.text("start.password", Map.of("password", owner.password())));
    lines.add("");
    lines.add(said.text("start.once"));
    said.box(lines);
  }
}
