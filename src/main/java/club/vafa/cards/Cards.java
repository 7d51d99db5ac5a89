package club.vafa.cards;

import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cards of a club: given to members, found by number, blocked, lost, replaced. */
@Component
public class Cards {
  private static final int LONGEST_NUMBER = 64;
  private static final int LONGEST_TYPE = 60;

  private final CardStore store;
  private final Passes passes;
  private final Members members;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Cards(CardStore store, Passes passes, Members members, Feed feed, Ids ids, Clock clock) {
    this.store = store;
    this.passes = passes;
    this.members = members;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a member's phone shows in the place of a card: text for a code that is read at the till
   * within the next minute or two, and leads nowhere after.
   */
  @Transactional
  public Pass pass(ClubId club, MemberId member) {
    return passes.make(club, member, clock.instant());
  }

  /** Such a text, and how long it is the newest one. */
  public record Pass(String text, Duration fresh) {}

  /** The cards of these numbers as they were spelled; unknown ones are missing. */
  public Map<String, Card> resolve(ClubId club, Collection<String> numbers) {
    Map<String, Card> found = HashMap.newHashMap(numbers.size());
    Set<String> plain = new TreeSet<>();
    numbers.forEach(number -> {
      plain.add(plain(number));
      passes.card(club, plain(number)).ifPresent(card -> found.put(number, card));
    });
    plain.removeIf(number -> !isNumber(number));
    if (plain.isEmpty()) {
      return found;
    }
    Map<String, Card> byNumber = HashMap.newHashMap(plain.size());
    store.byNumbers(club, plain).forEach(card -> byNumber.put(card.number(), card));
    for (String number : numbers) {
      Card card = byNumber.get(plain(number));
      if (card != null) {
        found.put(number, card);
      }
    }
    return found;
  }

  public Optional<Card> find(ClubId club, CardId id) {
    return store.find(club, id);
  }

  public List<Card> of(ClubId club, MemberId member) {
    return store.ofMember(club, member);
  }

  /** Gives a card to a member; with {@code replaces}, the old number leads nowhere from now on. */
  @Transactional
  public Outcome<Card> give(ClubId club, NewCard wanted) {
    Input input = new Input();
    String number = plain(wanted.number());
    if (!isNumber(number)) {
      input.refuse("/number", CardCode.CARD_NUMBER_INVALID);
    }
    String type = input.optionalText("/type", wanted.type(), LONGEST_TYPE);
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    List<Refusal> against = against(club, wanted);
    if (!against.isEmpty()) {
      return Outcome.refused(against);
    }
    Instant now = clock.instant();
    Card card =
        new Card(
            new CardId(ids.next()),
            number,
            wanted.member(),
            type == null ? "" : type,
            CardState.ACTIVE,
            now,
            null);
    if (!store.insert(club, card)) {
      return Outcome.refused(Refusal.at("/number", CardCode.CARD_EXISTS, Map.of("number", number)));
    }
    if (wanted.replaces() != null) {
      store.replace(club, wanted.replaces(), card.id());
    }
    feed.append(club, "card.issued", card.id().value(), null, now);
    return Outcome.done(card);
  }

  private List<Refusal> against(ClubId club, NewCard wanted) {
    MemberRow member = members.look(club, Set.of(wanted.member())).get(wanted.member());
    if (member == null) {
      return List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    Optional<Refusal> unfit = member.refusal();
    if (unfit.isPresent() || wanted.replaces() == null) {
      return unfit.map(List::of).orElse(List.of());
    }
    Optional<Card> old =
        store.lock(club, wanted.replaces()).filter(card -> card.member().equals(wanted.member()));
    if (old.isEmpty()) {
      return List.of(Refusal.at("/replaces", CardCode.CARD_NOT_FOUND));
    }
    return old.get().state() == CardState.REPLACED
        ? List.of(Refusal.at("/replaces", CardCode.CARD_REPLACED, number(old.get())))
        : List.of();
  }

  /** Blocks a card, reports it lost, or lets it count again. */
  @Transactional
  public Outcome<Card> change(ClubId club, CardId id, CardState next) {
    Optional<Card> found = store.lock(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(CardCode.CARD_NOT_FOUND));
    }
    Card card = found.get();
    if (card.state() == next) {
      return Outcome.done(card);
    }
    if (!card.state().mayBecome(next)) {
      return Outcome.refused(
          Refusal.at(
              "/state",
              CardCode.CARD_STATE_CONFLICT,
              Map.of("from", word(card.state()), "to", word(next))));
    }
    store.setState(club, id, next);
    feed.append(club, "card." + word(next), id.value(), null, clock.instant());
    return Outcome.done(
        new Card(id, card.number(), card.member(), card.type(), next, card.issuedAt(), null));
  }

  private static String word(CardState state) {
    return state.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static Map<String, Object> number(Card card) {
    return Map.of("number", card.number());
  }

  /** Numbers are read from stripes and codes, or typed with spaces and in other digits. */
  static String plain(String number) {
    return Digits.western(number).replaceAll("[\\s\\u200C\\u200E\\u200F]", "");
  }

  private static boolean isNumber(String number) {
    return !number.isEmpty()
        && number.length() <= LONGEST_NUMBER
        && number.chars().allMatch(sign -> sign > ' ' && sign < 0x7F);
  }
}
