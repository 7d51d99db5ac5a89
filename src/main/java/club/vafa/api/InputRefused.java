package club.vafa.api;

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

  public List<Refusal> refusals() {
    return refusals;
  }
}
