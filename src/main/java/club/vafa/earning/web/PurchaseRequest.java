package club.vafa.earning.web;

import club.vafa.activity.NaturalKey;
import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.earning.EarningCode;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.NewPurchase.Line;
import club.vafa.earning.NewPurchase.Payment;
import club.vafa.earning.Spend;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.rules.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A purchase as the API takes it.
 *
 * @param source the till or system that reports; with externalId the purchase's name forever
 * @param offers whether personal offers are recognised; only {@code auto} is known
 * @param confirmation the member's answer that they spend, where the club wants one
 * @param allowance what a till was given for spending without network
 * @param asOf quotes only: judge the purchase as of this time
 */
public record PurchaseRequest(
    @Nullable String source,
    @Nullable String externalId,
    @Nullable MemberRequest member,
    @Nullable String branch,
    @Nullable String terminal,
    @Nullable String staff,
    @Nullable Instant occurredAt,
    @Nullable String currency,
    @Nullable List<@Nullable LineRequest> lines,
    @Nullable List<@Nullable String> coupons,
    @Nullable String offers,
    @Nullable List<@Nullable PaymentRequest> payments,
    @Nullable String confirmation,
    @Nullable String allowance,
    @Nullable Instant asOf) {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_ALLOWANCE = 4_000;
  private static final int MOST_COUPONS = 20;
  private static final int MOST_PAYMENTS = 20;
  private static final long MOST_MONEY = 1_000_000_000_000_000L;
  private static final long ONE_PIECE = 1_000;
  private static final long MOST_PIECES = 1_000_000;

  /**
   * One line of goods; amount is after the shop's own discounts.
   *
   * @param giftCard code of the gift card on which the line sells money
   */
  public record LineRequest(
      @Nullable String sku,
      @Nullable String name,
      @Nullable String category,
      @Nullable Decimal quantity,
      @Nullable Decimal unitPrice,
      @Nullable Decimal amount,
      @Nullable Decimal cost,
      @Nullable String giftCard) {}

  /**
   * A payment: {@code wallet} with a unit, {@code gift_card} with a code, {@code goods} with a unit
   * and the line it pays by its price in units, or any other kind by its own name.
   */
  public record PaymentRequest(
      @Nullable String kind,
      @Nullable String unit,
      @Nullable String code,
      @Nullable Decimal amount,
      @Nullable Integer line) {}

  /** What reading needs to know besides the request. */
  record Reading(Club club, Instant now, @Nullable String idempotencyKey, @Nullable String staff) {}

  Outcome<NewPurchase> read(Reading reading, boolean quote) {
    Input input = new Input();
    Club club = reading.club();
    currency(input, club);
    if (asOf != null && !quote) {
      input.refuse(
          "/asOf",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", "asOf", "allowed", "POST /v1/purchases/quote"));
    }
    if (offers != null && !offers.equals("auto")) {
      input.refuse(
          "/offers",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(offers), "allowed", "auto"));
    }
    NewPurchase read =
        new NewPurchase(
            key(input, quote),
            member == null ? null : member.read(input, "/member"),
            at(input, reading.now()),
            input.optionalText("/branch", branch, LONGEST_CODE),
            terminal(input),
            reading.staff() == null
                ? input.optionalText("/staff", staff, LONGEST_CODE)
                : reading.staff(),
            lines(input, Money.decimals(club.currency())),
            coupons(input),
            payments(input, club),
            NewPurchase.NO_HASH,
            reading.idempotencyKey(),
            Spend.proven(
                input.optionalText("/confirmation", confirmation, LONGEST_CODE),
                input.optionalText("/allowance", allowance, LONGEST_ALLOWANCE)));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(read.fingerprinted(occurredAt));
  }

  private void currency(Input input, Club club) {
    String own = club.currency().getCurrencyCode();
    String sent = input.text("/currency", currency, LONGEST_CODE);
    if (!sent.isEmpty() && !sent.equals(own)) {
      input.refuse(
          "/currency",
          EarningCode.WRONG_CURRENCY,
          Map.of("value", Input.shortened(sent), "own", own));
    }
  }

  private NaturalKey key(Input input, boolean quote) {
    if (quote && source == null && externalId == null) {
      return new NaturalKey("quote", "");
    }
    return new NaturalKey(
        input.text("/source", source, LONGEST_CODE),
        input.text("/externalId", externalId, LONGEST_CODE));
  }

  private Instant at(Input input, Instant now) {
    if (asOf != null) {
      return asOf;
    }
    return occurredAt == null ? now : Times.past(input, "/occurredAt", occurredAt, now);
  }

  private @Nullable String terminal(Input input) {
    if (terminal != null && branch == null) {
      input.refuse("/branch", InputCode.REQUIRED);
    }
    return input.optionalText("/terminal", terminal, LONGEST_CODE);
  }

  private List<Line> lines(Input input, int decimals) {
    List<Line> read = new ArrayList<>();
    if (lines == null || lines.isEmpty()) {
      input.refuse("/lines", InputCode.REQUIRED);
      return read;
    }
    if (lines.size() > NewPurchase.MOST_LINES) {
      input.refuse("/lines", InputCode.TOO_MANY_ITEMS, Map.of("limit", NewPurchase.MOST_LINES));
      return read;
    }
    long total = 0;
    for (int at = 0; at < lines.size(); at++) {
      LineRequest line = input.required("/lines/" + at, lines.get(at));
      if (line != null) {
        Line one = line(input, "/lines/" + at, line, decimals);
        total = Math.min(Long.MAX_VALUE / 2, total) + Math.min(Long.MAX_VALUE / 2, one.amount());
        read.add(one);
      }
    }
    if (total > MOST_MONEY) {
      input.refuse("/lines", EarningCode.TOTAL_TOO_LARGE);
    }
    return read;
  }

  private static Line line(Input input, String pointer, LineRequest line, int decimals) {
    return new Line(
        input.text(pointer + "/sku", line.sku(), LONGEST_CODE),
        text(input.optionalText(pointer + "/name", line.name(), LONGEST_NAME)),
        text(input.optionalText(pointer + "/category", line.category(), LONGEST_CODE)),
        quantity(input, pointer + "/quantity", line.quantity()),
        optional(input, pointer + "/unitPrice", line.unitPrice(), decimals),
        input.notNegative(pointer + "/amount", value(line.amount()), decimals),
        optional(input, pointer + "/cost", line.cost(), decimals),
        input.optionalText(pointer + "/giftCard", line.giftCard(), LONGEST_CODE));
  }

  /** In thousandths of a piece; a bar code read into the wrong field is not that many pieces. */
  private static long quantity(Input input, String pointer, @Nullable Decimal quantity) {
    if (quantity == null) {
      return ONE_PIECE;
    }
    long read = input.positive(pointer, quantity.value(), Facts.Line.QUANTITY_DECIMALS);
    if (read > MOST_PIECES * ONE_PIECE) {
      input.refuse(pointer, InputCode.NUMBER_TOO_LARGE);
      return ONE_PIECE;
    }
    return read;
  }

  private static @Nullable Long optional(
      Input input, String pointer, @Nullable Decimal amount, int decimals) {
    return amount == null ? null : input.notNegative(pointer, amount.value(), decimals);
  }

  private Set<String> coupons(Input input) {
    Set<String> read = new HashSet<>();
    if (coupons != null) {
      if (coupons.size() > MOST_COUPONS) {
        input.refuse("/coupons", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_COUPONS));
      } else {
        for (int at = 0; at < coupons.size(); at++) {
          read.add(input.text("/coupons/" + at, coupons.get(at), LONGEST_CODE));
        }
      }
    }
    return read;
  }

  private List<Payment> payments(Input input, Club club) {
    List<Payment> read = new ArrayList<>();
    if (payments == null) {
      return read;
    }
    if (payments.size() > MOST_PAYMENTS) {
      input.refuse("/payments", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_PAYMENTS));
      return read;
    }
    for (int at = 0; at < payments.size(); at++) {
      PaymentRequest payment = input.required("/payments/" + at, payments.get(at));
      if (payment != null) {
        read.add(payment(input, "/payments/" + at, payment, club));
      }
    }
    return read;
  }

  private static Payment payment(Input input, String pointer, PaymentRequest payment, Club club) {
    String kind = input.text(pointer + "/kind", payment.kind(), LONGEST_CODE);
    if (payment.code() != null && !kind.equals("gift_card")) {
      input.refuse(pointer + "/code", EarningCode.PAYMENT_KIND_NO_CODE, Map.of("value", kind));
    }
    if (payment.line() != null && !kind.equals("goods")) {
      input.refuse(pointer + "/line", EarningCode.PAYMENT_KIND_NO_LINE, Map.of("value", kind));
    }
    if (kind.equals("goods")) {
      return goods(input, pointer, payment);
    }
    if (!kind.equals("wallet")) {
      if (payment.unit() != null) {
        input.refuse(pointer + "/unit", EarningCode.PAYMENT_KIND_UNKNOWN, Map.of("value", kind));
      }
      int decimals = Money.decimals(club.currency());
      if (kind.equals("gift_card")) {
        return new Payment.GiftCard(
            input.text(pointer + "/code", payment.code(), LONGEST_CODE),
            input.positive(pointer + "/amount", value(payment.amount()), decimals));
      }
      return new Payment.Other(
          kind, input.notNegative(pointer + "/amount", value(payment.amount()), decimals));
    }
    String code = input.text(pointer + "/unit", payment.unit(), LONGEST_CODE);
    int decimals = club.unit(code).map(Unit::decimals).orElse(0);
    if (!code.isEmpty() && club.unit(code).isEmpty()) {
      input.refuse(
          pointer + "/unit", EarningCode.UNIT_UNKNOWN_HERE, Map.of("value", Input.shortened(code)));
    }
    return new Payment.Wallet(
        code, input.positive(pointer + "/amount", value(payment.amount()), decimals));
  }

  /** The price says how much it is, so no amount is told. */
  private static Payment goods(Input input, String pointer, PaymentRequest payment) {
    if (payment.amount() != null) {
      input.refuse(pointer + "/amount", EarningCode.GOODS_HAVE_THEIR_PRICE);
    }
    Integer line = input.required(pointer + "/line", payment.line());
    return new Payment.Goods(
        input.text(pointer + "/unit", payment.unit(), LONGEST_CODE), line == null ? 0 : line);
  }

  private static @Nullable BigDecimal value(@Nullable Decimal decimal) {
    return decimal == null ? null : decimal.value();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
