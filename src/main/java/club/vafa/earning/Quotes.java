package club.vafa.earning;

import club.vafa.activity.Purchase;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Decides a purchase on a round that is thrown away. */
@Component
class Quotes {
  private final Rounds rounds;
  private final Commits commits;
  private final Ids ids;

  Quotes(Rounds rounds, Commits commits, Ids ids) {
    this.rounds = rounds;
    this.commits = commits;
    this.ids = ids;
  }

  Outcome<Recorded<Purchase>> quote(ClubId club, NewPurchase purchase) {
    return ClubScope.call(club, () -> decided(club, purchase));
  }

  private Outcome<Recorded<Purchase>> decided(ClubId club, NewPurchase purchase) {
    UUID id = ids.next();
    Task.Buy task = new Task.Buy(id, purchase, new CompletableFuture<>());
    Rounds.Opened opened = rounds.open(club, List.of(task), Rounds.Hold.NOTHING);
    return commits.decide(opened, id, purchase);
  }
}
