package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.Enrolment;
import club.vafa.members.MemberChange;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberPart;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.members.Profiles;
import club.vafa.members.Wallets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members over HTTP: enrolled, found, changed, blocked, erased. */
@RestController
@Tag(name = "Members")
class MembersApi {
  private final Members members;
  private final Enrolment enrolment;
  private final Profiles profiles;
  private final Wallets wallets;
  private final List<MemberPart> parts;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  MembersApi(
      Members members,
      Enrolment enrolment,
      Profiles profiles,
      Wallets wallets,
      List<MemberPart> parts,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.members = members;
    this.enrolment = enrolment;
    this.profiles = profiles;
    this.wallets = wallets;
    this.parts = parts;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  @PostMapping("/v1/members")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = MemberOut.class, status = 201)
  @Operation(
      operationId = "createMember",
      summary = "Enrol a member",
      description =
          "Needs a phone number, an e-mail address, an external id or a name. A phone number may be"
              + " written in any way; without country code it is one of the club's region. Whoever is"
              + " a member already is refused with `member_exists` and the member's id. A"
              + " `referralCode` links the new member to the one who brought them along.")
  ResponseEntity<?> enrol(Caller caller, @RequestBody MemberIn in, HttpServletRequest request) {
    return idempotency.once(
        request,
        () ->
            answers.created(
                enrolment.enrol(club(caller), in.read()),
                id -> "/v1/members/" + id,
                id -> shown(caller, id).orElseThrow()));
  }

  @GetMapping("/v1/members")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = MemberOut.class, list = true)
  @Operation(
      operationId = "listMembers",
      summary = "Find members",
      description =
          "By one of phone, email, card and externalId (with its source), by parts of a name in any"
              + " script, or all; newest first.")
  ResponseEntity<?> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String phone,
      @RequestParam(required = false) @Nullable String email,
      @RequestParam(required = false) @Nullable String card,
      @RequestParam(required = false) @Nullable String externalId,
      @RequestParam(required = false) @Nullable String source,
      @Parameter(description = "Parts of the name") @RequestParam(required = false)
          @Nullable String q,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    MemberSearch search = new MemberSearch(phone, email, card, externalId, source, q);
    return answers.ok(
        search
            .read(members, club(caller).region())
            .then(query ->
                Paging.read(limit, after)
                    .map(paging -> members.list(caller.club(), query, paging))),
        page -> page.map(MemberOut::of));
  }

  @GetMapping("/v1/members/{id}")
  @Needs(Scope.MEMBERS_READ)
  @Gives(MemberOut.class)
  @Operation(operationId = "getMember", summary = "Get a member with wallets and cards")
  ResponseEntity<?> get(Caller caller, @PathVariable String id) {
    return answers.found(
        MemberId.parse(id).flatMap(member -> shown(caller, member)),
        Refusal.of(MemberCode.MEMBER_NOT_FOUND),
        member -> member);
  }

  @PatchMapping("/v1/members/{id}")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(MemberOut.class)
  @Operation(
      operationId = "changeMember",
      summary = "Change a member",
      description =
          "Fields that are missing stay; null empties a field. Attributes are merged. With `version`"
              + " the change is refused when the member was changed in the meantime.")
  ResponseEntity<?> change(
      Caller caller, @PathVariable String id, @RequestBody MemberChange change) {
    return about(caller, id, member -> profiles.change(club(caller), member, change));
  }

  @PostMapping("/v1/members/{id}/block")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(MemberOut.class)
  @Operation(operationId = "blockMember", summary = "Keep a member from earning and spending")
  ResponseEntity<?> block(Caller caller, @PathVariable String id, HttpServletRequest request) {
    return idempotency.once(
        request, () -> about(caller, id, member -> profiles.block(caller.club(), member)));
  }

  @PostMapping("/v1/members/{id}/unblock")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(MemberOut.class)
  @Operation(operationId = "unblockMember", summary = "Let a member earn and spend again")
  ResponseEntity<?> unblock(Caller caller, @PathVariable String id, HttpServletRequest request) {
    return idempotency.once(
        request, () -> about(caller, id, member -> profiles.unblock(caller.club(), member)));
  }

  @DeleteMapping("/v1/members/{id}")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = Void.class, status = 204)
  @Operation(
      operationId = "eraseMember",
      summary = "Erase a member",
      description =
          "Personal data is removed and phone, e-mail and external ids become free; the books stay"
              + " under the bare id. It cannot be undone.")
  ResponseEntity<?> erase(Caller caller, @PathVariable String id) {
    return answers.done(
        MemberId.parse(id)
            .map(member -> profiles.erase(caller.club(), member))
            .orElseGet(MembersApi::notFound));
  }

  private ResponseEntity<?> about(
      Caller caller, String id, java.util.function.Function<MemberId, Outcome<Profile>> command) {
    Outcome<Profile> outcome = MemberId.parse(id).map(command).orElseGet(MembersApi::notFound);
    return answers.ok(outcome, profile -> shown(caller, profile.id()).orElseThrow());
  }

  static <T> Outcome<T> notFound() {
    return Outcome.refused(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
  }

  private Club club(Caller caller) {
    return clubs.get(caller.club());
  }

  private Optional<MemberOut> shown(Caller caller, MemberId id) {
    Club club = club(caller);
    return members
        .profile(club.id(), id)
        .map(profile ->
            MemberOut.of(
                profile,
                wallets.of(club.id(), id).stream()
                    .map(wallet -> WalletOut.of(club, wallet))
                    .toList(),
                parts(club.id(), id)));
  }

  private Map<String, Object> parts(ClubId club, MemberId id) {
    Map<String, Object> shown = new LinkedHashMap<>();
    parts.forEach(part -> shown.put(part.name(), part.show(club, id)));
    return shown;
  }
}
