package club.vafa.earning;

import club.vafa.activity.Activity;
import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.feed.Happening;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.TypeId;
import club.vafa.referrals.Qualifying;
import club.vafa.referrals.Referral;
import club.vafa.referrals.ReferralId;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.TriggerKind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives advocates what campaigns have for them, a moment after a friend bought, and takes it back
 * when the purchase comes back. It follows the feed: the friend's commit never waits for the
 * advocate's books, and each step has a natural key, so that following twice does nothing twice.
 */
@Component
class Advocates {
  private static final Logger LOG = LoggerFactory.getLogger(Advocates.class);
  private static final String BOUGHT = "purchase.recorded";
  private static final String RETURNED = "return.recorded";
  private static final String RELEASED = "referral.released";
  private static final Set<String> KINDS = Set.of(BOUGHT, RETURNED, RELEASED);
  private static final String FOLLOWER = "earning.referrals";
  private static final int CHUNK = 500;

  /** What a friend bought while a referral was blocked is looked through this far back. */
  private static final int MOST_PURCHASES = 200;

  private final Earning earning;
  private final Campaigns campaigns;
  private final Activity activity;
  private final Qualifying referrals;
  private final TakingBack takingBack;
  private final Clubs clubs;
  private final Feed feed;

  Advocates(
      Earning earning,
      Campaigns campaigns,
      Activity activity,
      Qualifying referrals,
      TakingBack takingBack,
      Clubs clubs,
      Feed feed) {
    this.earning = earning;
    this.campaigns = campaigns;
    this.activity = activity;
    this.referrals = referrals;
    this.takingBack = takingBack;
    this.clubs = clubs;
    this.feed = feed;
  }

  /** Follows what has happened in a club since the last time. */
  void follow(ClubId id) {
    Feed.Follower follower =
        new Feed.Follower(FOLLOWER, () -> referrals.any(id) ? KINDS : Set.of());
    while (ClubScope.call(id, () -> feed.follow(id, follower, CHUNK, all -> happened(id, all)))
        == CHUNK) {
      LOG.debug("more has happened in club {}", id);
    }
  }

  private void happened(ClubId id, List<Happening> all) {
    Club club = clubs.get(id);
    Map<UUID, MemberId> friends = friends(id, all);
    Map<UUID, Return> returns = returns(id, all, friends.keySet());
    for (Happening happening : all) {
      switch (happening.kind()) {
        case BOUGHT -> {
          MemberId friend = friends.get(happening.subject());
          if (friend != null) {
            bought(club, friend, activity.purchase(id, happening.subject()).orElseThrow());
          }
        }
        case RETURNED -> {
          Return back = returns.get(happening.subject());
          if (back != null) {
            returned(club, back);
          }
        }
        case RELEASED -> released(club, new ReferralId(happening.subject()));
        default -> LOG.trace("{} is none of a referral's", happening);
      }
    }
  }

  /** The purchases whose buyers' referrals wait for one. */
  private Map<UUID, MemberId> friends(ClubId id, List<Happening> all) {
    Map<UUID, MemberId> buyers = activity.buyers(id, subjects(all, BOUGHT));
    Set<MemberId> waiting = referrals.waiting(id, new HashSet<>(buyers.values()));
    Map<UUID, MemberId> friends = new LinkedHashMap<>(buyers);
    friends.values().removeIf(buyer -> !waiting.contains(buyer));
    return friends;
  }

  /** The returns of purchases that made a referral qualify, or may do so just now. */
  private Map<UUID, Return> returns(ClubId id, List<Happening> all, Set<UUID> now) {
    List<Return> back = activity.returnsOf(id, subjects(all, RETURNED));
    Set<UUID> qualified =
        referrals.byPurchases(id, back.stream().map(Return::purchase).toList()).stream()
            .map(Referral::purchase)
            .collect(Collectors.toSet());
    return back.stream()
        .filter(one -> qualified.contains(one.purchase()) || now.contains(one.purchase()))
        .collect(Collectors.toMap(Return::id, Function.identity()));
  }

  private static List<UUID> subjects(List<Happening> all, String kind) {
    return all.stream()
        .filter(happening -> happening.kind().equals(kind))
        .map(Happening::subject)
        .toList();
  }

  private void released(Club club, ReferralId id) {
    Optional<Referral> referral = referrals.find(club.id(), id);
    if (referral.isEmpty()) {
      return;
    }
    MemberId friend = referral.get().friend();
    for (Purchase purchase : activity.purchasesOf(club.id(), friend, MOST_PURCHASES).reversed()) {
      if (bought(club, friend, purchase)) {
        return;
      }
    }
  }

  /**
   * Sets the advocate's campaigns off. The referral has qualified when one of them gave something,
   * or would have but for a cap or budget; else the friend's next purchase may.
   */
  private boolean bought(Club club, MemberId friend, Purchase purchase) {
    List<Long> left = new Sold(purchase, activity.returns(club.id(), purchase.id())).left();
    boolean triggers =
        campaigns
            .program(club, campaigns.programNumber(club.id()), purchase.occurredAt())
            .triggers()
            .contains(TriggerKind.REFERRAL);
    if (!triggers || left.stream().allMatch(quantity -> quantity == 0)) {
      return false;
    }
    Optional<Referral> found = referrals.judge(club, friend, purchase);
    if (found.isEmpty()) {
      return false;
    }
    Referral referral = found.get();
    Outcome<Recorded<Event>> outcome =
        earning.event(club.id(), event(club, referral, purchase, left));
    if (outcome instanceof Done<Recorded<Event>>(Recorded<Event> recorded) && gave(recorded)) {
      referrals.qualified(club.id(), referral.id(), purchase.id(), recorded.activity().id());
      return true;
    }
    return false;
  }

  private static NewEvent event(Club club, Referral referral, Purchase purchase, List<Long> left) {
    Sale sale = Explaining.facts(club, purchase, Detail.of(purchase.detail()), left).sale();
    String bought = TypeId.text(Purchase.PREFIX, purchase.id());
    NewEvent event =
        Occasions.event(
            TriggerKind.REFERRAL,
            referral.advocate(),
            purchase.occurredAt(),
            referral.id() + ":" + bought);
    return sale == null
        ? event
        : event.about(
            sale, "{\"referral\":\"" + referral.id() + "\",\"purchase\":\"" + bought + "\"}");
  }

  private static boolean gave(Recorded<Event> recorded) {
    return !recorded.detail().given().isEmpty()
        || recorded.missed().stream()
            .anyMatch(missed ->
                missed.code().equals("cap_reached") || missed.code().equals("budget_exhausted"));
  }

  private void returned(Club club, Return back) {
    for (Referral referral : referrals.byPurchases(club.id(), List.of(back.purchase()))) {
      if (takingBack.takeBack(club.id(), referral, back)) {
        referrals.returned(club.id(), referral.id());
      }
    }
  }
}
