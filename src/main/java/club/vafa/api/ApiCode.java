package club.vafa.api;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Refusals that concern the way something is asked, whatever is asked for. */
public enum ApiCode implements ProblemCode {
  MALFORMED_JSON(Kind.MALFORMED),
  UNKNOWN_FIELD(Kind.MALFORMED),
  DUPLICATE_FIELD(Kind.MALFORMED),
  WRONG_TYPE(Kind.MALFORMED),
  TOO_COMPLEX(Kind.MALFORMED),
  BODY_MISSING(Kind.MALFORMED),
  BAD_PARAMETER(Kind.MALFORMED),
  UNKNOWN_PARAMETER(Kind.MALFORMED),
  MISSING_PARAMETER(Kind.MALFORMED),
  BAD_CURSOR(Kind.MALFORMED),
  BAD_REQUEST(Kind.MALFORMED),
  IDEMPOTENCY_KEY_INVALID(Kind.MALFORMED),
  UNAUTHENTICATED(Kind.UNAUTHENTICATED),
  SCOPE_MISSING(Kind.FORBIDDEN),
  OTHER_SITE(Kind.FORBIDDEN),
  NOT_FOUND(Kind.NOT_FOUND),
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE),
  IDEMPOTENCY_IN_PROGRESS(Kind.CONFLICT),
  VERSION_MISMATCH(Kind.CONFLICT),
  BODY_TOO_LARGE(Kind.TOO_LARGE),
  URI_TOO_LONG(Kind.URI_TOO_LONG),
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED),
  IDEMPOTENCY_MISMATCH(Kind.REFUSED),
  TOO_MANY_REQUESTS(Kind.TOO_MANY),
  HEADERS_TOO_LARGE(Kind.HEADERS_TOO_LARGE),
  INTERNAL(Kind.BROKEN),
  UNAVAILABLE(Kind.UNAVAILABLE);

  private final Kind kind;

  ApiCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
