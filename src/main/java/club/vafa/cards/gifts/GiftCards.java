package club.vafa.cards.gifts;

import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gift cards of a club: made, paid in, spent, moved, blocked, ended. Whoever sells or is paid
 * with them lays a desk, changes it in memory and writes it in the same transaction.
 */
@Component
public class GiftCards {
  private final GiftStore store;
  private final GiftMaking making;
  private final GiftGuesses guesses;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  GiftCards(
      GiftStore store, GiftMaking making, GiftGuesses guesses, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.making = making;
    this.guesses = guesses;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** How many of a list there are, as far as the count may go. */
  public long counted(ClubId club, GiftFilter filter, int most) {
    return store.count(club, filter, most);
  }

  /** Who does something by hand, and why. */
  public record By(String actor, @Nullable String reason) {}

  /** Which cards a desk is laid with: those of these codes, and those of these ids. */
  public record Wanted(Collection<String> codes, Collection<UUID> cards) {}

  /** Lays out cards for change: they stay locked until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public GiftDesk open(Club club, Wanted wanted) {
    return making.desk(club, wanted, true);
  }

  /** Lays out cards to try something; what comes of it is thrown away. */
  public GiftDesk look(Club club, Wanted wanted) {
    return making.desk(club, wanted, false);
  }

  /** Writes what was changed on a desk. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void write(GiftDesk desk) {
    if (!desk.untouched()) {
      store.update(desk.club(), desk.changed());
      store.insertEntries(desk.club(), clock.instant(), desk.entries());
    }
  }

  /** Makes cards, active at once when that is wanted. */
  @Transactional
  public Outcome<List<NewGiftCard.Made>> make(Club club, NewGiftCard wanted, By by) {
    return making
        .make(club, wanted, by, clock.instant())
        .map(made -> {
          tell(club.id(), "gift_card.issued", made.getFirst().card().id());
          return made;
        });
  }

  /** The card of a code, if it can be spent now; guesses are counted for each caller. */
  @Transactional(readOnly = true)
  public Outcome<GiftCard> lookUp(Club club, String code, UUID caller) {
    Instant now = clock.instant();
    Optional<Refusal> pause = pause(caller);
    if (pause.isPresent()) {
      return Outcome.refused(pause.get());
    }
    Optional<GiftCard> found = look(club, new Wanted(List.of(code), List.of())).usable(code, now);
    if (found.isEmpty()) {
      missed(caller, List.of(code));
    }
    return found
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.at("/code", GiftCardCode.GIFT_CARD_NOT_USABLE)));
  }

  /** Why a caller may not name codes now: too many of theirs led nowhere. */
  public Optional<Refusal> pause(UUID caller) {
    Duration pause = guesses.pause(caller, clock.instant());
    return pause.isPositive()
        ? Optional.of(
            Refusal.at(
                "", GiftCardCode.GIFT_CARD_GUESSES, Map.of("seconds", pause.toSeconds() + 1)))
        : Optional.empty();
  }

  /** Counts codes that led nowhere; a slip of a finger, which the check sign finds, is no guess. */
  public void missed(UUID caller, Collection<String> codes) {
    for (String code : codes) {
      if (CodePattern.wellTyped(CodePattern.plain(code))) {
        guesses.missed(caller, clock.instant());
      }
    }
  }

  public Optional<GiftCard> find(ClubId club, GiftCardId id) {
    return store.byId(club, id);
  }

  public Page<GiftCard> list(ClubId club, GiftFilter filter, Paging paging) {
    return Page.of(
        store.list(club, filter, paging.after(), paging.limit() + 1),
        paging.limit(),
        card -> Cursor.of(card.id().value()));
  }

  /** The journal of a card, newest first, from before this place. */
  public List<GiftEntry> entries(ClubId club, GiftCardId card, int before, int limit) {
    return store.entries(club, card, before, limit);
  }

  /** What all cards together hold, at a glance. */
  public GiftsOwed owed(ClubId club) {
    return store.owed(club);
  }

  public GiftLiability liability(ClubId club) {
    return store.liability(club);
  }

  /** Pays money in, which activates a card that never was active. */
  @Transactional
  public Outcome<GiftCard> fund(Club club, GiftCardId id, @Nullable Long amount, By by) {
    Instant now = clock.instant();
    return with(
        club,
        Set.of(id.value()),
        (desk, card) -> {
          if (!card.sellable(now)) {
            return refusedIn(card);
          }
          boolean faced = card.state() == GiftCard.State.ISSUED && card.face() > 0;
          if (faced ? amount != null && amount != card.face() : amount == null || amount <= 0) {
            return Outcome.refused(Refusal.at("/amount", GiftCardCode.GIFT_CARD_FACE));
          }
          long paid = amount == null ? card.face() : amount;
          if (card.balance() > NewGiftCard.MOST - paid) {
            return Outcome.refused(Refusal.at("/amount", GiftCardCode.GIFT_CARD_TOO_MUCH));
          }
          desk.fund(id.value(), paid, cause(by), now);
          tell(club.id(), "gift_card.funded", id);
          return Outcome.done(desk.card(id.value()));
        });
  }

  /** Moves money to another card of the club that can be spent. */
  @Transactional
  public Outcome<GiftCard> transfer(Club club, GiftCardId from, Transfer wanted, By by) {
    Instant now = clock.instant();
    if (from.equals(wanted.to())) {
      return Outcome.refused(Refusal.at("/to", GiftCardCode.GIFT_CARD_SAME));
    }
    return with(
        club,
        Set.of(from.value(), wanted.to().value()),
        (desk, card) -> {
          Optional<GiftCard> to = desk.find(wanted.to());
          if (to.isEmpty()) {
            return Outcome.refused(Refusal.at("/to", GiftCardCode.GIFT_CARD_NOT_FOUND));
          }
          GiftCard first = desk.find(from).orElseThrow();
          if (!first.usable(now) || !to.get().usable(now)) {
            return refusedIn(first.usable(now) ? to.get() : first);
          }
          tell(club.id(), "gift_card.transferred", from);
          return desk.transfer(first, to.get(), wanted.amount(), new GiftDesk.Why(cause(by), now));
        },
        from);
  }

  /** Money to move to another card. */
  public record Transfer(GiftCardId to, long amount) {}

  /** Blocks a card or lets it count again. */
  @Transactional
  public Outcome<GiftCard> block(Club club, GiftCardId id, boolean blocked) {
    GiftCard.State from = blocked ? GiftCard.State.ACTIVE : GiftCard.State.BLOCKED;
    GiftCard.State to = blocked ? GiftCard.State.BLOCKED : GiftCard.State.ACTIVE;
    return with(
        club,
        Set.of(id.value()),
        (desk, card) -> {
          if (card.state() != from) {
            return card.state() == to ? Outcome.done(card) : refusedIn(card);
          }
          tell(club.id(), blocked ? "gift_card.blocked" : "gift_card.unblocked", id);
          return Outcome.done(desk.put(card.in(to)));
        });
  }

  /** Makes a card with a new code that takes this one's place and all that is on it. */
  @Transactional
  public Outcome<NewGiftCard.Made> replace(Club club, GiftCardId id, By by) {
    Instant now = clock.instant();
    return with(
        club,
        Set.of(id.value()),
        (desk, card) -> {
          if (card.state() != GiftCard.State.ACTIVE && card.state() != GiftCard.State.BLOCKED) {
            return refusedIn(card);
          }
          tell(club.id(), "gift_card.replaced", id);
          return Outcome.done(making.replace(club, desk, card, new GiftDesk.Why(cause(by), now)));
        });
  }

  /** Ends at most so many cards that have come to their end; answers how many. */
  @Transactional
  public int endDue(Club club, Instant now, int most) {
    List<UUID> due = store.due(club.id(), now, most);
    if (due.isEmpty()) {
      return 0;
    }
    GiftDesk desk = open(club, new Wanted(List.of(), due));
    for (UUID id : due) {
      GiftCard card = desk.find(new GiftCardId(id)).orElseThrow();
      Instant end = card.expiresAt();
      if (end != null && !end.isAfter(now) && card.balance() > 0) {
        desk.end(card, GiftEntry.Cause.of(GiftEntry.Document.SCHEDULE, id), end);
        tell(club.id(), "gift_card.expired", card.id());
      }
    }
    write(desk);
    return due.size();
  }

  private interface Work<T> {
    Outcome<T> on(GiftDesk desk, GiftCard card);
  }

  private <T> Outcome<T> with(Club club, Set<UUID> cards, Work<T> work) {
    return with(club, cards, work, new GiftCardId(cards.iterator().next()));
  }

  private <T> Outcome<T> with(Club club, Set<UUID> cards, Work<T> work, GiftCardId subject) {
    GiftDesk desk = open(club, new Wanted(List.of(), new HashSet<>(cards)));
    Optional<GiftCard> card = desk.find(subject);
    if (card.isEmpty()) {
      return Outcome.refused(Refusal.of(GiftCardCode.GIFT_CARD_NOT_FOUND));
    }
    Outcome<T> outcome = work.on(desk, card.get());
    if (outcome instanceof Outcome.Done<T>) {
      write(desk);
    }
    return outcome;
  }

  private GiftEntry.Cause cause(By by) {
    return new GiftEntry.Cause(GiftEntry.Document.STAFF, ids.next(), by.actor(), by.reason());
  }

  private static <T> Outcome<T> refusedIn(GiftCard card) {
    return Outcome.refused(
        Refusal.at(
            "",
            GiftCardCode.GIFT_CARD_STATE,
            Map.of("state", card.state().name().toLowerCase(Locale.ROOT))));
  }

  private void tell(ClubId club, String kind, GiftCardId id) {
    feed.append(club, kind, id.value(), null, clock.instant());
  }
}
