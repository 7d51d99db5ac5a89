package club.vafa.ui;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a square code that scanners read.
 *
 * @param size modules on a side, with the quiet zone
 * @param path of all dark modules, as SVG draws it
 */
public record QrPicture(int size, String path) {
  private static final Map<EncodeHintType, Object> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2);

  public static QrPicture of(String text) {
    BitMatrix dots;
    try {
      dots = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("no code holds so much", tooLong);
    }
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < dots.getHeight(); y++) {
      int x = 0;
      while (x < dots.getWidth()) {
        int from = x;
        while (x < dots.getWidth() && dots.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x - from).append("v1H").append(from).append('z');
        }
        x++;
      }
    }
    return new QrPicture(dots.getWidth(), path.toString());
  }
}
