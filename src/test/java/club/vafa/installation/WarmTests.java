package club.vafa.installation;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.ClubId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class WarmTests {
  private final ClubId club = new ClubId(new UUID(0, 1));
  private final Warm<String, Integer> warm = new Warm<>(Math::max);
  private final Map<String, Integer> stored = new HashMap<>(Map.of("a", 1));

  @BeforeEach
  void begin() {
    TransactionSynchronizationManager.initSynchronization();
  }

  @AfterEach
  void end() {
    TransactionSynchronizationManager.clearSynchronization();
  }

  @Test
  void whatIsWrittenIsKnownAfterTheCommitAndUntilThenRead() {
    assertThat(known()).isEqualTo(1);
    warm.written(club, Map.of("a", 2));
    assertThat(known()).isEqualTo(1);
    stored.put("a", 7);
    commit();
    assertThat(known()).isEqualTo(2);
  }

  @Test
  void whatWasNotCommittedIsReadAnew() {
    assertThat(known()).isEqualTo(1);
    warm.written(club, Map.of("a", 2));
    stored.put("a", 3);
    assertThat(known()).isEqualTo(3);
  }

  @Test
  void whatIsReadMeanwhileStaysWhenItIsNewer() {
    assertThat(known()).isEqualTo(1);
    warm.written(club, Map.of("a", 2));
    stored.put("a", 3);
    assertThat(known()).isEqualTo(3);
    commit();
    assertThat(known()).isEqualTo(3);
  }

  @Test
  void ofWhomNothingWasKnownNothingIsKept() {
    warm.written(club, Map.of("a", 2));
    commit();
    assertThat(known()).isEqualTo(1);
  }

  private Integer known() {
    return warm.get(club, List.of("a"), _ -> new HashMap<>(stored)).get("a");
  }

  private static void commit() {
    TransactionSynchronizationManager.getSynchronizations()
        .forEach(TransactionSynchronization::afterCommit);
  }
}
