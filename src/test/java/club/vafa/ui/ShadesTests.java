package club.vafa.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShadesTests {
  private static final int COLOURS = 4000;

  @Test
  void whateverTheColourWhatIsWrittenCanBeRead() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int at = 0; at < COLOURS; at++) {
      String color = "#%06x".formatted(random.nextInt(0x1000000));
      check(color, "seed " + seed);
    }
  }

  @Test
  void alsoOnTheEdges() {
    for (String color :
        List.of("#000000", "#ffffff", "#ffff00", "#00ffff", "#0000ff", "#ff0000", "#808080")) {
      check(color, "edge");
    }
  }

  private static void check(String color, String how) {
    Shades shades = Shades.of(color);
    String what = color + ", " + how;
    for (Shades.Set set : List.of(shades.light(), shades.dark())) {
      assertThat(contrast(set.fill(), set.onFill())).as(what).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(set.text(), set.onText())).as(what).isGreaterThanOrEqualTo(4.5);
      assertThat(contrast(set.text(), set.soft())).as(what).isGreaterThanOrEqualTo(4.5);
    }
    for (String ground : List.of("#ffffff", "#f3f6f6", "#f1f4f6", "#f6f8fb")) {
      assertThat(contrast(shades.light().text(), ground)).as(what).isGreaterThanOrEqualTo(4.5);
    }
    for (String ground : List.of("#0d1514", "#16201f", "#1c2930", "#182433")) {
      assertThat(contrast(shades.dark().text(), ground)).as(what).isGreaterThanOrEqualTo(4.5);
    }
  }

  /** By the book, apart from how the program reckons it. */
  private static double contrast(String one, String two) {
    double first = luminance(one) + 0.05;
    double second = luminance(two) + 0.05;
    return Math.max(first, second) / Math.min(first, second);
  }

  private static double luminance(String color) {
    int rgb = Integer.parseInt(color.substring(1), 16);
    return 0.2126 * part(rgb >> 16) + 0.7152 * part(rgb >> 8) + 0.0722 * part(rgb);
  }

  private static double part(int of) {
    double part = (of & 255) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @Test
  void aColourThatCanBeReadAsItIsStays() {
    assertThat(Shades.of("#7c2d12").light().fill()).isEqualTo("#7c2d12");
    assertThat(Shades.of("#7c2d12").light().text()).isEqualTo("#7c2d12");
    assertThat(Shades.of("#fcd34d").light().fill()).isEqualTo("#fcd34d");
    assertThat(Shades.of("#fcd34d").light().onFill()).isEqualTo("#000000");
  }

  @Test
  void aShadeKeepsItsHue() {
    String blue = Shades.of("#1e3a8a").dark().text();
    int rgb = Integer.parseInt(blue.substring(1), 16);
    assertThat(rgb & 255).isGreaterThan(rgb >> 16 & 255).isGreaterThan(rgb >> 8 & 255);
  }

  @Test
  void coloursAreReadAsPeopleWriteThem() {
    assertThat(Shades.read(" 0F766E ")).contains("#0f766e");
    assertThat(Shades.read("#abc")).contains("#aabbcc");
    assertThat(Shades.read("#12345")).isEmpty();
    assertThat(Shades.read("red")).isEmpty();
    assertThat(Shades.read("#0f766e;}")).isEmpty();
    assertThat(Shades.read("")).isEmpty();
  }
}
