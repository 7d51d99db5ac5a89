package club.vafa.api;

import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import java.util.List;

/** Carries refusals through framework code that knows only exceptions, up to the one handler. */
public final class InputRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Refusal> refusals;

  public InputRefused(List<Refusal> refusals) {
    super(refusals.getFirst().code().code(), null, false, false);
    this.refusals = List.copyOf(refusals);
  }

  /**
   * What was done.
   *
   * @throws InputRefused when it was refused
   */
  public static <T> T unlessDone(Outcome<T> outcome) {
    return switch (outcome) {
      case Done<T>(T value) -> value;
      case Refused<T>(List<Refusal> refusals) -> throw new InputRefused(refusals);
    };
  }

  public List<Refusal> refusals() {
    return refusals;
  }
}
