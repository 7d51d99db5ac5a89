package club.vafa.cards.gifts;

import club.vafa.clubs.Club;
import club.vafa.ledger.MoreBooks;
import club.vafa.ledger.Verification;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Proves the journal of gift cards together with the books of members. */
@Component
class GiftProof implements MoreBooks {
  private final GiftProofStore store;

  GiftProof(GiftProofStore store) {
    this.store = store;
  }

  @Override
  public List<Verification.Failure> prove(Club club) {
    List<Verification.Failure> failures = new ArrayList<>();
    for (GiftCheck check : GiftCheck.values()) {
      store.failure(club.id(), check).ifPresent(failures::add);
    }
    return failures;
  }

  @Override
  public List<String> checks() {
    return List.of(GiftCheck.values()).stream().map(GiftCheck::code).toList();
  }
}
