package club.vafa.kernel;

/**
 * A stable name for one reason to refuse. Each room lists its own in an enum; the sentence in the
 * reader's language stands in the room's language file under {@code problem.<code>}.
 */
public interface ProblemCode {
  /** Stable, snake_case, part of the public API. */
  String code();

  /** What kind of refusal it is, which decides the HTTP status. */
  Kind kind();

  /** The kinds of refusal and the HTTP status each is answered with. */
  enum Kind {
    MALFORMED(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED(415),
    REFUSED(422),
    TOO_MANY(429),
    HEADERS_TOO_LARGE(431),
    BROKEN(500),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }
}
