package club.vafa.rewards;

import club.vafa.kernel.Input;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.RewardTerms.Limit;
import club.vafa.rewards.RewardTerms.Session;
import club.vafa.rewards.RewardTerms.Stock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Whether a member may have a reward, whatever it costs; the first reason why not. */
record Fit(RewardTerms terms, Asking asking) {

  /**
   * Who asks for what, and what was taken before.
   *
   * @param session chosen, or null
   * @param claimed pieces the member has claimed in the limit's period
   * @param taken pieces of the stock, all together and in the stock's period
   * @param places taken in a session
   */
  record Asking(
      Standing standing,
      Instant at,
      long quantity,
      @Nullable String session,
      long claimed,
      Taken taken,
      ToLongFunction<String> places) {}

  /** Pieces of a stock that are gone. */
  record Taken(long ever, long period) {}

  Optional<Refusal> against() {
    if (terms.prices().isEmpty() || !terms.visible().at(asking.at())) {
      return refused("", RewardsCode.REWARD_NOT_ON_OFFER);
    }
    if (!terms.visible().to(asking.standing())) {
      return refused("", RewardsCode.REWARD_NOT_FOR_MEMBER);
    }
    return session().or(this::limit).or(this::stock);
  }

  private Optional<Refusal> session() {
    String wanted = asking.session();
    if (terms.sessions().isEmpty()) {
      return wanted == null
          ? Optional.empty()
          : Optional.of(
              Refusal.at(
                  "/session",
                  RewardsCode.SESSION_UNKNOWN,
                  Map.of("value", Input.shortened(wanted))));
    }
    if (wanted == null) {
      return refused("/session", RewardsCode.SESSION_NEEDED);
    }
    Optional<Session> found = terms.session(wanted);
    if (found.isEmpty()) {
      return Optional.of(
          Refusal.at(
              "/session", RewardsCode.SESSION_UNKNOWN, Map.of("value", Input.shortened(wanted))));
    }
    if (!found.get().at().isAfter(asking.at())) {
      return refused("/session", RewardsCode.SESSION_OVER);
    }
    long left = found.get().capacity() - asking.places().applyAsLong(wanted);
    return asking.quantity() <= left
        ? Optional.empty()
        : Optional.of(
            Refusal.at("/session", RewardsCode.SESSION_FULL, Map.of("left", Math.max(0, left))));
  }

  private Optional<Refusal> limit() {
    Limit limit = terms.limit();
    return limit == null || asking.claimed() + asking.quantity() <= limit.count()
        ? Optional.empty()
        : Optional.of(
            Refusal.at(
                "",
                RewardsCode.CLAIM_LIMIT_REACHED,
                Map.of(
                    "limit",
                    limit.count(),
                    "period",
                    limit.period().name().toLowerCase(java.util.Locale.ROOT))));
  }

  private Optional<Refusal> stock() {
    Stock stock = terms.stock();
    if (stock == null) {
      return Optional.empty();
    }
    long left = Long.MAX_VALUE;
    if (stock.total() != null) {
      left = stock.total() - asking.taken().ever();
    }
    if (stock.perPeriod() != null) {
      left = Math.min(left, stock.perPeriod() - asking.taken().period());
    }
    return asking.quantity() <= left
        ? Optional.empty()
        : Optional.of(Refusal.at("", RewardsCode.OUT_OF_STOCK, Map.of("left", Math.max(0, left))));
  }

  private static Optional<Refusal> refused(String pointer, RewardsCode code) {
    return Optional.of(Refusal.at(pointer, code));
  }
}
