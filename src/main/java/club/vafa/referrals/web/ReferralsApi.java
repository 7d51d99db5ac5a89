package club.vafa.referrals.web;

import club.vafa.api.Answers;
import club.vafa.api.Call;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.members.MemberCode;
import club.vafa.referrals.Advocate;
import club.vafa.referrals.Referral;
import club.vafa.referrals.ReferralForm;
import club.vafa.referrals.ReferralId;
import club.vafa.referrals.ReferralQuery;
import club.vafa.referrals.ReferralState;
import club.vafa.referrals.ReferralStep;
import club.vafa.referrals.Referrals;
import club.vafa.referrals.Referrals.Verdict;
import club.vafa.referrals.ReferralsCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Referrals over HTTP: a member's code, what came of it, what is blocked. */
@RestController
@Tag(name = "Referrals")
class ReferralsApi {
  private static final int LONGEST_REASON = 500;

  private final Referrals referrals;
  private final Sentences sentences;
  private final Answers answers;
  private final Idempotency idempotency;

  ReferralsApi(Referrals referrals, Sentences sentences, Answers answers, Idempotency idempotency) {
    this.referrals = referrals;
    this.sentences = sentences;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** Why somebody decided as they did; kept with the referral. */
  record VerdictIn(@Nullable String reason) {}

  @GetMapping("/v1/members/{id}/referral")
  @Needs(Scope.MEMBERS_READ)
  @Gives(AdvocateOut.class)
  @Operation(
      operationId = "getMemberReferral",
      summary = "A member's referral code and what came of it",
      description = "The code is made when it is first asked for. Shows the latest 50 referrals.")
  ResponseEntity<?> ofMember(Caller caller, @PathVariable("id") String id) {
    return answers.ok(
        MemberId.parse(id)
            .map(member -> referrals.advocate(caller.club(), member))
            .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND))),
        this::shown);
  }

  @GetMapping("/v1/members/{id}/referrals")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = ReferralOut.class, list = true)
  @Operation(
      operationId = "listMemberReferrals",
      summary = "Whom a member brought along, newest first")
  ResponseEntity<?> listOfMember(
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Optional<MemberId> member =
        MemberId.parse(id).filter(known -> referrals.knows(caller.club(), known));
    return member.isEmpty()
        ? answers.refused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND)))
        : list(caller, new ReferralQuery(null, member.get()), Paging.read(limit, after));
  }

  @GetMapping("/v1/referrals")
  @Needs(Scope.REFERRALS_READ)
  @Gives(value = ReferralOut.class, list = true)
  @Operation(
      operationId = "listReferrals",
      summary = "Referrals, newest first",
      description = "`state=blocked` is the queue of those that wait for somebody to look at them.")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(name = "state", required = false) @Nullable String state,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Optional<ReferralState> wanted =
        Arrays.stream(ReferralState.values()).filter(one -> one.word().equals(state)).findFirst();
    if (state != null && wanted.isEmpty()) {
      return answers.refused(List.of(unknownState(state)));
    }
    return list(caller, new ReferralQuery(wanted.orElse(null), null), Paging.read(limit, after));
  }

  private static Refusal unknownState(String state) {
    String allowed =
        Arrays.stream(ReferralState.values())
            .map(ReferralState::word)
            .collect(Collectors.joining(", "));
    return Refusal.at(
        "/state",
        InputCode.UNKNOWN_VALUE,
        Map.of("value", Input.shortened(state), "allowed", allowed));
  }

  private ResponseEntity<?> list(Caller caller, ReferralQuery query, Outcome<Paging> paging) {
    return answers.ok(
        paging.map(page -> referrals.list(caller.club(), query, page)),
        page -> page.map(referral -> shown(referral, null)));
  }

  @GetMapping("/v1/referrals/{id}")
  @Needs(Scope.REFERRALS_READ)
  @Gives(ReferralOut.class)
  @Operation(operationId = "getReferral", summary = "A referral and what became of it")
  ResponseEntity<?> get(Caller caller, @PathVariable("id") String id) {
    return answers.found(
        ReferralId.parse(id).flatMap(known -> referrals.find(caller.club(), known)),
        Refusal.of(ReferralsCode.REFERRAL_NOT_FOUND),
        referral -> shown(caller, referral));
  }

  @PostMapping("/v1/referrals/{id}/release")
  @Needs(Scope.REFERRALS_WRITE)
  @Gives(ReferralOut.class)
  @Operation(
      operationId = "releaseReferral",
      summary = "Let a blocked referral pass",
      description = "What the friend bought meanwhile counts; the advocate has it a moment later.")
  ResponseEntity<?> release(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable VerdictIn in,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            decide(
                caller,
                id,
                in,
                (known, verdict) -> referrals.release(caller.club(), known, verdict)));
  }

  @PostMapping("/v1/referrals/{id}/cancel")
  @Needs(Scope.REFERRALS_WRITE)
  @Gives(ReferralOut.class)
  @Operation(
      operationId = "cancelReferral",
      summary = "Call off a referral that has not come to anything")
  ResponseEntity<?> cancel(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody(required = false) @Nullable VerdictIn in,
      HttpServletRequest http) {
    return idempotency.once(
        http,
        () ->
            decide(
                caller,
                id,
                in,
                (known, verdict) -> referrals.cancel(caller.club(), known, verdict)));
  }

  @GetMapping("/v1/referrals/settings")
  @Needs(Scope.SETTINGS_READ)
  @Gives(SettingsOut.class)
  @Operation(operationId = "getReferralSettings", summary = "How the club takes referrals")
  SettingsOut settings(Caller caller) {
    return SettingsOut.of(referrals.settings(caller.club()));
  }

  @PutMapping("/v1/referrals/settings")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(SettingsOut.class)
  @Operation(
      operationId = "putReferralSettings",
      summary = "Take referrals in another way from now on",
      description = "What is missing is as usual; a weight of 0 means a sign is not looked at.")
  ResponseEntity<?> put(Caller caller, @RequestBody ReferralForm in) {
    return answers.ok(
        in.read().then(wanted -> referrals.change(caller.club(), wanted, caller.actor())),
        SettingsOut::of);
  }

  private ResponseEntity<?> decide(
      Caller caller,
      String id,
      @Nullable VerdictIn in,
      BiFunction<ReferralId, Verdict, Outcome<Referral>> command) {
    Optional<ReferralId> known = ReferralId.parse(id);
    if (known.isEmpty()) {
      return answers.refused(List.of(Refusal.of(ReferralsCode.REFERRAL_NOT_FOUND)));
    }
    Input input = new Input();
    String reason = input.optionalText("/reason", in == null ? null : in.reason(), LONGEST_REASON);
    return input.faulty()
        ? answers.refused(input.refusals())
        : answers.ok(
            command.apply(known.get(), new Verdict(caller.actor(), reason)),
            referral -> shown(caller, referral));
  }

  private AdvocateOut shown(Advocate advocate) {
    Map<String, Long> counts = new TreeMap<>();
    for (ReferralState state : ReferralState.values()) {
      counts.put(state.word(), advocate.counts().getOrDefault(state, 0L));
    }
    return new AdvocateOut(
        advocate.code(),
        advocate.link(),
        counts,
        advocate.latest().stream().map(referral -> shown(referral, null)).toList());
  }

  private ReferralOut shown(Caller caller, Referral referral) {
    return shown(referral, referrals.steps(caller.club(), referral.id()));
  }

  private ReferralOut shown(Referral referral, @Nullable List<ReferralStep> steps) {
    List<ReferralOut.SignalOut> signals =
        referral.signals().stream()
            .map(code ->
                new ReferralOut.SignalOut(
                    code,
                    sentences.text(
                        Call.current().language(), "referrals.signal." + code, Map.of())))
            .toList();
    return ReferralOut.of(referral, signals, steps);
  }
}
