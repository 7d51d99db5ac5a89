package club.vafa.memberships;

import club.vafa.api.Decimal;
import club.vafa.kernel.Input;
import club.vafa.kernel.Money;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Money as the API takes it. */
public record MoneyRequest(@Nullable Decimal amount, @Nullable String currency) {
  public static @Nullable Money read(Input input, String pointer, @Nullable MoneyRequest sent) {
    if (sent == null) {
      return null;
    }
    Optional<Currency> currency = input.currency(pointer + "/currency", sent.currency());
    long minor =
        input.notNegative(
            pointer + "/amount",
            sent.amount() == null ? null : sent.amount().value(),
            currency.map(Money::decimals).orElse(0));
    return currency.map(known -> new Money(minor, known)).orElse(null);
  }
}
