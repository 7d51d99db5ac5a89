package club.vafa.memberships;

import club.vafa.kernel.Input;
import club.vafa.kernel.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A payment that took place elsewhere, as it is reported.
 *
 * @param paidBy the till, or the provider
 * @param reference their own name of it, by which it counts once
 * @param amount must be the fee when it is told
 */
public record Payment(String paidBy, String reference, Result result, @Nullable Money amount) {
  private static final int LONGEST = 200;

  /** What became of it. */
  public enum Result {
    SUCCEEDED,
    FAILED
  }

  boolean succeeded() {
    return result == Result.SUCCEEDED;
  }

  /** The payment as it was sent; what is wrong with it goes to the input. */
  public static Payment read(Input input, String pointer, Sent sent) {
    return new Payment(
        input.text(pointer + "/paidBy", sent.paidBy(), LONGEST),
        input.text(pointer + "/reference", sent.reference(), LONGEST),
        Objects.requireNonNullElse(sent.result(), Result.SUCCEEDED),
        sent.amount());
  }

  /** What was sent of a payment. */
  public record Sent(
      @Nullable String paidBy,
      @Nullable String reference,
      @Nullable Result result,
      @Nullable Money amount) {}
}
