package club.vafa.ui;

/**
 * A colour of screens, by its parts from 0 to 1, and how eyes see it: lightness is that of OKLCH,
 * where the same step looks the same in every hue; contrast is that of WCAG.
 */
record Colour(double red, double green, double blue) {
  private static final double SEEN = 0.0005;

  static Colour of(int rgb) {
    return new Colour(((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0, (rgb & 255) / 255.0);
  }

  String hex() {
    return "#%02x%02x%02x".formatted(whole(red), whole(green), whole(blue));
  }

  private static int whole(double part) {
    return (int) Math.round(part * 255);
  }

  /** As it is shown, after rounding. */
  private Colour shown() {
    return of((whole(red) << 16) | (whole(green) << 8) | whole(blue));
  }

  double contrast(Colour other) {
    double one = shown().luminance() + 0.05;
    double two = other.shown().luminance() + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double curved(double part) {
    return part <= 0.0031308 ? part * 12.92 : 1.055 * Math.pow(part, 1 / 2.4) - 0.055;
  }

  /** This, lying on a ground as thinly as said. */
  Colour over(Colour ground, double share) {
    return new Colour(
        red * share + ground.red * (1 - share),
        green * share + ground.green * (1 - share),
        blue * share + ground.blue * (1 - share));
  }

  double lightness() {
    return oklab()[0];
  }

  /** The same hue in another lightness, with as much of its chroma as a screen can show there. */
  Colour withLightness(double lightness) {
    double[] lab = oklab();
    double most = 1;
    double least = 0;
    if (fits(ofOklab(lightness, lab[1], lab[2]))) {
      least = 1;
    }
    while (most - least > SEEN) {
      double middle = (most + least) / 2;
      if (fits(ofOklab(lightness, lab[1] * middle, lab[2] * middle))) {
        least = middle;
      } else {
        most = middle;
      }
    }
    double[] found = ofOklab(lightness, lab[1] * least, lab[2] * least);
    return new Colour(
        Math.clamp(found[0], 0, 1), Math.clamp(found[1], 0, 1), Math.clamp(found[2], 0, 1));
  }

  private static boolean fits(double[] parts) {
    for (double part : parts) {
      if (part < -SEEN || part > 1 + SEEN) {
        return false;
      }
    }
    return true;
  }

  private double[] oklab() {
    double r = linear(red);
    double g = linear(green);
    double b = linear(blue);
    double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double[] ofOklab(double lightness, double a, double b) {
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      curved(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
      curved(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
      curved(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s)
    };
  }

  private static double cube(double of) {
    return of * of * of;
  }
}
