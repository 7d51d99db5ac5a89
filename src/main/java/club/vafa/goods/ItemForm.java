package club.vafa.goods;

import club.vafa.api.Decimal;
import club.vafa.clubs.Club;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item as people write it, in and out.
 *
 * @param version the one that was seen; null to change whatever there is
 */
public record ItemForm(
    @Nullable String code,
    @Nullable Map<String, @Nullable String> names,
    @Nullable String category,
    @Nullable List<@Nullable String> barcodes,
    @Nullable Decimal price,
    @Nullable Decimal cost,
    @Nullable Boolean favourite,
    @Nullable Boolean active,
    @Nullable Integer version) {
  static final int LONGEST_CODE = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_BARCODE = 64;
  private static final int MOST_BARCODES = 20;

  /** Sums of a thousand lines of a thousand pieces stay exact. */
  private static final long MOST = 1_000_000_000_000L;

  /** The terms, or everything that is wrong with them. */
  public Outcome<ItemTerms> read(Club club) {
    Input input = new Input();
    int decimals = Money.decimals(club.currency());
    ItemTerms terms =
        new ItemTerms(
            input.text("/code", code, LONGEST_CODE),
            names(input, names),
            input.optionalText("/category", category, LONGEST_CODE),
            barcodes(input),
            money(input, "/price", price, decimals),
            money(input, "/cost", cost, decimals),
            Objects.requireNonNullElse(favourite, false),
            Objects.requireNonNullElse(active, true));
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(terms);
  }

  /** Names by the codes of their languages; at least one. */
  public static Map<Language, String> names(
      Input input, @Nullable Map<String, @Nullable String> names) {
    Map<Language, String> read = new EnumMap<>(Language.class);
    if (names == null || names.isEmpty()) {
      input.refuse("/names", InputCode.REQUIRED);
      return read;
    }
    names.forEach((code, name) ->
        Arrays.stream(Language.values())
            .filter(one -> one.code().equals(code))
            .findFirst()
            .ifPresentOrElse(
                language -> read.put(language, input.text("/names/" + code, name, LONGEST_NAME)),
                () ->
                    input.refuse(
                        "/names",
                        InputCode.UNKNOWN_VALUE,
                        Map.of("value", Input.shortened(code), "allowed", "en, fa, ar"))));
    return read;
  }

  private List<String> barcodes(Input input) {
    if (barcodes == null) {
      return List.of();
    }
    if (barcodes.size() > MOST_BARCODES) {
      input.refuse("/barcodes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_BARCODES));
      return List.of();
    }
    Set<String> read = new LinkedHashSet<>();
    for (int at = 0; at < barcodes.size(); at++) {
      String barcode = input.text("/barcodes/" + at, barcodes.get(at), LONGEST_BARCODE);
      if (barcode.chars().anyMatch(Character::isWhitespace)) {
        input.refuse("/barcodes/" + at, GoodsCode.BARCODE_FORM);
      }
      read.add(Digits.western(barcode));
    }
    return new ArrayList<>(read);
  }

  private static @Nullable Long money(
      Input input, String pointer, @Nullable Decimal amount, int decimals) {
    if (amount == null) {
      return null;
    }
    long minor = input.notNegative(pointer, amount.value(), decimals);
    if (minor > MOST) {
      input.refuse(pointer, InputCode.NUMBER_TOO_LARGE);
    }
    return minor;
  }
}
