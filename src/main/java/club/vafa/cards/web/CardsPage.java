package club.vafa.cards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.cards.Card;
import club.vafa.cards.CardCode;
import club.vafa.cards.CardId;
import club.vafa.cards.CardState;
import club.vafa.cards.Cards;
import club.vafa.cards.NewCard;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.Members;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A member's cards as a part of the member's page: given, blocked, let count again. */
@Hidden
@Controller
class CardsPage {
  private static final String PATH = "/console/members/{id}/cards";

  private final Cards cards;
  private final Members members;
  private final Pages pages;

  CardsPage(Cards cards, Members members, Pages pages) {
    this.cards = cards;
    this.members = members;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.MEMBERS_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller, @PathVariable String id) {
    MemberId member = member(caller, id);
    return pages.show(screen, "cards/of_member", part(caller, member, Typed.NOTHING, Faults.NONE));
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> ask(Screen screen, Caller caller, @PathVariable String id) {
    MemberId member = member(caller, id);
    return pages.show(screen, "cards/give", part(caller, member, Typed.NOTHING, Faults.NONE));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> give(Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    MemberId member = member(caller, id);
    return switch (given(caller, member, typed)) {
      case Done<Card>(Card card) ->
          pages.goTo(
              screen,
              "/console/members/" + member,
              new Toast(screen.text("cards.given"), undo(member, card)));
      case Refused<Card>(List<Refusal> refusals) ->
          pages.refused(
              screen, "cards/give", part(caller, member, typed, pages.faults(screen, refusals)));
    };
  }

  private static String undo(MemberId member, Card card) {
    return "/console/members/" + member + "/cards/" + card.id() + "/blocked";
  }

  private Outcome<Card> given(Caller caller, MemberId member, Typed typed) {
    Input input = new Input();
    String number = input.text("/number", Digits.western(typed.at("number")), 200);
    String type = typed.at("type");
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : cards.give(
            caller.club(), new NewCard(member, number, type.isEmpty() ? null : type, null));
  }

  @PostMapping(PATH + "/{card}/{state:active|blocked|lost}")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> turn(
      Screen screen,
      @PathVariable String id,
      @PathVariable String card,
      @PathVariable String state) {
    Caller caller = screen.club().caller();
    MemberId member = member(caller, id);
    CardState next = CardsOfMember.state(state);
    Optional<CardId> known =
        CardId.parse(card)
            .filter(key ->
                cards
                    .find(caller.club(), key)
                    .filter(of -> of.member().equals(member))
                    .isPresent());
    CardId key =
        known.orElseThrow(() -> new InputRefused(List.of(Refusal.of(CardCode.CARD_NOT_FOUND))));
    InputRefused.unlessDone(cards.change(caller.club(), key, next));
    return pages.goTo(
        screen,
        "/console/members/" + member,
        new Toast(screen.text("cards.turned." + state), null));
  }

  private MemberId member(Caller caller, String id) {
    return InputRefused.unlessDone(members.named(caller.club(), id));
  }

  private CardsOfMember part(Caller caller, MemberId member, Typed typed, Faults faults) {
    return new CardsOfMember(member, cards.of(caller.club(), member), typed, faults);
  }
}
