package club.vafa.operations.demo;

import club.vafa.access.Access;
import club.vafa.access.ApiKeys;
import club.vafa.access.NewStaff;
import club.vafa.access.Role;
import club.vafa.access.StaffList;
import club.vafa.api.Caller;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.NewClub;
import club.vafa.clubs.Terminal;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.operations.demo.DemoFolder.Login;
import club.vafa.operations.shop.Till;
import club.vafa.operations.shop.Year;
import club.vafa.program.NewVersion;
import club.vafa.program.WholeProgram;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Founds the demo club and equips it: units, branches, tills, kinds of events, people who work. */
@Component
@Profile("demo")
class DemoClub {
  static final String CODE = "cafe-vafa";

  private static final List<String> BRANCHES = List.of("ولیعصر", "تجریش", "اکباتان");

  private final Clubs clubs;
  private final WholeProgram program;
  private final Access access;
  private final StaffList staff;
  private final ApiKeys keys;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();

  DemoClub(
      Clubs clubs, WholeProgram program, Access access, StaffList staff, ApiKeys keys, Ids ids) {
    this.clubs = clubs;
    this.program = program;
    this.access = access;
    this.staff = staff;
    this.keys = keys;
    this.ids = ids;
  }

  Club found(String code) {
    NewClub wanted =
        new NewClub(
            code,
            "کافه وفا · Café Vafa",
            Currency.getInstance("IRR"),
            Year.ZONE.getId(),
            CalendarKind.JALALI,
            Language.FA,
            "IR");
    ClubId club = done(ClubScope.callInstallation(() -> clubs.found(wanted))).id();
    ClubScope.run(club, () -> equip(club));
    return clubs.get(club);
  }

  private void equip(ClubId id) {
    Club club = clubs.get(id);
    String live = program.live(club, Language.EN).file();
    NewVersion first = new NewVersion(null, false, "", "staff:owner", Language.EN);
    done(program.apply(club, text(), live, first));
    branch(id, 0);
    branch(id, 1);
  }

  private static String text() {
    try (InputStream file =
        Objects.requireNonNull(DemoClub.class.getResourceAsStream("program.yaml"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A branch with its tills, counted from 0. */
  void branch(ClubId club, int number) {
    List<Till> tills = Till.OF_BRANCHES.get(number);
    String code = tills.getFirst().branch();
    clubs.putBranch(club, new Branch(code, BRANCHES.get(number)));
    for (Till till : tills) {
      done(clubs.putTerminal(club, new Terminal(code, till.terminal(), till.source())));
    }
  }

  /** The people who can log in. */
  List<Login> employ(ClubId club) {
    Caller installation =
        new Caller(club, ids.next(), "installation", EnumSet.allOf(Scope.class), null);
    List<Login> logins = new ArrayList<>();
    access
        .firstOwner(club)
        .ifPresent(owner -> logins.add(new Login("owner", owner.login(), owner.password())));
    logins.add(add(installation, Role.MANAGER, "manager", null));
    logins.add(add(installation, Role.CASHIER, "cashier", "tehran-1"));
    return logins;
  }

  private Login add(Caller caller, Role role, String login, @Nullable String branch) {
    String password = password();
    String name = role == Role.MANAGER ? "لیلا رستمی" : "سارا احمدی";
    NewStaff wanted = new NewStaff(login, name, role, branch, Language.FA, password);
    ClubScope.run(caller.club(), () -> done(staff.add(caller, wanted)));
    return new Login(login, login, password);
  }

  String key(ClubId club) {
    return ClubScope.call(club, () -> keys.makeFor(club, "demo", EnumSet.allOf(Scope.class)))
        .secret();
  }

  private String password() {
    String letters = "abcdefghjkmnpqrstuvwxyz23456789";
    StringBuilder password = new StringBuilder();
    for (int at = 0; at < 12; at++) {
      password.append(at > 0 && at % 4 == 0 ? "-" : "");
      password.append(letters.charAt(random.nextInt(letters.length())));
    }
    return password.toString();
  }

  /** What must not be refused, because the demo made it all up itself. */
  static <T> T done(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T> refused -> throw new IllegalStateException("refused: " + refused);
    };
  }
}
