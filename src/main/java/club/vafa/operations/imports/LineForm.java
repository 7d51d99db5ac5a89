package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.earning.NewPurchase;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Money;
import club.vafa.kernel.Rate;
import club.vafa.rules.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row as a line of goods, sold or brought back. */
final class LineForm {
  private static final int LONGEST_CODE = 100;
  private static final int LONGEST_NAME = 300;
  private static final long ONE = 1000;

  /** What a file without goods, only with totals, is taken to have sold. */
  private static final String ANYTHING = "sale";

  private final Mapping mapping;
  private final Numbers numbers;
  private final boolean aboveZero;
  private final int decimals;

  LineForm(Mapping mapping, FileForm form, Club club) {
    this.mapping = mapping;
    this.numbers = new Numbers(form.decimal());
    this.aboveZero = form.aboveZero();
    this.decimals = Money.decimals(club.currency());
  }

  /** Whether the quantity is below zero. */
  boolean comesBack(Row row) {
    String text = mapping.text(row, Field.QUANTITY);
    return text != null && numbers.read(text).filter(number -> number.signum() < 0).isPresent();
  }

  GoodsBack.Wanted wanted(Input input, Row row) {
    BigDecimal quantity = number(input, row, Field.QUANTITY);
    return new GoodsBack.Wanted(
        row, sku(input, row), quantity(input, quantity == null ? null : quantity.abs()));
  }

  NewPurchase.Line sold(Input input, Row row) {
    long quantity = quantity(input, number(input, row, Field.QUANTITY));
    Long price = money(input, row, Field.UNIT_PRICE);
    Long amount = money(input, row, Field.AMOUNT);
    if (price == null && amount == null && !input.faulty()) {
      Field missing = mapping.has(Field.AMOUNT) ? Field.AMOUNT : Field.UNIT_PRICE;
      input.refuse("/" + missing.label(), InputCode.REQUIRED);
    }
    return new NewPurchase.Line(
        sku(input, row),
        text(input, row, Field.NAME, LONGEST_NAME),
        text(input, row, Field.CATEGORY, LONGEST_CODE),
        quantity,
        price,
        amount == null ? times(input, price == null ? 0 : price, quantity) : amount,
        money(input, row, Field.COST));
  }

  /** Price times quantity, a half minor unit rounded up as tills do. */
  private static long times(Input input, long price, long quantity) {
    try {
      return Rate.divide(price, quantity, ONE, RoundingMode.HALF_UP);
    } catch (ArithmeticException tooLarge) {
      input.refuse("/unitPrice", InputCode.NUMBER_TOO_LARGE);
      return 0;
    }
  }

  private String sku(Input input, Row row) {
    if (!mapping.has(Field.SKU)) {
      return mapping.has(Field.NAME) ? input.text("/name", name(row), LONGEST_CODE) : ANYTHING;
    }
    return input.text("/sku", mapping.text(row, Field.SKU), LONGEST_CODE);
  }

  /** A name that stands for the code it lacks keeps what a code may hold. */
  private @Nullable String name(Row row) {
    String name = mapping.text(row, Field.NAME);
    return name == null || name.length() <= LONGEST_CODE ? name : name.substring(0, LONGEST_CODE);
  }

  private long quantity(Input input, @Nullable BigDecimal quantity) {
    return quantity == null
        ? ONE
        : input.positive("/quantity", quantity, Facts.Line.QUANTITY_DECIMALS);
  }

  private @Nullable Long money(Input input, Row row, Field field) {
    BigDecimal number = number(input, row, field);
    if (number == null) {
      return null;
    }
    String pointer = "/" + field.label();
    return aboveZero && field != Field.COST
        ? input.positive(pointer, number, decimals)
        : input.notNegative(pointer, number, decimals);
  }

  private @Nullable BigDecimal number(Input input, Row row, Field field) {
    String text = mapping.text(row, field);
    if (text == null) {
      return null;
    }
    Optional<BigDecimal> number = numbers.read(text);
    if (number.isEmpty()) {
      input.refuse("/" + field.label(), InputCode.NOT_A_NUMBER);
    }
    return number.orElse(null);
  }

  private String text(Input input, Row row, Field field, int longest) {
    String text = input.optionalText("/" + field.label(), mapping.text(row, field), longest);
    return text == null ? "" : text;
  }
}
