package club.vafa.activity;

import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what shops report, and reads it back. Writing joins the caller's transaction. */
@Component
public class Activity {
  private final PurchaseStore purchases;
  private final ReturnStore returns;
  private final EventStore events;
  private final TotalStore totals;
  private final HistoryStore history;
  private final PastPages pages;

  Activity(
      PurchaseStore purchases,
      ReturnStore returns,
      EventStore events,
      TotalStore totals,
      HistoryStore history,
      PastPages pages) {
    this.purchases = purchases;
    this.returns = returns;
    this.events = events;
    this.totals = totals;
    this.history = history;
    this.pages = pages;
  }

  /** The purchases already recorded under any of these keys. */
  public Map<NaturalKey, Purchase> purchases(ClubId club, Collection<NaturalKey> keys) {
    return keys.isEmpty() ? Map.of() : purchases.byKeys(club, keys);
  }

  public Optional<Purchase> purchase(ClubId club, UUID id) {
    return purchases.byId(club, id);
  }

  /** A purchase whose returns are ours alone until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Purchase> lockPurchase(ClubId club, UUID id) {
    purchases.lock(id);
    return purchases.byId(club, id);
  }

  public Optional<Purchase> purchase(ClubId club, NaturalKey key) {
    return Optional.ofNullable(purchases.byKeys(club, List.of(key)).get(key));
  }

  /** The purchases that any sender calls so, the latest first. */
  public List<Purchase> called(ClubId club, String externalId) {
    return purchases.byExternalId(club, externalId);
  }

  /** Who bought, of these purchases; anonymous ones are missing. */
  public Map<UUID, MemberId> buyers(ClubId club, Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : purchases.buyers(club, ids);
  }

  /** Where and when something was sold; an empty branch when none was said. */
  public record Sold(String branch, Instant at) {}

  /** Where and when these purchases were. */
  public Map<UUID, Sold> sold(ClubId club, Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : purchases.sold(club, ids);
  }

  /** The returns of these ids. */
  public List<Return> returnsOf(ClubId club, Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : returns.byIds(club, ids);
  }

  /** A member's purchases, latest first. */
  public List<Purchase> purchasesOf(ClubId club, MemberId member, int limit) {
    return purchases.ofMember(club, member, limit);
  }

  /** The latest purchases of the club, newest first. */
  public List<Purchase> latest(ClubId club, int limit) {
    return purchases.latest(club, limit);
  }

  /** What was sold from one instant until before another. */
  public Page<Purchase> list(ClubId club, SalesQuery query, Paging paging) {
    return paging.page((before, most) -> purchases.list(club, query, before, most), Purchase::id);
  }

  /** How many there are, as far as the count may go. */
  public long counted(ClubId club, SalesQuery query, int most) {
    return purchases.count(club, query, most);
  }

  public Takings takings(ClubId club, Instant from, Instant until) {
    return purchases.takings(club, from, until);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void recordPurchases(ClubId club, List<Purchase> recorded) {
    purchases.insert(club, recorded);
  }

  /** All returns of a purchase, oldest first. */
  public List<Return> returns(ClubId club, UUID purchase) {
    return returns.of(club, purchase);
  }

  /** All returns of these purchases, oldest first. */
  public List<Return> returns(ClubId club, Collection<UUID> purchases) {
    return purchases.isEmpty() ? List.of() : returns.of(club, purchases);
  }

  /** All events of a member, oldest first. */
  public List<Event> eventsOf(ClubId club, MemberId member) {
    return events.ofMember(club, member);
  }

  /** A member's events, the latest first. */
  public List<Event> latestEvents(ClubId club, MemberId member, int limit) {
    return events.latest(club, member, limit);
  }

  public Optional<Return> returned(ClubId club, NaturalKey key) {
    return returns.byKey(club, key);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void recordReturn(ClubId club, Return recorded) {
    returns.insert(club, recorded);
  }

  /** The events already recorded under any of these keys. */
  public Map<NaturalKey, Event> events(ClubId club, Collection<NaturalKey> keys) {
    return keys.isEmpty() ? Map.of() : events.byKeys(club, keys);
  }

  public Optional<Event> event(ClubId club, UUID id) {
    return events.byId(club, id);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void recordEvents(ClubId club, List<Event> recorded) {
    events.insert(club, recorded);
  }

  public List<EventType> eventTypes(ClubId club) {
    return events.types(club);
  }

  @Transactional
  public EventType putEventType(ClubId club, EventType type) {
    events.put(club, type);
    return type;
  }

  /** How much past there is. */
  public PastQuery.Extent extent(ClubId club, PastQuery query) {
    return pages.extent(club, query);
  }

  /** All returns by the purchase whose goods they are, as they were recorded. */
  public Map<UUID, List<PastReturn>> pastReturns(ClubId club, PastQuery query) {
    return history.returns(club, query);
  }

  /** Goes through purchases of members; whoever takes them sets the pace. */
  @Transactional(readOnly = true)
  public void past(ClubId club, PastQuery query, Consumer<PastRow> each) {
    history.purchases(club, query, each);
  }

  /**
   * Packs the next purchases for whoever goes through all of them by member.
   *
   * @param before when they were recorded at the latest
   * @param least fewer are not worth it
   * @return whether any were packed: there may be more
   */
  @Transactional(isolation = Isolation.REPEATABLE_READ)
  public boolean pack(ClubId club, Instant before, int least) {
    return pages.pack(club, before, least);
  }

  /** Forgets what was packed when it is not the whole past any more. */
  @Transactional
  public void checkPacked(ClubId club) {
    pages.check(club);
  }

  /**
   * Goes through what was packed and what was recorded since, many members at a time.
   *
   * @return false when it must be gone through row by row
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public boolean packedPast(ClubId club, PastQuery query, Consumer<PastBucket> each) {
    return pages.read(club, query, each);
  }

  /** Packs purchases that are recorded nowhere, by buckets of members. */
  public Map<Integer, byte[]> packed(List<PastPurchase> purchases) {
    return PastPages.packed(purchases);
  }

  /**
   * Unpacks a bucket that was packed so.
   *
   * @param before the first instant that is left out; null when none is
   */
  public PastBucket unpacked(byte[] page, @Nullable Instant before) {
    return new PastBucket(List.of(page), before);
  }

  public Map<MemberId, Total> totals(ClubId club, Set<MemberId> members) {
    return members.isEmpty() ? Map.of() : totals.of(club, members);
  }

  /**
   * The same, for whoever holds the members: of those who were here lately as they were left then,
   * which {@link #writeTotals} makes sure of.
   */
  public Map<MemberId, Total> rememberedTotals(ClubId club, Set<MemberId> members) {
    return members.isEmpty() ? Map.of() : totals.remembered(club, members);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void writeTotals(ClubId club, Map<MemberId, Total> changed) {
    if (!changed.isEmpty()) {
      totals.write(club, changed);
    }
  }
}
