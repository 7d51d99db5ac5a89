package club.vafa.cards;

import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A member's cards: shown with the member, moved and blocked with it. */
@Component
class CardPart implements MemberPart {
  private final CardStore store;
  private final Passes passes;

  CardPart(CardStore store, Passes passes) {
    this.store = store;
    this.passes = passes;
  }

  @Override
  public Optional<MemberId> holder(ClubId club, String card) {
    String plain = Cards.plain(card);
    return passes
        .card(club, plain)
        .or(() -> store.byNumbers(club, List.of(plain)).stream().findFirst())
        .map(Card::member);
  }

  /** A card as the member's page of the API shows it. */
  record Shown(CardId id, String number, String type, CardState state) {}

  @Override
  public String name() {
    return "cards";
  }

  @Override
  public List<Shown> show(ClubId club, MemberId member) {
    return store.ofMember(club, member).stream()
        .map(card -> new Shown(card.id(), card.number(), card.type(), card.state()))
        .toList();
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    store.block(club, member);
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    store.move(club, from, into);
  }
}
