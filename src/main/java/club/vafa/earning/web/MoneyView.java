package club.vafa.earning.web;

import club.vafa.kernel.Money;

/** Money as the API writes it. */
public record MoneyView(String amount, String currency) {
  static MoneyView of(Money money) {
    return new MoneyView(money.amount(), money.currency().getCurrencyCode());
  }
}
