package club.vafa.templates;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.Optional;
import java.util.Properties;
import org.springframework.stereotype.Component;

/**
 * What people spend where a money is used on what costs one euro where the euro is: rough, not a
 * rate of exchange, and only for proposals, which the owner changes.
 */
@Component
class PriceLevels {
  private final Properties levels = new Properties();

  PriceLevels() {
    try (InputStream file = PriceLevels.class.getResourceAsStream("price-levels.properties")) {
      levels.load(
          new InputStreamReader(java.util.Objects.requireNonNull(file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Nothing for money Vafa knows no prices in. */
  Optional<BigDecimal> of(Currency currency) {
    return Optional.ofNullable(levels.getProperty(currency.getCurrencyCode())).map(BigDecimal::new);
  }
}
