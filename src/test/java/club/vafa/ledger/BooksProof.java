package club.vafa.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Proves the books of every founded club after a test, when something was written in them since the
 * last proof: {@code @ExtendWith(BooksProof.class)}.
 */
public final class BooksProof implements AfterEachCallback {
  private static final Map<ClubId, Long> PROVED = new ConcurrentHashMap<>();

  @Override
  public void afterEach(ExtensionContext context) {
    ApplicationContext beans = SpringExtension.getApplicationContext(context);
    Clubs clubs = beans.getBean(Clubs.class);
    for (ClubId club : clubs.all()) {
      long entries = ClubScope.call(club, () -> beans.getBean(ProofStore.class).entries(club));
      if (!Long.valueOf(entries).equals(PROVED.put(club, entries))) {
        prove(beans.getBean(Ledger.class), clubs.get(club));
      }
    }
  }

  /** Proves the books of one club. */
  public static void prove(Ledger ledger, Club club) {
    Verification found = ClubScope.call(club.id(), () -> ledger.verify(club));
    assertThat(found.text()).as("what does not hold in the books").isEmpty();
  }
}
