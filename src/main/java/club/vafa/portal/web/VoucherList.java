package club.vafa.portal.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member's vouchers, those that count first, and claims that wait to be handed over. */
public record VoucherList(Shell shell, List<Open> open, List<Held> usable, List<Held> past) {
  /**
   * A voucher.
   *
   * @param state as a text of the language files
   * @param left money it still holds; empty when it is no money
   */
  public record Held(
      String id,
      String name,
      String code,
      String state,
      boolean usable,
      String left,
      @Nullable Instant endsAt) {}

  /** A claim that waits. */
  public record Open(String name, Instant claimedAt, @Nullable Instant dueAt) {}
}
