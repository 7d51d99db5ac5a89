package club.vafa.clubs.look;

import club.vafa.ui.Shades;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pictures of a club that browsers, phones and messengers ask for. */
public final class Icons {
  private static final int MARK = 128;
  private static final int RECEIPT = 240;
  private static final int SHARE_WIDTH = 1200;
  private static final int SHARE_HEIGHT = 630;

  /** Phones cut icons to any shape within the middle four fifths. */
  private static final double SAFE = 0.6;

  private static final double FULL = 0.84;

  private final String color;
  private final byte @Nullable [] logo;

  /** Of a club in this colour, with a logo or the mark of Vafa. */
  public Icons(String color, byte @Nullable [] logo) {
    this.color = color;
    this.logo = logo;
  }

  /** The picture of this name as PNG. */
  public Optional<byte[]> of(String name) {
    return switch (name) {
      case "logo.png" -> Optional.ofNullable(logo);
      case "mark.png" -> Optional.of(Drawing.png(Drawing.within(picture(), MARK)));
      case "receipt.png" -> Optional.of(Drawing.png(Drawing.within(picture(), RECEIPT)));
      case "icon-192.png" -> Optional.of(icon(192, false));
      case "icon-512.png" -> Optional.of(icon(512, false));
      case "icon-full-512.png" -> Optional.of(icon(512, true));
      case "share.png" -> Optional.of(share());
      default -> Optional.empty();
    };
  }

  private BufferedImage picture() {
    return logo == null ? heart(LogoReader.LONGEST) : Drawing.read(logo);
  }

  private byte[] icon(int size, boolean whole) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = Drawing.pen(image);
    ground(pen, whole ? null : size, size, size);
    place(pen, size, size, whole ? SAFE : FULL * 0.8);
    pen.dispose();
    return Drawing.png(image);
  }

  private byte[] share() {
    BufferedImage image = new BufferedImage(SHARE_WIDTH, SHARE_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = Drawing.pen(image);
    ground(pen, null, SHARE_WIDTH, SHARE_HEIGHT);
    if (logo != null) {
      pen.setColor(Color.WHITE);
      pen.fill(new RoundRectangle2D.Float(390, 105, 420, 420, 90, 90));
    }
    place(pen, SHARE_WIDTH, SHARE_HEIGHT, logo == null ? FULL * 0.7 : 0.5);
    pen.dispose();
    return Drawing.png(image);
  }

  /** Behind a logo white, which most are made for; behind our mark the colour. */
  private void ground(Graphics2D pen, @Nullable Integer round, int width, int height) {
    boolean coloured = logo == null || width != height;
    pen.setColor(coloured ? Color.decode(color) : Color.WHITE);
    if (round == null) {
      pen.fillRect(0, 0, width, height);
    } else {
      float corner = round * 0.44f;
      pen.fill(new RoundRectangle2D.Float(0, 0, width, height, corner, corner));
    }
  }

  /** In the middle, as large as that share of the shorter side. */
  private void place(Graphics2D pen, int width, int height, double share) {
    int room = (int) Math.round(Math.min(width, height) * share);
    BufferedImage picture = logo == null ? heart(room) : Drawing.read(logo);
    int longest = Math.max(picture.getWidth(), picture.getHeight());
    int wide = Math.max(1, picture.getWidth() * room / longest);
    int high = Math.max(1, picture.getHeight() * room / longest);
    BufferedImage fitting = Drawing.scaled(picture, wide, high);
    pen.drawImage(fitting, (width - wide) / 2, (height - high) / 2, null);
  }

  /** The mark of Vafa without its ground: a heart with a tick in it. */
  private BufferedImage heart(int size) {
    Shades.Set set = Shades.of(color).light();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = Drawing.pen(image);
    pen.scale(size / 19.0, size / 19.0);
    pen.translate(-6.5, -7);
    pen.setColor(Color.decode(set.onFill()));
    pen.fill(Heart.outline());
    pen.setColor(Color.decode(set.fill()));
    pen.setStroke(Heart.STROKE);
    pen.draw(Heart.tick());
    pen.dispose();
    return image;
  }
}
