package club.vafa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Sentences;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What was found when the books were proved, asked for over HTTP. */
@StoryTest
@Import(TestClub.class)
class VerificationStoryTests {
  private final TestClub founding;
  private final Clubs clubs;
  private final Ledger ledger;
  private final ProofStore store;
  private final Ids ids;
  @LocalServerPort private int port;

  VerificationStoryTests(TestClub founding, Clubs clubs, Ledger ledger, ProofStore store, Ids ids) {
    this.founding = founding;
    this.clubs = clubs;
    this.ledger = ledger;
    this.store = store;
    this.ids = ids;
  }

  @Test
  void theLatestProofComesFirstAndSaysWhatItFoundInTheCallersLanguage() {
    Club club = founding.cafe();
    Web web = new Web(port, founding.key(club));
    var finding = new Verification.Finding(new MemberId(ids.next()), 1, null, "active", "5", "6");
    var wrong =
        new Verification(
            Instant.parse("2026-01-01T00:00:00Z"),
            Duration.ofMillis(12),
            3,
            List.of(
                new Verification.Failure("wallets_are_their_entries", 2, List.of(finding, finding)),
                new Verification.Failure("debts_are_allowed", 1, List.of(finding))));
    ClubScope.run(club.id(), () -> store.keep(club.id(), wrong));
    ClubScope.run(club.id(), () -> ledger.verify(clubs.get(club.id())));

    Answer latest = web.get("/v1/ledger/verifications?limit=1").expect(200);
    Answer before = web.get("/v1/ledger/verifications?after=" + latest.at("/next")).expect(200);

    assertThat(latest.body().at("/data/0/holds").asBoolean()).isTrue();
    assertThat(latest.body().at("/data/0/failures").isEmpty()).isTrue();
    assertThat(before.body().at("/data").size()).isEqualTo(1);
    assertThat(before.at("/data/0/startedAt")).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(before.body().at("/data/0/holds").asBoolean()).isFalse();
    assertThat(before.body().at("/data/0/entries").asInt()).isEqualTo(3);
    assertThat(before.at("/data/0/failures/0/check")).isEqualTo("wallets_are_their_entries");
    assertThat(before.body().at("/data/0/failures/0/places").asInt()).isEqualTo(2);
    assertThat(before.at("/data/0/failures/0/findings/1")).isEqualTo(finding.toString());
    assertThat(before.at("/data/0/failures/1/detail"))
        .isEqualTo("Only units that may be owed are, and never beside a balance.");
    assertThat(web.get("/v1/ledger/verifications?after=x").expect(400).at("/code"))
        .isEqualTo("bad_cursor");
    assertThat(new Web(port, founding.key(founding.cafe())).get("/v1/ledger/verifications").text())
        .isEqualTo("{\"data\":[]}");
  }

  @Test
  void everyCheckHasItsSentenceInEveryLanguage() {
    Sentences sentences = new Sentences();
    for (Language language : Language.values()) {
      for (String check : Proved.checks()) {
        assertThat(sentences.text(language, "ledger.check." + check, Map.of()))
            .isNotEqualTo("ledger.check." + check);
      }
    }
  }
}
