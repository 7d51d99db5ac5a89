package club.vafa.kernel;

import java.util.List;
import java.util.function.Function;

/** What came of a command: done with a value, or refused with reasons and nothing changed. */
public sealed interface Outcome<T> {
  /** It happened. */
  record Done<T>(T value) implements Outcome<T> {}

  /** It was refused before anything was written. */
  record Refused<T>(List<Refusal> refusals) implements Outcome<T> {
    public Refused {
      refusals = List.copyOf(refusals);
      if (refusals.isEmpty()) {
        throw new IllegalArgumentException("a refusal names its reason");
      }
    }
  }

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(List<Refusal> refusals) {
    return new Refused<>(refusals);
  }

  static <T> Outcome<T> refused(Refusal refusal) {
    return new Refused<>(List.of(refusal));
  }

  default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Done<T>(T value) -> new Done<>(change.apply(value));
      case Refused<T>(List<Refusal> refusals) -> new Refused<>(refusals);
    };
  }

  default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
    return switch (this) {
      case Done<T>(T value) -> next.apply(value);
      case Refused<T>(List<Refusal> refusals) -> new Refused<>(refusals);
    };
  }
}
