package club.vafa.clubs.look;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made smaller, and written as PNG. */
final class Drawing {
  private Drawing() {}

  static Graphics2D pen(BufferedImage image) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return pen;
  }

  /** The same, no longer on any side; what is smaller stays. */
  static BufferedImage within(BufferedImage image, int longest) {
    int most = Math.max(image.getWidth(), image.getHeight());
    if (most <= longest) {
      return scaled(image, image.getWidth(), image.getHeight());
    }
    return scaled(
        image,
        Math.max(1, Math.ceilDiv(image.getWidth() * longest, most)),
        Math.max(1, Math.ceilDiv(image.getHeight() * longest, most)));
  }

  /** By halves as long as it can, since one leap leaves out most points. */
  static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage now = image;
    while (now.getWidth() > 2 * width && now.getHeight() > 2 * height) {
      now = once(now, now.getWidth() / 2, now.getHeight() / 2);
    }
    return once(now, width, height);
  }

  private static BufferedImage once(BufferedImage image, int width, int height) {
    BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(made);
    pen.drawImage(image, 0, 0, width, height, null);
    pen.dispose();
    return made;
  }

  static byte[] png(BufferedImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", stream);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  static BufferedImage read(byte[] png) {
    try {
      return ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
