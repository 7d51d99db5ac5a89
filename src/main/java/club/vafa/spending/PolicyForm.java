package club.vafa.spending;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.clubs.ClubsCode;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.spending.SpendingPolicy.Beyond;
import club.vafa.spending.SpendingPolicy.Confirm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How careful a club is, as people write it, in and out.
 *
 * @param confirm {@code never}, {@code above} or {@code always}
 * @param above money
 * @param offlineUnits how much of each unit
 * @param beyond {@code owe} or {@code refuse}
 */
@Schema(name = "SpendingPolicy")
public record PolicyForm(
    @Nullable String confirm,
    @Nullable Decimal above,
    @Nullable Integer offlineHours,
    @Nullable Map<String, @Nullable Decimal> offlineUnits,
    @Nullable String beyond) {
  private static final int MOST_HOURS = 168;

  public static PolicyForm of(Club club, SpendingPolicy policy) {
    Map<String, @Nullable Decimal> units = new TreeMap<>();
    policy
        .offlineUnits()
        .forEach((code, most) ->
            club.unit(code).ifPresent(unit -> units.put(code, decimal(most, unit.decimals()))));
    Long above = policy.above();
    return new PolicyForm(
        lower(policy.confirm()),
        above == null ? null : decimal(above, Money.decimals(club.currency())),
        policy.offlineHours(),
        units,
        lower(policy.beyond()));
  }

  private static Decimal decimal(long minor, int decimals) {
    return Decimal.parse(Amount.plain(minor, decimals)).orElseThrow();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  public Outcome<SpendingPolicy> read(Club club) {
    Input input = new Input();
    Confirm when =
        choice(input, "/confirm", Objects.requireNonNullElse(confirm, "never"), Confirm.NEVER);
    Beyond then =
        choice(input, "/beyond", Objects.requireNonNullElse(beyond, "refuse"), Beyond.REFUSE);
    Long most = null;
    if (when == Confirm.ABOVE) {
      most =
          input.positive(
              "/above", above == null ? null : above.value(), Money.decimals(club.currency()));
    } else if (above != null) {
      input.refuse("/above", SpendingCode.SPENDING_ABOVE);
    }
    int hours = Objects.requireNonNullElse(offlineHours, 0);
    if (hours < 0 || hours > MOST_HOURS) {
      input.refuse("/offlineHours", SpendingCode.SPENDING_OFFLINE, Map.of("most", MOST_HOURS));
    }
    Map<String, Long> units = units(input, club);
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new SpendingPolicy(when, most, hours, units, then));
  }

  private Map<String, Long> units(Input input, Club club) {
    Map<String, Long> read = new HashMap<>();
    if (offlineUnits != null) {
      offlineUnits.forEach((code, amount) -> {
        String pointer = "/offlineUnits/" + Input.shortened(code);
        Optional<Unit> unit = club.unit(code);
        if (unit.isEmpty()) {
          input.refuse(pointer, ClubsCode.UNIT_UNKNOWN, Map.of("value", Input.shortened(code)));
        } else if (amount != null) {
          long most = input.notNegative(pointer, amount.value(), unit.get().decimals());
          if (most > 0) {
            read.put(code, most);
          }
        }
      });
    }
    return read;
  }

  private static <E extends Enum<E>> E choice(
      Input input, String pointer, String sent, E otherwise) {
    E[] all = otherwise.getDeclaringClass().getEnumConstants();
    Optional<E> known = Arrays.stream(all).filter(one -> lower(one).equals(sent)).findFirst();
    if (known.isEmpty()) {
      input.refuse(
          pointer,
          InputCode.UNKNOWN_VALUE,
          Map.of(
              "value",
              Input.shortened(sent),
              "allowed",
              Arrays.stream(all).map(PolicyForm::lower).collect(Collectors.joining(", "))));
    }
    return known.orElse(otherwise);
  }
}
