package club.vafa.settlement;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A partner as its coalition writes it.
 *
 * @param from the day on which this begins to hold; today when missing
 * @param branches codes of the branches whose sales are its
 * @param rewards codes of the rewards it hands over
 * @param billing {@code postpaid}, which it is when missing, or {@code prepaid}
 * @param alertBelow money of a prepaid partner's credit below which it is warned of
 * @param prices its own, where they are not those of the coalition
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerForm(
    @Nullable String name,
    @Nullable LocalDate from,
    @Nullable List<@Nullable String> branches,
    @Nullable List<@Nullable String> rewards,
    @Nullable String billing,
    @Nullable Decimal alertBelow,
    @Nullable List<@Nullable PriceForm> prices) {
  private static final int LONGEST = 200;
  private static final int LONGEST_CODE = 64;
  private static final int MOST = 500;

  public static PartnerForm of(Club club, Partner partner) {
    Long alert = partner.alertBelow();
    return new PartnerForm(
        partner.name(),
        partner.from(),
        List.copyOf(partner.branches()),
        List.copyOf(partner.rewards()),
        partner.billing().name().toLowerCase(Locale.ROOT),
        alert == null
            ? null
            : new Decimal(BigDecimal.valueOf(alert, Money.decimals(club.currency()))),
        partner.prices().isEmpty() ? null : List.copyOf(PriceForm.of(club, partner.prices())));
  }

  /** The partner, or everything that is wrong with the way it is written. */
  public Outcome<Partner> read(Club club, String code, LocalDate today) {
    Input input = new Input();
    if (!code.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
      input.refuse("/code", SettlementCode.PARTNER_CODE_FORM);
    }
    Partner partner =
        new Partner(
            code,
            from == null ? today : from,
            input.text("/name", name, LONGEST),
            codes(input, "/branches", branches),
            codes(input, "/rewards", rewards),
            billing(input),
            alertBelow == null
                ? null
                : input.notNegative(
                    "/alertBelow", alertBelow.value(), Money.decimals(club.currency())),
            PriceForm.read(club, prices, input));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(partner);
  }

  private Partner.Billing billing(Input input) {
    if (billing == null || billing.equals("postpaid")) {
      return Partner.Billing.POSTPAID;
    }
    if (!billing.equals("prepaid")) {
      input.refuse(
          "/billing",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(billing), "allowed", "prepaid, postpaid"));
    }
    return Partner.Billing.PREPAID;
  }

  private static List<String> codes(
      Input input, String at, @Nullable List<@Nullable String> given) {
    List<String> codes = new ArrayList<>();
    if (given == null) {
      return codes;
    }
    if (given.size() > MOST) {
      input.refuse(at, InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST));
      return codes;
    }
    for (int index = 0; index < given.size(); index++) {
      String code = input.text(at + "/" + index, given.get(index), LONGEST_CODE);
      if (!code.isEmpty() && !codes.contains(code)) {
        codes.add(code);
      }
    }
    return codes;
  }
}
