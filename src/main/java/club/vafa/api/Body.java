package club.vafa.api;

import jakarta.servlet.http.HttpServletRequest;

/** The body of a request as it was sent, read once and kept while the request is answered. */
public final class Body {
  /** The request attribute that holds the bytes. */
  public static final String ATTRIBUTE = Body.class.getName();

  /** Files of rows may be so large, where other bodies may not. */
  public static final int LARGEST_FILE = 64 * 1024 * 1024;

  private static final byte[] NOTHING = {};

  private Body() {}

  /** The bytes; empty when there was no body. Not to be changed. */
  public static byte[] of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof byte[] bytes ? bytes : NOTHING;
  }
}
