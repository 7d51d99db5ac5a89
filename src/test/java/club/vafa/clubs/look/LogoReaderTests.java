package club.vafa.clubs.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LogoReaderTests {
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
  private static final String HEAD = "<svg xmlns=\"http://www.w3.org/2000/svg\"";

  static byte[] picture(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.RED);
    pen.fillRect(0, 0, width, height);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BufferedImage drawn(byte[] file) {
    Outcome<byte[]> read = LogoReader.read(file);
    assertThat(read).isInstanceOf(Done.class);
    return read instanceof Done<byte[]>(byte[] png) ? Drawing.read(png) : Drawing.read(file);
  }

  private static String refused(byte[] file) {
    return LogoReader.read(file) instanceof Refused<byte[]> refused
        ? refused.refusals().getFirst().code().code()
        : "done";
  }

  @Test
  void picturesOfPointsAreDrawnAnewAndNoLargerThanNeeded() throws IOException {
    BufferedImage wide = drawn(picture("png", 2000, 500));
    assertThat(wide.getWidth()).isEqualTo(512);
    assertThat(wide.getHeight()).isEqualTo(128);
    assertThat(new Color(wide.getRGB(200, 60))).isEqualTo(Color.RED);
    assertThat(drawn(picture("jpg", 100, 40)).getWidth()).isEqualTo(100);
    assertThat(drawn(WEBP).getWidth()).isEqualTo(1);
  }

  @Test
  void shapesAreDrawn() {
    BufferedImage drawn =
        drawn(
            bytes(
                HEAD
                    + " viewBox=\"0 0 10 20\"><style>.a{fill:#0000ff}</style><defs>"
                    + "<linearGradient id=\"g\"/></defs><rect class=\"a\" width=\"10\""
                    + " height=\"20\"/><metadata><x:y xmlns:x=\"u:v\"/></metadata></svg>"));
    assertThat(drawn.getHeight()).isEqualTo(512);
    assertThat(drawn.getWidth()).isEqualTo(256);
    assertThat(new Color(drawn.getRGB(100, 100))).isEqualTo(Color.BLUE);
  }

  @Test
  void whateverCouldRunOrFetchIsRefused() {
    for (String inside :
        List.of(
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<rect onclick=\"alert(1)\"/>",
            "<foreignObject/>",
            "<image href=\"https://example.org/x.png\"/>",
            "<use href=\"https://example.org/x.svg#a\"/>",
            "<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"data:x\"/>",
            "<style>@import url(https://example.org)</style>",
            "<style>a{fill:u\\rl(//example.org)}</style>",
            "<rect style=\"fill:url(https://example.org/#a)\"/>",
            "<a href=\"javascript:alert(1)\"/>",
            "<animate attributeName=\"x\"/>",
            "<text>Club</text>",
            "<x:g xmlns:x=\"u:v\"><script/></x:g>",
            "<use href=\"#a\"/>".repeat(17))) {
      assertThat(refused(bytes(HEAD + ">" + inside + "</svg>")))
          .as(inside)
          .isEqualTo("logo_unsafe");
    }
    assertThat(
            refused(
                bytes("<!DOCTYPE svg [<!ENTITY a \"b\">]>" + HEAD + "><title>&a;</title></svg>")))
        .isEqualTo("logo_unsafe");
  }

  @Test
  void masksAndClipsThatMultiplyAreRefusedBeforeTheyAreDrawn() {
    StringBuilder masks = new StringBuilder();
    StringBuilder clips = new StringBuilder();
    for (int at = 0; at < 20; at++) {
      String within = "<rect width=\"9\" height=\"9\" %s=\"url(#m" + (at + 1) + ")\"/>";
      masks.append("<mask id=\"m" + at + "\">" + within.formatted("mask").repeat(2) + "</mask>");
      clips.append("<clipPath id=\"m" + at + "\">" + within.formatted("clip-path") + "</clipPath>");
    }
    String styled = "<clipPath id=\"c\">" + "<rect class=\"a\"/>".repeat(17) + "</clipPath>";
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          assertThat(fault(masks.toString())).isEqualTo("mask");
          assertThat(fault("<rect mask=\"url(#m)\"/>")).isEqualTo("mask");
          assertThat(fault("<rect style=\"fill:red; mask : url(#m)\"/>")).isEqualTo("style");
          assertThat(fault(clips.toString())).isEqualTo("clip-path");
          assertThat(fault("<style>.a{clip-path:url(#c)}</style>" + styled)).isEqualTo("clip-path");
        });
    String one = "<clipPath id=\"c\"><rect width=\"9\" height=\"9\"/></clipPath>";
    drawn(
        bytes(
            HEAD
                + " viewBox=\"0 0 10 20\">"
                + one
                + "<rect clip-path=\"url(#c)\" width=\"10\" height=\"20\"/></svg>"));
  }

  private static String fault(String inside) {
    byte[] file = bytes(HEAD + " viewBox=\"0 0 9 9\">" + inside + "</svg>");
    return LogoReader.read(file) instanceof Refused<byte[]> refused
        ? String.valueOf(refused.refusals().getFirst().args().get("what"))
        : "done";
  }

  @Test
  void whatIsNoPictureIsRefused() throws IOException {
    assertThat(refused(bytes("GIF89a nothing"))).isEqualTo("logo_form");
    assertThat(refused(new byte[0])).isEqualTo("logo_form");
    assertThat(refused(bytes(HEAD + "><g>"))).isEqualTo("logo_unreadable");
    assertThat(refused(bytes(HEAD + " width=\"0\" height=\"5\"></svg>"))).isNotEqualTo("done");
    assertThat(refused(new byte[LogoReader.LARGEST_FILE + 1])).isEqualTo("logo_too_large");
    byte[] png = picture("png", 8, 8);
    assertThat(refused(java.util.Arrays.copyOf(png, 30))).isEqualTo("logo_unreadable");
    assertThat(refused(picture("png", 2001, 2000))).isEqualTo("logo_too_wide");
    // Twenty bytes that claim 60,000 points on each side.
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    assertThat(refused(png)).isIn("logo_too_wide", "logo_unreadable");
  }

  /** 34 bytes that say there is much to come: their reader takes zeros for all of it. */
  @Test
  @Timeout(60)
  void aShortFileThatClaimsMuchIsGivenUp() {
    byte[] endless = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAFMvAAAAEAcQER6IiCsHAA==");
    assertThat(refused(endless)).isEqualTo("logo_unreadable");
  }

  @Test
  void brokenFilesAreRefusedAndNeverBreak() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<byte[]> whole =
        List.of(
            picture("png", 20, 20),
            picture("jpg", 20, 20),
            WEBP,
            bytes(HEAD + " width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>"));
    for (int round = 0; round < 400; round++) {
      byte[] file = whole.get(round % whole.size()).clone();
      for (int at = 0; at < 3; at++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      assertThat(LogoReader.read(file)).as("seed " + seed).isNotNull();
    }
  }

  @Test
  void iconsAreMadeForClubsWithAndWithoutLogo() throws IOException {
    byte[] logo = picture("png", 300, 100);
    for (Icons icons : List.of(new Icons("#7c3aed", logo), new Icons("#7c3aed", null))) {
      BufferedImage share = Drawing.read(icons.of("share.png").orElseThrow());
      assertThat(share.getWidth()).isEqualTo(1200);
      assertThat(new Color(share.getRGB(5, 5))).isEqualTo(Color.decode("#7c3aed"));
      assertThat(Drawing.read(icons.of("icon-192.png").orElseThrow()).getWidth()).isEqualTo(192);
      assertThat(Drawing.read(icons.of("icon-full-512.png").orElseThrow()).getWidth())
          .isEqualTo(512);
      assertThat(icons.of("other.png")).isEmpty();
    }
    BufferedImage plain = Drawing.read(new Icons("#7c3aed", null).of("icon-512.png").orElseThrow());
    assertThat(new Color(plain.getRGB(256, 20))).isEqualTo(Color.decode("#7c3aed"));
  }
}
