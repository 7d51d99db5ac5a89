package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Statements.WalletView;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.members.Merging;
import club.vafa.members.Wallets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member's wallets over HTTP: read, corrected, merged. */
@RestController
@Tag(name = "Members")
class WalletsApi {
  private final Members members;
  private final Wallets wallets;
  private final Merging merging;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  WalletsApi(
      Members members,
      Wallets wallets,
      Merging merging,
      Clubs clubs,
      Answers answers,
      Idempotency idempotency) {
    this.members = members;
    this.wallets = wallets;
    this.merging = merging;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** A correction; the reason is what the member will read. */
  record AdjustmentIn(@Nullable String unit, @Nullable Decimal amount, @Nullable String reason) {}

  record MergeIn(@Nullable String into) {}

  /** All wallets of a member. */
  record WalletsOut(List<WalletOut> data) {}

  @GetMapping("/v1/members/{id}/wallets")
  @Needs(Scope.MEMBERS_READ)
  @Gives(WalletsOut.class)
  @Operation(operationId = "getWallets", summary = "Get a member's wallets")
  ResponseEntity<?> wallets(Caller caller, @PathVariable String id) {
    Club club = clubs.get(caller.club());
    return answers.ok(
        member(caller, id), member -> shown(club, wallets.of(club.id(), member.id())));
  }

  @GetMapping("/v1/members/{id}/statement")
  @Needs(Scope.MEMBERS_READ)
  @Gives(value = EntryOut.class, list = true)
  @Operation(
      operationId = "getStatement",
      summary = "Get a member's statement",
      description = "Every entry of the books, newest first, of one unit or all.")
  ResponseEntity<?> statement(
      Caller caller,
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String unit,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Optional<Unit> wanted = unit == null ? Optional.empty() : club.unit(unit);
    if (unit != null && wanted.isEmpty()) {
      return answers.refused(
          List.of(Refusal.at("", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(unit)))));
    }
    return answers.ok(
        member(caller, id)
            .then(member ->
                Paging.read(limit, after)
                    .map(paging ->
                        wallets.statement(
                            club.id(),
                            member.id(),
                            wanted.map(Unit::number).orElse(null),
                            paging))),
        page -> page.map(line -> EntryOut.of(club, line)));
  }

  @PostMapping("/v1/members/{id}/adjustments")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  @Gives(value = WalletsOut.class, status = 201)
  @Operation(
      operationId = "adjustWallet",
      summary = "Correct a balance by hand",
      description = "Up or down, with the reason the member will read. Answers with the wallets.")
  ResponseEntity<?> adjust(
      Caller caller,
      @PathVariable String id,
      @RequestBody AdjustmentIn in,
      HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Wallets.Correction correction =
        new Wallets.Correction(
            in.unit(), in.amount() == null ? null : in.amount().value(), in.reason());
    return idempotency.once(
        request,
        () ->
            answers.of(
                member(caller, id)
                    .then(member -> wallets.adjust(club, member.id(), caller.actor(), correction)),
                HttpStatus.CREATED,
                after -> shown(club, after)));
  }

  @PostMapping("/v1/members/{id}/merge")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(MemberOut.class)
  @Operation(
      operationId = "mergeMember",
      summary = "Merge a member into another",
      description =
          "Identifiers, cards and what can be spent go to the other member. Refused while something"
              + " is pending, held or owed.")
  ResponseEntity<?> merge(
      Caller caller, @PathVariable String id, @RequestBody MergeIn in, HttpServletRequest request) {
    Club club = clubs.get(caller.club());
    Input input = new Input();
    Optional<MemberId> into = MemberId.parse(input.text("/into", in.into(), 100));
    if (into.isEmpty() && !input.faulty()) {
      input.refuse("/into", InputCode.NOT_AN_ID);
    }
    if (input.faulty()) {
      return answers.refused(input.refusals());
    }
    return idempotency.once(
        request,
        () ->
            answers.ok(
                MemberId.parse(id)
                    .map(from ->
                        merging.merge(
                            club, new Merging.Wish(from, into.orElseThrow(), caller.actor())))
                    .orElseGet(MembersApi::notFound),
                MemberOut::of));
  }

  private Outcome<MemberRow> member(Caller caller, String id) {
    return MemberId.parse(id)
        .flatMap(
            member -> Optional.ofNullable(members.look(caller.club(), List.of(member)).get(member)))
        .map(Outcome::done)
        .orElseGet(MembersApi::notFound);
  }

  static WalletsOut shown(Club club, List<WalletView> wallets) {
    return new WalletsOut(wallets.stream().map(wallet -> WalletOut.of(club, wallet)).toList());
  }
}
