package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.WalletView;
import club.vafa.rewards.ClaimStore.Counter;
import club.vafa.rewards.Offer.Payable;
import club.vafa.rewards.RewardTerms.Limit;
import club.vafa.rewards.RewardTerms.Session;
import club.vafa.rewards.RewardTerms.Stock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells what a member can have of the catalogue, and why not the rest. */
@Component
class Offering {
  private final ClaimStore claims;
  private final Standings standings;
  private final Statements statements;
  private final Clock clock;

  Offering(ClaimStore claims, Standings standings, Statements statements, Clock clock) {
    this.claims = claims;
    this.standings = standings;
    this.statements = statements;
    this.clock = clock;
  }

  List<Offer> to(Club club, MemberId member, List<Reward> rewards) {
    Map<String, Long> active = new HashMap<>();
    for (WalletView wallet : statements.wallets(club.id(), member)) {
      active.put(club.unit(wallet.unit()).code(), wallet.balance().active());
    }
    Standing standing = standings.of(club, member);
    return rewards.stream()
        .map(reward -> offer(new Seen(club, member, standing, active), reward))
        .toList();
  }

  private record Seen(Club club, MemberId member, Standing standing, Map<String, Long> active) {}

  private Offer offer(Seen seen, Reward reward) {
    RewardTerms terms = reward.published();
    if (terms == null || reward.state() != Reward.State.LIVE) {
      return new Offer(reward, List.of(), Refusal.of(RewardsCode.REWARD_NOT_LIVE));
    }
    List<Payable> prices =
        terms.prices().stream()
            .map(price -> {
              long amount = price.of(seen.standing().tiers());
              long has = seen.active().getOrDefault(price.unit(), 0L);
              return new Payable(price, amount, Math.max(0, amount - has));
            })
            .toList();
    return new Offer(reward, prices, against(seen, reward, terms));
  }

  private @Nullable Refusal against(Seen seen, Reward reward, RewardTerms terms) {
    Club club = seen.club();
    Instant now = clock.instant();
    Limit limit = terms.limit();
    long claimed =
        limit == null
            ? 0
            : claims.claimed(
                club.id(), seen.member(), reward.id(), start(club, limit.period(), now));
    Stock stock = terms.stock();
    Fit.Taken taken =
        stock == null
            ? new Fit.Taken(0, 0)
            : new Fit.Taken(
                look(club, reward, "", LocalDate.EPOCH),
                look(club, reward, "", stock.period().since(club, now)));
    return new Fit(
            terms,
            new Fit.Asking(
                seen.standing(),
                now,
                1,
                session(club, reward, terms, now),
                claimed,
                taken,
                session -> look(club, reward, session, LocalDate.EPOCH)))
        .against()
        .orElse(null);
  }

  /** The first session that has a place left; the last one when none has. */
  private @Nullable String session(Club club, Reward reward, RewardTerms terms, Instant now) {
    String last = null;
    for (Session session : terms.sessions()) {
      last = session.code();
      if (session.at().isAfter(now)
          && look(club, reward, session.code(), LocalDate.EPOCH) < session.capacity()) {
        return last;
      }
    }
    return last;
  }

  private long look(Club club, Reward reward, String session, LocalDate since) {
    return claims.look(club.id(), new Counter(reward.id(), session, since));
  }

  static Instant start(Club club, Period period, Instant at) {
    return period == Period.EVER
        ? Instant.EPOCH
        : period.since(club, at).atStartOfDay(club.zone()).toInstant();
  }
}
