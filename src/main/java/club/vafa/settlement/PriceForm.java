package club.vafa.settlement;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Rate;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A price as people write it.
 *
 * @param unit its code
 * @param issue money for one whole unit that a partner gives
 * @param spend money for one whole unit that is spent at a partner
 * @param expiredBack percent of the issue price that comes back for what expires; none when missing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PriceForm(
    @Nullable String unit,
    @Nullable Decimal issue,
    @Nullable Decimal spend,
    @Nullable Integer expiredBack) {
  private static final int DECIMALS = 6;
  private static final int MOST = 50;
  private static final int ALL = 100;
  private static final int LONGEST = 64;

  public static List<PriceForm> of(Club club, Map<String, Price> prices) {
    return prices.entrySet().stream()
        .map(entry -> of(club, entry.getKey(), entry.getValue()))
        .toList();
  }

  public static PriceForm of(Club club, String code, Price price) {
    Unit unit = club.unit(code).orElseThrow();
    return new PriceForm(
        code,
        new Decimal(new BigDecimal(unit.worthOfOne(club, price.issue()))),
        new Decimal(new BigDecimal(unit.worthOfOne(club, price.spend()))),
        price.expiredBack() == 0 ? null : price.expiredBack());
  }

  /** Prices by the code of their unit, with everything that is wrong with them noted. */
  public static Map<String, Price> read(
      Club club, @Nullable List<@Nullable PriceForm> forms, Input input) {
    Map<String, Price> prices = new TreeMap<>();
    if (forms == null) {
      return prices;
    }
    if (forms.size() > MOST) {
      input.refuse("/prices", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST));
      return prices;
    }
    for (int at = 0; at < forms.size(); at++) {
      String pointer = "/prices/" + at;
      PriceForm form = input.required(pointer, forms.get(at));
      if (form != null) {
        form.read(new Reading(club, input, pointer), prices);
      }
    }
    return prices;
  }

  private record Reading(Club club, Input input, String at) {
    Rate rate(Unit unit, String field, @Nullable Decimal money) {
      long minor = input.notNegative(at + field, money == null ? null : money.value(), DECIMALS);
      return unit.rate(club, BigDecimal.valueOf(Math.max(0, minor), DECIMALS));
    }
  }

  private void read(Reading reading, Map<String, Price> prices) {
    Input input = reading.input();
    String at = reading.at();
    String code = input.text(at + "/unit", unit, LONGEST);
    Unit known = reading.club().unit(code).orElse(null);
    if (known == null) {
      if (!code.isEmpty()) {
        input.refuse(at + "/unit", ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
      }
      return;
    }
    int back = expiredBack == null ? 0 : expiredBack;
    if (back < 0 || back > ALL) {
      input.refuse(
          at + "/expiredBack",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", String.valueOf(back), "allowed", "0 … 100"));
      back = 0;
    }
    Price price =
        new Price(reading.rate(known, "/issue", issue), reading.rate(known, "/spend", spend), back);
    if (prices.put(code, price) != null) {
      input.refuse(at + "/unit", SettlementCode.PRICE_TWICE, Map.of("value", code));
    }
  }
}
