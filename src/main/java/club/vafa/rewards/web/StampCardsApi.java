package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.StampCard;
import club.vafa.rewards.StampCardForm;
import club.vafa.rewards.StampCardId;
import club.vafa.rewards.StampCards;
import club.vafa.rewards.StampCards.Filled;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stamp cards over HTTP: laid out, ended, and how full a member's are. */
@RestController
@Tag(name = "Rewards")
class StampCardsApi {
  private final StampCards cards;
  private final Members members;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  StampCardsApi(
      StampCards cards, Members members, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.cards = cards;
    this.members = members;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A kind of stamp card as the API tells it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record StampCardOut(
      String id,
      String code,
      String state,
      String unit,
      long holes,
      Map<String, String> names,
      String reward,
      boolean carries,
      @Nullable Integer days,
      Instant changedAt,
      String changedBy) {
    static StampCardOut of(Club club, StampCard card) {
      return new StampCardOut(
          card.id().toString(),
          card.code(),
          card.state().name().toLowerCase(Locale.ROOT),
          club.unit(card.unit()).code(),
          card.holes(),
          RewardView.texts(card.names()),
          card.reward(),
          card.carries(),
          card.days(),
          card.changedAt(),
          card.changedBy());
    }
  }

  /**
   * How full a member's card is.
   *
   * @param stamps on it, of so many
   * @param missing until the reward comes
   * @param expiresAt when the first of the stamps end
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FilledOut(
      String card,
      String name,
      String unit,
      String stamps,
      String of,
      String missing,
      String reward,
      @Nullable Instant expiresAt) {
    static FilledOut of(Filled filled) {
      int decimals = filled.unit().decimals();
      Language language = Call.current().language();
      Map<Language, String> names = filled.card().names();
      return new FilledOut(
          filled.card().code(),
          names.getOrDefault(language, names.values().iterator().next()),
          filled.unit().code(),
          Amount.plain(filled.stamps(), decimals),
          Amount.plain(filled.holes(), decimals),
          Amount.plain(Math.max(0, filled.holes() - filled.stamps()), decimals),
          filled.card().reward(),
          filled.ends());
    }
  }

  /** All cards of a member. */
  record StampCardsOut(List<FilledOut> data) {}

  @PostMapping("/v1/stamp-cards")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(value = StampCardOut.class, status = 201)
  @Operation(operationId = "makeStampCard", summary = "Lay out a kind of stamp card")
  ResponseEntity<?> make(Caller caller, @RequestBody StampCardForm in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read(club, caller.actor()).then(wish -> cards.make(club, wish)),
                card -> "/v1/stamp-cards/" + card.id(),
                card -> StampCardOut.of(club, card)));
  }

  @PutMapping("/v1/stamp-cards/{id}")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(StampCardOut.class)
  @Operation(
      operationId = "changeStampCard",
      summary = "Change a kind of stamp card",
      description = "Names, reward, what is left over and how long it lives; not unit and holes.")
  ResponseEntity<?> change(
      Caller caller, @PathVariable("id") String id, @RequestBody StampCardForm in) {
    Club club = clubs.get(caller.club());
    return with(
        club,
        id,
        known -> in.read(club, caller.actor()).then(wish -> cards.change(club, known, wish)));
  }

  @PostMapping("/v1/stamp-cards/{id}/end")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(StampCardOut.class)
  @Operation(operationId = "endStampCard", summary = "End a kind of stamp card")
  ResponseEntity<?> end(Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request, () -> with(club, id, known -> cards.end(club, known, caller.actor())));
  }

  @GetMapping("/v1/stamp-cards/{id}")
  @Needs(Scope.REWARDS_READ)
  @Gives(StampCardOut.class)
  @Operation(operationId = "getStampCard", summary = "Get a kind of stamp card")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        StampCardId.parse(id).flatMap(known -> cards.find(club.id(), known)),
        Refusal.of(RewardsCode.STAMP_CARD_NOT_FOUND),
        card -> StampCardOut.of(club, card));
  }

  @GetMapping("/v1/stamp-cards")
  @Needs(Scope.REWARDS_READ)
  @Gives(value = StampCardOut.class, list = true)
  @Operation(operationId = "listStampCards", summary = "List kinds of stamp cards")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        NamedPaging.within(limit, after)
            .map(paging ->
                paging.page((code, most) -> cards.list(club.id(), code, most), StampCard::code)),
        page -> page.map(card -> StampCardOut.of(club, card)));
  }

  @GetMapping("/v1/members/{id}/stamp-cards")
  @Needs(Scope.REWARDS_READ)
  @Gives(StampCardsOut.class)
  @Operation(operationId = "getStampCards", summary = "Get how full a member's stamp cards are")
  ResponseEntity<?> of(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        MemberId.parse(id)
            .filter(member -> members.look(club.id(), List.of(member)).containsKey(member)),
        Refusal.of(MemberCode.MEMBER_NOT_FOUND),
        member -> new StampCardsOut(cards.of(club, member).stream().map(FilledOut::of).toList()));
  }

  private ResponseEntity<?> with(
      Club club, String id, Function<StampCardId, Outcome<StampCard>> work) {
    return answers.ok(
        StampCardId.parse(id)
            .map(work)
            .orElseGet(() -> Outcome.refused(Refusal.of(RewardsCode.STAMP_CARD_NOT_FOUND))),
        card -> StampCardOut.of(club, card));
  }
}
