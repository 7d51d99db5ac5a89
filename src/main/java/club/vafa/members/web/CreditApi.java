package club.vafa.members.web;

import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Decimal;
import club.vafa.api.Gives;
import club.vafa.api.Idempotency;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.TypeId;
import club.vafa.members.MemberCode;
import club.vafa.members.Wallets;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Store credit, and turning one unit into another, over HTTP. */
@RestController
@Tag(name = "Members")
class CreditApi {
  private final Wallets wallets;
  private final Clubs clubs;
  private final Answers answers;
  private final Idempotency idempotency;

  CreditApi(Wallets wallets, Clubs clubs, Answers answers, Idempotency idempotency) {
    this.wallets = wallets;
    this.clubs = clubs;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /** Credit in place of money; without a unit it is the club's first one of kind credit. */
  record StoreCreditIn(
      @Nullable String unit,
      @Nullable Decimal amount,
      @Nullable String reason,
      @Nullable LocalDate expiresOn) {}

  record ConversionIn(@Nullable String from, @Nullable String to, @Nullable Decimal amount) {}

  /** A conversion that was made. */
  @Schema(name = "MadeConversion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ConversionOut(
      String id,
      String from,
      String amount,
      String to,
      String got,
      @Nullable Instant availableAt,
      @Nullable Instant expiresAt) {}

  @PostMapping("/v1/members/{id}/store-credit")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  @Gives(value = WalletsApi.WalletsOut.class, status = 201)
  @Operation(
      operationId = "giveStoreCredit",
      summary = "Give a member credit in place of money",
      description = "An award with the reason the member will read, and an end of its own.")
  ResponseEntity<?> credit(
      @PathVariable String id,
      @RequestBody StoreCreditIn in,
      Caller caller,
      HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Wallets.StoreCredit credit =
        new Wallets.StoreCredit(in.unit(), value(in.amount()), in.reason(), in.expiresOn());
    return idempotency.once(
        http,
        () ->
            answers.of(
                member(id).then(member -> wallets.giveCredit(club, member, caller.actor(), credit)),
                HttpStatus.CREATED,
                after -> WalletsApi.shown(club, after)));
  }

  @PostMapping("/v1/members/{id}/conversions")
  @Needs(Scope.MEMBERS_WRITE)
  @Gives(value = ConversionOut.class, status = 201)
  @Operation(operationId = "convertUnits", summary = "Turn one unit of a member into another")
  ResponseEntity<?> convert(
      @PathVariable String id,
      @RequestBody ConversionIn in,
      Caller caller,
      HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Wallets.Turning wanted = new Wallets.Turning(in.from(), in.to(), value(in.amount()));
    return idempotency.once(
        http,
        () ->
            answers.of(
                member(id).then(member -> wallets.convert(club, member, caller.actor(), wanted)),
                HttpStatus.CREATED,
                made -> shown(club, wanted, made)));
  }

  @PostMapping("/v1/members/{id}/conversions/{conversion}/undo")
  @Needs(Scope.ADJUSTMENTS_WRITE)
  @Gives(WalletsApi.WalletsOut.class)
  @Operation(
      operationId = "undoConversion",
      summary = "Undo a conversion",
      description = "As long as the member still has as much as it gave.")
  ResponseEntity<?> undo(
      @PathVariable String id,
      @PathVariable String conversion,
      Caller caller,
      HttpServletRequest http) {
    Club club = clubs.get(caller.club());
    Optional<UUID> made = TypeId.parse("cnv", conversion);
    return idempotency.once(
        http,
        () ->
            answers.ok(
                member(id)
                    .then(member ->
                        made.map(one -> wallets.undoConversion(club, member, caller.actor(), one))
                            .orElseGet(() ->
                                Outcome.refused(Refusal.of(MemberCode.CONVERSION_NOT_FOUND)))),
                after -> WalletsApi.shown(club, after)));
  }

  private static ConversionOut shown(Club club, Wallets.Turning wanted, Wallets.Converted made) {
    String from = String.valueOf(wanted.from()).strip();
    String to = String.valueOf(wanted.to()).strip();
    return new ConversionOut(
        TypeId.text("cnv", made.id()),
        from,
        Amount.plain(made.amount(), decimals(club, from)),
        to,
        Amount.plain(made.got(), decimals(club, to)),
        made.availableAt(),
        made.expiresAt());
  }

  private static int decimals(Club club, String unit) {
    return club.unit(unit).map(Unit::decimals).orElse(0);
  }

  private static Outcome<MemberId> member(String id) {
    return MemberId.parse(id).map(Outcome::done).orElseGet(MembersApi::notFound);
  }

  private static @Nullable BigDecimal value(@Nullable Decimal decimal) {
    return decimal == null ? null : decimal.value();
  }
}
