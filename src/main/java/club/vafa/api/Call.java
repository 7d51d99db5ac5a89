package club.vafa.api;

import club.vafa.kernel.Language;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The request being answered: the trace it belongs to and the language it is answered in. */
public record Call(String traceId, Language language) {
  private static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();
  private static final int TRACEPARENT = 55;

  /** The running request's; outside of one, a new trace in English. */
  public static Call current() {
    return CURRENT.isBound() ? CURRENT.get() : new Call(newTrace(), Language.EN);
  }

  public static Call begin(@Nullable String traceparent, @Nullable String acceptLanguage) {
    String given = traceOf(traceparent);
    return new Call(given == null ? newTrace() : given, language(acceptLanguage));
  }

  /** Work that may fail in its own way. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void run() throws X;
  }

  /** Runs the work as part of this call. */
  public <X extends Exception> void during(Work<X> work) throws X {
    within(() -> {
      work.run();
      return true;
    });
  }

  /** What the work gives as part of this call. */
  public <T extends @Nullable Object, X extends Throwable> T within(
      ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }

  /** The short headers most callers send are answered without parsing. */
  private static Language language(@Nullable String header) {
    if (header == null) {
      return Language.EN;
    }
    return header.length() <= 2 ? Language.of(header) : Language.accepted(header);
  }

  /** The trace id of a W3C {@code traceparent}, or null when it is not one. */
  private static @Nullable String traceOf(@Nullable String header) {
    if (header == null || header.length() < TRACEPARENT || header.charAt(2) != '-') {
      return null;
    }
    String trace = header.substring(3, 35);
    boolean zero = true;
    for (int at = 0; at < trace.length(); at++) {
      char sign = trace.charAt(at);
      if (!((sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f'))) {
        return null;
      }
      zero &= sign == '0';
    }
    return zero ? null : trace;
  }

  private static String newTrace() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong() | 1) + hex.toHexDigits(random.nextLong());
  }
}
