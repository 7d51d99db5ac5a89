package club.vafa.memberships;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Money;
import club.vafa.memberships.Life.Noted;
import club.vafa.memberships.Membership.Change;
import club.vafa.memberships.MembershipStore.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a membership out to be changed and writes it back, with every change and who made it. */
@Component
class Lives {
  /** Who did what came by itself. */
  static final String BY_ITSELF = "vafa";

  private final MembershipStore store;
  private final ChangeStore changes;
  private final Plans plans;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Lives(MembershipStore store, ChangeStore changes, Plans plans, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.changes = changes;
    this.plans = plans;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  Life open(Club club, Membership membership) {
    return open(club, plans.get(club.id(), membership.plan()), membership);
  }

  Life open(Club club, Plan plan, Membership membership) {
    return new Life(club, plan, version -> plans.terms(club.id(), plan.id(), version), membership);
  }

  void insert(Life life, String actor) {
    store.insert(life.club.id(), life.after(), times(life));
    note(life, actor);
  }

  Membership save(Life life, String actor) {
    Membership after = life.after();
    store.update(life.club.id(), after, times(life));
    note(life, actor);
    return after;
  }

  private static Times times(Life life) {
    Dues dues = new Dues(life);
    return new Times(dues.coveredUntil(), dues.dueAt());
  }

  /** Writes what happened since it was last written. */
  private void note(Life life, String actor) {
    MembershipId id = life.after().id();
    for (Noted noted : life.noted()) {
      Instant own = noted.at();
      Instant at = own == null ? clock.instant() : own;
      Change change =
          new Change(
              ids.next(),
              noted.kind(),
              noted.state(),
              noted.amount(),
              own == null ? actor : BY_ITSELF,
              at);
      changes.note(life.club.id(), id, change);
      feed.append(
          life.club.id(),
          "membership." + noted.kind(),
          id.value(),
          payload(life.club, noted.amount()),
          at);
    }
    life.noted().clear();
  }

  private static @Nullable String payload(Club club, @Nullable Long amount) {
    if (amount == null) {
      return null;
    }
    Money money = new Money(amount, club.currency());
    return "{\"amount\":\"%s\",\"currency\":\"%s\"}"
        .formatted(money.amount(), money.currency().getCurrencyCode());
  }
}
