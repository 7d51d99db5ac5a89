package club.vafa.operations;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Verification;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * {@code ./vafa verify}: proves the books of one club or of all, and says where they don't hold.
 */
@Component
@Profile("verify")
class VerifyCommand implements ApplicationRunner, ExitCodeGenerator {
  private static final int DOES_NOT_HOLD = 1;
  private static final int NOT_UNDERSTOOD = 2;

  private final Ledger ledger;
  private final Clubs clubs;
  private final Sentences sentences;
  private int exitCode;

  VerifyCommand(Ledger ledger, Clubs clubs, Sentences sentences) {
    this.ledger = ledger;
    this.clubs = clubs;
    this.sentences = sentences;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    exitCode = verify(List.of(arguments.getSourceArgs()), Out.stream());
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  /**
   * Proves the books.
   *
   * @param arguments the words behind {@code ./vafa verify}
   */
  int verify(List<String> arguments, PrintStream out) {
    VerifyOptions options = VerifyOptions.read(arguments);
    Language language = options.language();
    if (options.unknown() != null) {
      out.println(
          sentences.text(language, "verify.option_unknown", Map.of("value", options.unknown())));
      return NOT_UNDERSTOOD;
    }
    List<ClubId> wanted = new ArrayList<>(clubs.all());
    String code = options.club();
    if (code != null) {
      Optional<ClubId> club = clubs.byCode(code);
      if (club.isEmpty()) {
        out.println(sentences.text(language, "verify.club_unknown", Map.of("value", code)));
        return NOT_UNDERSTOOD;
      }
      wanted = List.of(club.get());
    }
    if (wanted.isEmpty()) {
      out.println(sentences.text(language, "verify.no_club", Map.of()));
    }
    boolean holds = true;
    for (ClubId club : wanted) {
      holds &= verify(club, language, out);
    }
    return holds ? 0 : DOES_NOT_HOLD;
  }

  private boolean verify(ClubId id, Language language, PrintStream out) {
    Club club = clubs.get(id);
    Verification found = ClubScope.call(id, () -> ledger.verify(club));
    out.println(
        sentences.text(
            language,
            found.holds() ? "verify.holds" : "verify.does_not_hold",
            Map.of(
                "club",
                club.code(),
                "entries",
                found.entries(),
                "millis",
                found.took().toMillis())));
    out.print(found.text());
    return found.holds();
  }
}
