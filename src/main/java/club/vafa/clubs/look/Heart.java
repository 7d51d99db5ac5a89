package club.vafa.clubs.look;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Path2D;

/** The mark of Vafa, as {@code mark.svg} draws it on a square of 32. */
final class Heart {
  static final BasicStroke STROKE =
      new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  private Heart() {}

  static Shape outline() {
    Path2D heart = new Path2D.Double();
    heart.moveTo(16, 24.5);
    heart.curveTo(16, 24.5, 7.5, 19.5, 7.5, 13.5);
    heart.curveTo(7.5, 8.8, 13.6, 6.6, 16, 10.7);
    heart.curveTo(18.4, 6.6, 24.5, 8.8, 24.5, 13.5);
    heart.curveTo(24.5, 19.5, 16, 24.5, 16, 24.5);
    heart.closePath();
    return heart;
  }

  static Shape tick() {
    Path2D tick = new Path2D.Double();
    tick.moveTo(12.2, 15.4);
    tick.lineTo(14.9, 18.2);
    tick.lineTo(20.1, 12.6);
    return tick;
  }
}
