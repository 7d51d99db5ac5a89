package club.vafa.earning;

import club.vafa.rewards.Booklet;
import club.vafa.rewards.Stamped;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a return did to vouchers and stamp cards. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ReturnedRewards(
    List<VoucherBack> vouchers, List<CardBack> cards, List<Stamped> stamped) {
  static final ReturnedRewards NOTHING = new ReturnedRewards(List.of(), List.of(), List.of());

  public ReturnedRewards(
      @Nullable List<VoucherBack> vouchers,
      @Nullable List<CardBack> cards,
      @Nullable List<Stamped> stamped) {
    this.vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
    this.cards = cards == null ? List.of() : List.copyOf(cards);
    this.stamped = stamped == null ? List.of() : List.copyOf(stamped);
  }

  /** A voucher that was handed in or given, and what became of it. */
  public record VoucherBack(UUID voucher, String code, Booklet.Back state) {}

  /**
   * A stamp card that the sale had filled.
   *
   * @param undone how many of its fillings were undone
   * @param kept how many were not, because their reward is used
   * @param usable stamps that are on the card again, and those that had ended meanwhile
   */
  public record CardBack(
      String card, String unit, long undone, long kept, long usable, long expired) {}

  ReturnedRewards with(List<Stamped> more) {
    return new ReturnedRewards(vouchers, cards, more);
  }
}
