package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.WalletView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The kinds of stamp cards of a club, and how full a member's are. */
@Component
public class StampCards {
  private final StampCardStore store;
  private final RewardStore rewards;
  private final Shelf shelf;
  private final Statements statements;
  private final Ids ids;
  private final Clock clock;

  StampCards(
      StampCardStore store,
      RewardStore rewards,
      Shelf shelf,
      Statements statements,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.rewards = rewards;
    this.shelf = shelf;
    this.statements = statements;
    this.ids = ids;
    this.clock = clock;
  }

  /** A card as its owner describes it; see {@link StampCard}. */
  public record Wish(
      String code,
      String unit,
      long holes,
      Map<Language, String> names,
      String reward,
      boolean carries,
      @Nullable Integer days,
      String actor) {}

  /** A member's card: stamps on it in minor units, and when the first of them end. */
  public record Filled(
      StampCard card, Unit unit, long stamps, long holes, @Nullable Instant ends) {}

  /** Lays out a new kind of card; from now on stamps of its unit fill it. */
  @Transactional
  public Outcome<StampCard> make(Club club, Wish wish) {
    store.lock(club.id());
    if (store.byCode(club.id(), wish.code()).isPresent()) {
      return Outcome.refused(
          Refusal.at("/code", RewardsCode.STAMP_CARD_CODE_TAKEN, Map.of("value", wish.code())));
    }
    return fits(club, wish, null)
        .map(_ -> {
          Instant now = clock.instant();
          StampCard card =
              new StampCard(
                  new StampCardId(ids.next()),
                  wish.code(),
                  club.unit(wish.unit()).orElseThrow().number(),
                  wish.holes(),
                  wish.names(),
                  wish.reward(),
                  wish.carries(),
                  wish.days(),
                  StampCard.State.LIVE,
                  now,
                  now,
                  wish.actor());
          store.insert(club.id(), card);
          shelf.forget(club.id());
          return card;
        });
  }

  private Outcome<Wish> fits(Club club, Wish wish, @Nullable StampCard before) {
    List<Refusal> against = beside(club).against(club, wish, before);
    return against.isEmpty() ? Outcome.done(wish) : Outcome.refused(against);
  }

  private Beside beside(Club club) {
    Map<String, RewardTerms> live = new HashMap<>();
    rewards
        .live(club.id())
        .forEach(reward -> live.put(reward.code(), Objects.requireNonNull(reward.published())));
    Map<String, String> cards = new HashMap<>();
    store.live(club.id()).forEach(card -> cards.put(club.unit(card.unit()).code(), card.code()));
    return new Beside(live, rewards.codes(club.id()), cards);
  }

  /** Changes what may change about a card: all but its code, unit and holes. */
  @Transactional
  public Outcome<StampCard> change(Club club, StampCardId id, Wish wish) {
    store.lock(club.id());
    return open(club.id(), id)
        .then(before ->
            before.code().equals(wish.code())
                ? fits(club, wish, before).map(_ -> before)
                : Outcome.refused(Refusal.at("/code", RewardsCode.STAMP_CARD_FIXED)))
        .map(before -> save(club.id(), before, wish, StampCard.State.LIVE));
  }

  /**
   * Puts a card into force as a whole program wants it: a new one, a changed one, or one that had
   * ended.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<StampCard> put(Club club, Wish wish) {
    store.lock(club.id());
    Optional<StampCard> before = store.byCode(club.id(), wish.code());
    return before.isEmpty()
        ? make(club, wish)
        : fits(club, wish, before.get())
            .map(_ -> save(club.id(), before.get(), wish, StampCard.State.LIVE));
  }

  /** What would keep a program from having this card, beside what else is in it. */
  public List<Refusal> against(Club club, Wish wish, Beside beside) {
    return beside.against(club, wish, store.byCode(club.id(), wish.code()).orElse(null));
  }

  /** The cards in force. */
  public List<StampCard> live(ClubId club) {
    return store.live(club);
  }

  /** Ends a kind of card; the stamps stay with their members. */
  @Transactional
  public Outcome<StampCard> end(Club club, StampCardId id, String actor) {
    store.lock(club.id());
    return open(club.id(), id)
        .map(before ->
            save(
                club.id(),
                before,
                new Wish(
                    before.code(),
                    "",
                    before.holes(),
                    before.names(),
                    before.reward(),
                    before.carries(),
                    before.days(),
                    actor),
                StampCard.State.ENDED));
  }

  private Outcome<StampCard> open(ClubId club, StampCardId id) {
    Optional<StampCard> found = store.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(RewardsCode.STAMP_CARD_NOT_FOUND));
    }
    return found.get().state() == StampCard.State.ENDED
        ? Outcome.refused(Refusal.of(RewardsCode.STAMP_CARD_ENDED))
        : Outcome.done(found.get());
  }

  private StampCard save(ClubId club, StampCard before, Wish wish, StampCard.State state) {
    StampCard after =
        new StampCard(
            before.id(),
            before.code(),
            before.unit(),
            before.holes(),
            wish.names(),
            wish.reward(),
            wish.carries(),
            wish.days(),
            state,
            before.createdAt(),
            clock.instant(),
            wish.actor());
    store.update(club, after);
    shelf.forget(club);
    return after;
  }

  public Optional<StampCard> find(ClubId club, StampCardId id) {
    return store.find(club, id);
  }

  /** Cards by code, those after the given code. */
  public List<StampCard> list(ClubId club, String afterCode, int limit) {
    return store.list(club, afterCode, limit);
  }

  /** How full a member's cards are, by code. */
  public List<Filled> of(Club club, MemberId member) {
    List<WalletView> wallets = statements.wallets(club.id(), member);
    return store.live(club.id()).stream().map(card -> filled(club, card, wallets)).toList();
  }

  private static Filled filled(Club club, StampCard card, List<WalletView> wallets) {
    Unit unit = club.unit(card.unit());
    long holes = Stamping.holes(card, unit);
    return wallets.stream()
        .filter(wallet -> wallet.unit() == card.unit())
        .findFirst()
        .map(wallet ->
            new Filled(
                card,
                unit,
                wallet.balance().active(),
                holes,
                wallet.next() == null ? null : wallet.next().at()))
        .orElseGet(() -> new Filled(card, unit, 0, holes, null));
  }
}
