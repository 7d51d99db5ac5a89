package club.vafa.api.http;

import club.vafa.api.ApiCode;
import club.vafa.api.Call;
import club.vafa.api.InputRefused;
import club.vafa.api.Problem;
import club.vafa.api.Problems;
import club.vafa.kernel.Input;
import club.vafa.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.UnsatisfiedServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * Knows what every exception means to a caller. What nobody foresaw is told as nothing but its
 * trace, and written to the log once with all there is.
 */
@Component
final class Mishaps {
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  private final Problems problems;
  private final long megabytes;

  /**
   * @param upload the size of the largest file that a form may send
   */
  Mishaps(Problems problems, @Value("${spring.servlet.multipart.max-file-size}") DataSize upload) {
    this.problems = problems;
    this.megabytes = upload.toMegabytes();
  }

  /** Whether the caller has gone, so that there is nobody to answer. */
  static boolean isGone(Throwable fault) {
    return fault instanceof IOException
        && fault.getClass().getSimpleName().equals("ClientAbortException");
  }

  ResponseEntity<Problem> answer(Throwable fault, String request) {
    return switch (fault) {
      case InputRefused refused -> problems.answer(refused.refusals());
      case HttpMessageNotReadableException unread -> problems.answer(unread(unread));
      case HttpRequestMethodNotSupportedException method -> methodNotAllowed(method);
      case MissingServletRequestParameterException missing ->
          problems.answer(named(ApiCode.MISSING_PARAMETER, missing.getParameterName()));
      case UnsatisfiedServletRequestParameterException _ ->
          problems.answer(Refusal.of(ApiCode.BAD_REQUEST));
      case MethodArgumentTypeMismatchException wrong ->
          problems.answer(named(ApiCode.BAD_PARAMETER, wrong.getName()));
      case MaxUploadSizeExceededException _ ->
          problems.answer(Refusal.at("", ApiCode.BODY_TOO_LARGE, Map.of("limit", megabytes)));
      case MultipartException _ -> problems.answer(Refusal.of(ApiCode.BAD_REQUEST));
      case InvalidParameterException _ -> problems.answer(Refusal.of(ApiCode.BAD_REQUEST));
      case CannotCreateTransactionException down -> unavailable(down, request);
      case CannotGetJdbcConnectionException down -> unavailable(down, request);
      // When the connection is lost, so is the rollback, and its fault hides the first one.
      case TransactionSystemException down -> unavailable(down, request);
      case DataAccessResourceFailureException down -> unavailable(down, request);
      case ErrorResponse known when known.getStatusCode().is4xxClientError() ->
          problems.answer(Refusal.of(code(known.getStatusCode())));
      default -> broken(fault, request);
    };
  }

  private static List<Refusal> unread(HttpMessageNotReadableException fault) {
    return fault.getCause() instanceof InputRefused refused
        ? refused.refusals()
        : List.of(Refusal.of(ApiCode.BODY_MISSING));
  }

  private static Refusal named(ApiCode code, String name) {
    return Refusal.at("", code, Map.of("name", Input.shortened(name)));
  }

  private ResponseEntity<Problem> methodNotAllowed(HttpRequestMethodNotSupportedException fault) {
    String[] allowed = Objects.requireNonNullElse(fault.getSupportedMethods(), new String[0]);
    String list = String.join(", ", allowed);
    return with(
        problems.answer(Refusal.at("", ApiCode.METHOD_NOT_ALLOWED, Map.of("allowed", list))),
        HttpHeaders.ALLOW,
        list);
  }

  static ApiCode code(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> ApiCode.UNAUTHENTICATED;
      case 404 -> ApiCode.NOT_FOUND;
      case 405 -> ApiCode.METHOD_NOT_ALLOWED;
      case 406 -> ApiCode.NOT_ACCEPTABLE;
      case 413 -> ApiCode.BODY_TOO_LARGE;
      case 414 -> ApiCode.URI_TOO_LONG;
      case 415 -> ApiCode.UNSUPPORTED_MEDIA_TYPE;
      case 429 -> ApiCode.TOO_MANY_REQUESTS;
      case 431 -> ApiCode.HEADERS_TOO_LARGE;
      case 503 -> ApiCode.UNAVAILABLE;
      default -> status.is4xxClientError() ? ApiCode.BAD_REQUEST : ApiCode.INTERNAL;
    };
  }

  private ResponseEntity<Problem> unavailable(Throwable fault, String request) {
    LOG.warn("{} found no database: {}", request, fault.toString());
    return with(problems.answer(Refusal.of(ApiCode.UNAVAILABLE)), HttpHeaders.RETRY_AFTER, "1");
  }

  private ResponseEntity<Problem> broken(Throwable fault, String request) {
    LOG.error("{} failed, trace {}", request, Call.current().traceId(), fault);
    return problems.answer(Refusal.of(ApiCode.INTERNAL));
  }

  private static ResponseEntity<Problem> with(
      ResponseEntity<Problem> answer, String header, String value) {
    return ResponseEntity.status(answer.getStatusCode())
        .headers(answer.getHeaders())
        .header(header, value)
        .body(answer.getBody());
  }
}
