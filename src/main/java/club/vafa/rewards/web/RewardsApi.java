package club.vafa.rewards.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.NamedPaging;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Problem;
import club.vafa.api.Problems;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.rewards.Offer;
import club.vafa.rewards.Reward;
import club.vafa.rewards.RewardForm;
import club.vafa.rewards.RewardId;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.web.RewardView.OfferView;
import club.vafa.tiers.Tiers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
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

/** The catalogue over HTTP: draft, publish, end, and what of it a member can have. */
@RestController
@Tag(name = "Rewards")
class RewardsApi {
  private final Rewards rewards;
  private final Members members;
  private final Clubs clubs;
  private final Tiers tiers;
  private final Answers answers;
  private final Problems problems;
  private final Idempotency idempotency;

  RewardsApi(
      Rewards rewards,
      Members members,
      Clubs clubs,
      Tiers tiers,
      Answers answers,
      Problems problems,
      Idempotency idempotency) {
    this.rewards = rewards;
    this.members = members;
    this.clubs = clubs;
    this.tiers = tiers;
    this.answers = answers;
    this.problems = problems;
    this.idempotency = idempotency;
  }

  @PostMapping("/v1/rewards")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(value = RewardView.class, status = 201)
  @Operation(operationId = "draftReward", summary = "Keep a new reward as a draft")
  ResponseEntity<?> draft(Caller caller, @RequestBody RewardForm in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () ->
            answers.created(
                in.read(club, tiers.codes(club))
                    .then(named ->
                        rewards.draft(club.id(), named.code(), named.terms(), caller.actor())),
                made -> "/v1/rewards/" + made.id(),
                made -> RewardView.of(club, made)));
  }

  @PutMapping("/v1/rewards/{id}")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(RewardView.class)
  @Operation(operationId = "redraftReward", summary = "Replace the draft of a reward")
  ResponseEntity<?> redraft(
      Caller caller, @PathVariable("id") String id, @RequestBody RewardForm in) {
    Club club = clubs.get(caller.club());
    return change(
        club,
        id,
        known ->
            in.read(club, tiers.codes(club))
                .then(named -> rewards.redraft(club.id(), known, named, caller.actor())));
  }

  @PostMapping("/v1/rewards/{id}/publish")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(RewardView.class)
  @Operation(operationId = "publishReward", summary = "Publish the draft of a reward")
  ResponseEntity<?> publish(
      Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request,
        () -> change(club, id, known -> rewards.publish(club.id(), known, caller.actor())));
  }

  @PostMapping("/v1/rewards/{id}/end")
  @Needs(Scope.REWARDS_WRITE)
  @Gives(RewardView.class)
  @Operation(operationId = "endReward", summary = "Take a reward out of the catalogue for good")
  ResponseEntity<?> end(Caller caller, @PathVariable("id") String id, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    return idempotency.once(
        request, () -> change(club, id, known -> rewards.end(club.id(), known, caller.actor())));
  }

  @GetMapping("/v1/rewards/{id}")
  @Needs(Scope.REWARDS_READ)
  @Gives(RewardView.class)
  @Operation(operationId = "getReward", summary = "Get a reward")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    return answers.found(
        RewardId.parse(id).flatMap(known -> rewards.find(club.id(), known)),
        Refusal.of(RewardsCode.REWARD_NOT_FOUND),
        found -> RewardView.of(club, found));
  }

  @GetMapping("/v1/rewards")
  @Needs(Scope.REWARDS_READ)
  @Gives(value = RewardView.class, list = true)
  @Operation(
      operationId = "listRewards",
      summary = "List rewards",
      description =
          "By code. With a member, each tells what it costs that member, what is missing, and why"
              + " it cannot be claimed.")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "member", required = false) @Nullable String member,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        NamedPaging.within(limit, after)
            .then(paging ->
                whose(club, member)
                    .map(whom ->
                        shown(
                            club,
                            whom,
                            paging.page(
                                (code, most) -> rewards.list(club.id(), code, most),
                                Reward::code)))),
        page -> page);
  }

  private Outcome<Optional<MemberId>> whose(Club club, @Nullable String member) {
    if (member == null) {
      return Outcome.done(Optional.empty());
    }
    Optional<MemberId> known =
        MemberId.parse(member).filter(id -> members.look(club.id(), List.of(id)).containsKey(id));
    return known.isPresent()
        ? Outcome.done(known)
        : Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
  }

  private Page<RewardView> shown(Club club, Optional<MemberId> member, Page<Reward> page) {
    if (member.isEmpty()) {
      return page.map(reward -> RewardView.of(club, reward));
    }
    List<Offer> offers = rewards.offers(club, member.get(), page.data());
    return new Page<>(
        offers.stream()
            .map(offer -> RewardView.of(club, offer.reward(), offer(club, offer)))
            .toList(),
        page.next());
  }

  private OfferView offer(Club club, Offer offer) {
    Refusal against = offer.against();
    if (against == null) {
      return RewardView.offer(club, offer, null);
    }
    Problem told = problems.of(against);
    return RewardView.offer(
        club, offer, new Problem.Fault(against.pointer(), told.code(), told.detail()));
  }

  private ResponseEntity<?> change(Club club, String id, Function<RewardId, Outcome<Reward>> work) {
    return answers.ok(
        RewardId.parse(id)
            .map(work)
            .orElseGet(() -> Outcome.refused(Refusal.of(RewardsCode.REWARD_NOT_FOUND))),
        reward -> RewardView.of(club, reward));
  }
}
