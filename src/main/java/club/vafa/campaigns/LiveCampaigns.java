package club.vafa.campaigns;

import club.vafa.activity.EventType;
import club.vafa.campaigns.Campaign.State;
import club.vafa.campaigns.CampaignStore.Stand;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Vocabulary.Names;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The campaigns and coupons in force, all together, for those who change a whole program in one
 * transaction. What is put here has been checked before, against the words the program brings
 * along.
 */
@Component
public class LiveCampaigns {
  private final CampaignStore store;
  private final Programs programs;
  private final Words naming;
  private final Course course;
  private final CouponStore couponStore;
  private final CodeStore codes;
  private final Coupons coupons;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  LiveCampaigns(
      CampaignStore store,
      Programs programs,
      Words naming,
      Course course,
      CouponStore couponStore,
      CodeStore codes,
      Coupons coupons,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.programs = programs;
    this.naming = naming;
    this.course = course;
    this.couponStore = couponStore;
    this.codes = codes;
    this.coupons = coupons;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** The campaigns that run or are paused, by code. */
  public List<Campaign> of(ClubId club) {
    return store.running(club);
  }

  /** What campaigns may name in a club with these units and types of events. */
  public Vocabulary words(Club club, List<EventType> types, Names names) {
    return naming.of(club, types, names);
  }

  /** What of other rooms the club's campaigns may name as things are. */
  public Names names(Club club) {
    return programs.names(club);
  }

  /** Lets nobody else change a campaign of the club until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(ClubId club) {
    store.lock(club);
  }

  /** Puts a campaign into force: a new one, a new version, or one that had ended. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(ClubId club, Wanted wanted) {
    Instant now = clock.instant();
    String code = wanted.code();
    Campaign before =
        store
            .byCode(club, code)
            .orElseGet(() -> {
              store.insert(club, new CampaignId(ids.next()), code, wanted.definition(), now);
              return store.byCode(club, code).orElseThrow();
            });
    int version = before.version() + 1;
    store.insertVersion(club, before.id(), version, wanted.definition(), wanted.actor(), now);
    boolean runs = !wanted.paused();
    store.change(club, before.id(), version, runs, wanted.from(), wanted.actor(), now);
    store.saveProgram(club, new Stand(before.id(), runs ? State.LIVE : State.PAUSED, version), now);
    feed.append(club, "campaign.published", before.id().value(), null, now);
  }

  /** Pauses a campaign, or lets it run again, as it is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void turn(ClubId club, Wanted wanted) {
    boolean runs = !wanted.paused();
    set(club, wanted, runs ? State.LIVE : State.PAUSED, runs ? "resumed" : "paused");
  }

  /** Lays down something else for all campaigns. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void layDown(ClubId club, Safety safety, String actor) {
    course.layDown(club, safety, actor);
  }

  /** What is laid down, as it stands in the running transaction. */
  public Safety safety(ClubId club) {
    return programs.safety(club, store.programNumber(club));
  }

  /** Ends a campaign that runs or is paused. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(ClubId club, Wanted wanted) {
    set(club, wanted, State.ENDED, "ended");
  }

  private void set(ClubId club, Wanted wanted, State state, String what) {
    Campaign campaign = store.byCode(club, wanted.code()).orElseThrow();
    Instant now = clock.instant();
    boolean runs = state == State.LIVE;
    store.change(club, campaign.id(), campaign.version(), runs, wanted.from(), wanted.actor(), now);
    store.saveProgram(club, new Stand(campaign.id(), state, campaign.version()), now);
    feed.append(club, "campaign." + what, campaign.id().value(), null, now);
  }

  /** The coupons that were not cancelled, by code. */
  public List<Coupon> coupons(ClubId club) {
    return couponStore.live(club);
  }

  /** What keeps a club from having this coupon. */
  public List<Refusal> against(ClubId club, NewCoupon wanted) {
    String code = Coupons.plain(wanted.code());
    Optional<Coupon> before = couponStore.byCode(club, code);
    if (before.isPresent()) {
      return before.get().kind() == wanted.kind()
          ? List.of()
          : List.of(Refusal.at("/kind", CampaignsCode.COUPON_KIND_FIXED));
    }
    return codes.find(club, List.of(code)).containsKey(code)
        ? List.of(Refusal.at("/code", CampaignsCode.COUPON_CODE_TAKEN, Map.of("value", code)))
        : List.of();
  }

  /**
   * Lets a coupon count: a new one, a changed one, or one that was cancelled. Its codes stay as
   * they are.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Coupon> put(ClubId club, NewCoupon wanted) {
    List<Refusal> against = against(club, wanted);
    if (!against.isEmpty()) {
      return Outcome.refused(against);
    }
    Optional<Coupon> before = couponStore.byCode(club, Coupons.plain(wanted.code()));
    if (before.isEmpty()) {
      return coupons.define(club, wanted);
    }
    Coupon coupon = wanted.as(before.get().id(), before.get().createdAt());
    couponStore.change(club, coupon);
    return Outcome.done(coupon);
  }

  /** Ends a coupon with all its codes. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<Coupon> cancel(ClubId club, String code) {
    Optional<Coupon> found = couponStore.byCode(club, Coupons.plain(code));
    return found.isEmpty()
        ? Outcome.refused(Refusal.of(CampaignsCode.COUPON_NOT_FOUND))
        : coupons.cancel(club, found.get().id());
  }
}
