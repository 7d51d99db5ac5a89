package club.vafa.operations.start;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.access.Access.Credentials;
import club.vafa.access.Access.Session;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.FirstClub;
import club.vafa.installation.Outgoing;
import club.vafa.installation.Settings;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Sentences;
import club.vafa.testing.RoomTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@RoomTest(ownDatabase = true)
class FirstStartModuleTests {
  private static final Settings SETTINGS =
      new Settings(
          Path.of("data"),
          "0.0.0.0",
          8080,
          null,
          0,
          16,
          1_000_000,
          Outgoing.NOTHING,
          new FirstClub(
              "nan-o-namak",
              "نان و نمک",
              Currency.getInstance("IRR"),
              ZoneId.of("Asia/Tehran"),
              CalendarKind.JALALI,
              Language.FA,
              "IR"));

  private final Clubs clubs;
  private final Access access;
  private final Sentences sentences;
  private final FirstStart start;

  FirstStartModuleTests(Clubs clubs, Access access, Sentences sentences) {
    this.clubs = clubs;
    this.access = access;
    this.sentences = sentences;
    this.start = new FirstStart(SETTINGS, clubs, access, sentences);
  }

  @Test
  void theFirstStartFoundsTheClubAndShowsItsOwnersPasswordOnce() {
    String first = said(Language.EN);

    assertThat(clubs.all()).hasSize(1);
    Club club = clubs.get(clubs.all().getFirst());
    assertThat(club.code()).isEqualTo("nan-o-namak");
    assertThat(club.currency()).isEqualTo(Currency.getInstance("IRR"));
    assertThat(club.calendar()).isEqualTo(CalendarKind.JALALI);
    assertThat(first).contains("http://127.0.0.1:8080", "nan-o-namak", "owner");
    assertThat(access.login(new Credentials(club.code(), "owner", password(first), "test")))
        .isInstanceOfSatisfying(
            Done.class,
            done -> assertThat(((Session) done.value()).staff().login()).isEqualTo("owner"));

    assertThat(said(Language.EN)).isEmpty();
    assertThat(said(Language.FA)).isEmpty();
    assertThat(clubs.all()).hasSize(1);
  }

  private static String password(String said) {
    Matcher found = Pattern.compile("Password\\s+(\\S+)").matcher(said);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private String said(Language language) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      start.begin(new Console(out, sentences, language));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
