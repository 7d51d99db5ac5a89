package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.OwnDayRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Members' own days over HTTP: how many there may be, chosen and given up. */
@RestController
@Tag(name = "Members")
class OwnDaysApi {
  private static final int MOST = 31;

  private final Members members;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  OwnDaysApi(Members members, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.members = members;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** So many days in each {@code month} or {@code year}; none when members choose no days. */
  record OwnDayRuleIn(@Nullable Integer days, @Nullable String period) {
    Outcome<OwnDayRule> read() {
      Input input = new Input();
      Integer count = input.required("/days", days);
      if (count != null && (count < 0 || count > MOST)) {
        input.refuse(
            "/days",
            InputCode.UNKNOWN_VALUE,
            Map.of("value", String.valueOf(count), "allowed", "0 … 31"));
      }
      Optional<OwnDayRule.Period> known =
          Arrays.stream(OwnDayRule.Period.values())
              .filter(one -> one.word().equals(period))
              .findFirst();
      if (known.isEmpty()) {
        input.refuse(
            "/period",
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(String.valueOf(period)), "allowed", "month, year"));
      }
      return input.faulty() || count == null || known.isEmpty()
          ? Outcome.refused(input.refusals())
          : Outcome.done(new OwnDayRule(count, known.get()));
    }
  }

  /** How many days members have. */
  record OwnDayRuleOut(int days, String period) {
    static OwnDayRuleOut of(OwnDayRule rule) {
      return new OwnDayRuleOut(rule.days(), rule.period().word());
    }
  }

  /** A member's days and how many there may be. */
  record OwnDaysOut(List<LocalDate> data, OwnDayRuleOut rule) {}

  record OwnDayIn(@Nullable LocalDate day) {}

  @GetMapping("/v1/own-days")
  @Needs(Scope.SETTINGS_READ)
  @Gives(OwnDayRuleOut.class)
  @Operation(operationId = "getOwnDayRule", summary = "Get how many days of their own members have")
  ResponseEntity<?> rule(Caller caller) {
    return ResponseEntity.ok(OwnDayRuleOut.of(members.ownDayRule(caller.club())));
  }

  @PutMapping("/v1/own-days")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(OwnDayRuleOut.class)
  @Operation(
      operationId = "putOwnDayRule",
      summary = "Set how many days of their own members have",
      description = "Campaigns ask for them by the condition ownDay. Days that were chosen stay.")
  ResponseEntity<?> put(Caller caller, @RequestBody OwnDayRuleIn in) {
    return answers.ok(
        in.read().map(rule -> members.putOwnDayRule(caller.club(), rule, caller.actor())),
        OwnDayRuleOut::of);
  }

  @GetMapping("/v1/members/{id}/own-days")
  @Needs(Scope.MEMBERS_READ)
  @Gives(OwnDaysOut.class)
  @Operation(operationId = "getOwnDays", summary = "Get a member's own days")
  ResponseEntity<?> of(Caller caller, @PathVariable("id") String id) {
    return with(caller, id, Outcome::done);
  }

  @PostMapping("/v1/members/{id}/own-days")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(OwnDaysOut.class)
  @Operation(
      operationId = "chooseOwnDay",
      summary = "Make a day to come a member's own",
      description = "By the member or for them; from tomorrow on, as many as the club allows.")
  ResponseEntity<?> choose(
      Caller caller,
      @PathVariable("id") String id,
      @RequestBody OwnDayIn in,
      HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    LocalDate day = in.day();
    if (day == null) {
      return answers.refused(List.of(Refusal.at("/day", InputCode.REQUIRED)));
    }
    return idempotency.once(
        request,
        () ->
            with(
                caller,
                id,
                member ->
                    members.chooseOwnDay(club, member, day, caller.actor()).map(_ -> member)));
  }

  @DeleteMapping("/v1/members/{id}/own-days/{day}")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(OwnDaysOut.class)
  @Operation(operationId = "dropOwnDay", summary = "Give up a day to come of a member's own")
  ResponseEntity<?> drop(
      Caller caller, @PathVariable("id") String id, @PathVariable("day") String text) {
    Club club = clubs.get(caller.club());
    Optional<LocalDate> day = day(text);
    return with(
        caller,
        id,
        member ->
            day.isEmpty()
                ? Outcome.refused(Refusal.at("/day", MemberCode.OWN_DAY_NOT_FOUND))
                : members.dropOwnDay(club, member, day.get()).map(_ -> member));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  private ResponseEntity<?> with(
      Caller caller, String id, Function<MemberId, Outcome<MemberId>> work) {
    Outcome<MemberId> member =
        MemberId.parse(id)
            .filter(one -> members.look(caller.club(), List.of(one)).containsKey(one))
            .map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND)));
    return answers.ok(
        member.then(work),
        one ->
            new OwnDaysOut(
                members.ownDays(caller.club(), one),
                OwnDayRuleOut.of(members.ownDayRule(caller.club()))));
  }
}
