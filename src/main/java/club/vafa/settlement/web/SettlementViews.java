package club.vafa.settlement.web;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import club.vafa.settlement.Dispute;
import club.vafa.settlement.Moved;
import club.vafa.settlement.Partner;
import club.vafa.settlement.PartnerForm;
import club.vafa.settlement.PartnersStatement;
import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.PartnersStatement.Line;
import club.vafa.settlement.Payment;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Settlements as the API tells them: money and units as decimals, in the club's money. */
final class SettlementViews {
  private SettlementViews() {}

  static String money(Club club, long minor) {
    return new Money(minor, club.currency()).amount();
  }

  private static String counted(Club club, String unit, long minor) {
    int decimals = club.unit(unit).map(Unit::decimals).orElse(0);
    return Amount.plain(minor, decimals);
  }

  static String movement(UUID id) {
    return TypeId.text(Moved.PREFIX, id);
  }

  /**
   * A partner and how it stands.
   *
   * @param owes at this moment; below zero when it is owed, or has paid in advance
   * @param alert whether its credit is below what it is warned of
   */
  @Schema(name = "SettlementPartner")
  record PartnerOut(String code, PartnerForm terms, String owes, String currency, boolean alert) {
    static PartnerOut of(Club club, Partner partner, Optional<PartnersStatement> running) {
      long owes =
          running.flatMap(one -> one.account(partner.code())).map(Account::after).orElse(0L);
      return new PartnerOut(
          partner.code(),
          PartnerForm.of(club, partner),
          money(club, owes),
          club.currency().getCurrencyCode(),
          partner.warnedOf(owes));
    }
  }

  /** Units of one kind and price; {@code earlier} ones belong to a period closed before. */
  @Schema(name = "SettlementLine")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LineOut(
      String what,
      String unit,
      String units,
      @Nullable String price,
      String owes,
      boolean earlier) {
    static LineOut of(Club club, Line line) {
      return new LineOut(
          line.what().word(),
          line.unit(),
          counted(club, line.unit(), line.units()),
          line.rate() == null
              ? null
              : club.unit(line.unit()).orElseThrow().worthOfOne(club, line.rate()),
          money(club, line.money()),
          line.earlier());
    }
  }

  /** Units spent at a partner, by the partner that gave them; nobody's have no issuer. */
  @Schema(name = "SettlementFlow")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record FlowOut(@Nullable String issuer, String unit, String units) {}

  /** A partner's part of a statement. */
  @Schema(name = "SettlementAccount")
  record AccountOut(
      String partner,
      String name,
      String billing,
      List<LineOut> lines,
      List<FlowOut> spentHere,
      String net,
      String before,
      String paid,
      String after) {
    static AccountOut of(Club club, Account account) {
      return new AccountOut(
          account.partner(),
          account.name(),
          account.billing().name().toLowerCase(Locale.ROOT),
          account.lines().stream().map(line -> LineOut.of(club, line)).toList(),
          account.flows().stream()
              .map(flow ->
                  new FlowOut(
                      flow.issuer().isEmpty() ? null : flow.issuer(),
                      flow.unit(),
                      counted(club, flow.unit(), flow.units())))
              .toList(),
          money(club, account.net()),
          money(club, account.before()),
          money(club, account.paid()),
          money(club, account.after()));
    }
  }

  /** A payment that evens a period out; a side without a partner is the kitty. */
  @Schema(name = "SettlementTransfer")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TransferOut(@Nullable String from, @Nullable String to, String amount) {}

  /** A statement; {@code number} and {@code closed} tell which. */
  @Schema(name = "SettlementStatement")
  record StatementOut(
      int number,
      boolean closed,
      LocalDate first,
      LocalDate last,
      String currency,
      List<AccountOut> accounts,
      List<LineOut> unassigned,
      List<TransferOut> transfers,
      String kittyBefore,
      String kitty,
      String kittyAfter) {
    static StatementOut of(Club club, PartnersStatement one) {
      return new StatementOut(
          one.number(),
          one.closed(),
          one.first(),
          one.last(),
          club.currency().getCurrencyCode(),
          one.accounts().stream().map(account -> AccountOut.of(club, account)).toList(),
          one.unassigned().stream().map(line -> LineOut.of(club, line)).toList(),
          one.transfers().stream()
              .map(transfer ->
                  new TransferOut(
                      transfer.from().isEmpty() ? null : transfer.from(),
                      transfer.to().isEmpty() ? null : transfer.to(),
                      money(club, transfer.money())))
              .toList(),
          money(club, one.kittyBefore()),
          money(club, one.kitty()),
          money(club, one.kittyAfter()));
    }
  }

  /** An entry behind a line. */
  @Schema(name = "SettlementEntry")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryOut(
      String id,
      String what,
      String unit,
      String units,
      @Nullable String price,
      String owes,
      String place,
      @Nullable String issuer,
      String member,
      LocalDate day,
      LocalDate priceDay,
      Instant at,
      @Nullable String corrects) {
    static EntryOut of(Club club, Moved moved) {
      Unit unit = club.unit(moved.unit());
      return new EntryOut(
          movement(moved.id()),
          moved.what().word(),
          unit.code(),
          Amount.plain(moved.units(), unit.decimals()),
          moved.rate() == null ? null : unit.worthOfOne(club, moved.rate()),
          money(club, moved.money()),
          moved.place(),
          moved.issuer().isEmpty() ? null : moved.issuer(),
          moved.member().toString(),
          moved.day(),
          moved.priceDay(),
          moved.at(),
          moved.corrects() == null ? null : movement(moved.corrects()));
    }
  }

  /** A payment into the kitty, or out of it when it is below zero. */
  @Schema(name = "SettlementPayment")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PaymentOut(
      String id,
      String partner,
      LocalDate day,
      String amount,
      @Nullable String unit,
      @Nullable String units,
      @Nullable String note,
      Instant madeAt,
      String madeBy) {
    static PaymentOut of(Club club, Payment payment) {
      Payment.Pack pack = payment.pack();
      Unit unit = pack == null ? null : club.unit(pack.unit());
      return new PaymentOut(
          TypeId.text(Payment.PREFIX, payment.id()),
          payment.partner(),
          payment.day(),
          money(club, payment.amount()),
          unit == null ? null : unit.code(),
          pack == null || unit == null ? null : Amount.plain(pack.units(), unit.decimals()),
          payment.note(),
          payment.madeAt(),
          payment.actor());
    }
  }

  /** A dispute and what became of it. */
  @Schema(name = "SettlementDispute")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DisputeOut(
      String id,
      String entry,
      String partner,
      String state,
      String reason,
      Instant raisedAt,
      String raisedBy,
      @Nullable String branch,
      @Nullable String answer,
      @Nullable Instant decidedAt,
      @Nullable String decidedBy) {
    static DisputeOut of(Dispute dispute) {
      Dispute.Decision decision = dispute.decision();
      return new DisputeOut(
          dispute.id().toString(),
          movement(dispute.movement()),
          dispute.partner(),
          dispute.state().name().toLowerCase(Locale.ROOT),
          dispute.reason(),
          dispute.raisedAt(),
          dispute.raisedBy(),
          decision == null ? null : decision.branch(),
          decision == null ? null : decision.answer(),
          decision == null ? null : decision.at(),
          decision == null ? null : decision.by());
    }
  }
}
