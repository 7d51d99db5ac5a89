package club.vafa.operations.shop;

import club.vafa.kernel.Language;
import club.vafa.operations.shop.Good.Hours;
import club.vafa.operations.shop.Good.Season;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** All that the café sells. */
public final class Menu {
  private Menu() {}

  public static List<Good> read() {
    try (InputStream file = Objects.requireNonNull(Menu.class.getResourceAsStream("goods.csv"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(Menu::good).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Good good(String line) {
    List<String> parts = List.of(line.split(";", -1));
    long price = Long.parseLong(parts.get(2));
    return new Good(
        parts.get(0),
        parts.get(1),
        price,
        Math.multiplyExact(price, Long.parseLong(parts.get(3))) / 100,
        Double.parseDouble(parts.get(4)),
        Season.valueOf(parts.get(5).toUpperCase(Locale.ROOT)),
        Hours.valueOf(parts.get(6).toUpperCase(Locale.ROOT)),
        parts.get(7).equals("kilo"),
        Map.of(
            Language.FA, parts.get(8),
            Language.EN, parts.get(9),
            Language.AR, parts.get(10)));
  }
}
