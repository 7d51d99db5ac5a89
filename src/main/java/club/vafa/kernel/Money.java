package club.vafa.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/** Money in whole minor units of its currency: {@code 1250 EUR} is 12.50 euro. */
public record Money(long minor, Currency currency) {
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** The decimals money of this currency is kept with; codes without any count as none. */
  public static int decimals(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minor, same(other).minor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minor, same(other).minor), currency);
  }

  public BigDecimal decimal() {
    return BigDecimal.valueOf(minor, decimals(currency));
  }

  private Money same(Money other) {
    if (!other.currency.equals(currency)) {
      throw new IllegalArgumentException("money of different currencies: " + this + ", " + other);
    }
    return other;
  }

  /** The amount alone, as the API writes it. */
  public String amount() {
    return Amount.plain(minor, decimals(currency));
  }

  @Override
  public String toString() {
    return amount() + " " + currency.getCurrencyCode();
  }
}
