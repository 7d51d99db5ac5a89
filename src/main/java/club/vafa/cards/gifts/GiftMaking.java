package club.vafa.cards.gifts;

import club.vafa.clubs.Club;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes gift cards and their codes, and lays them out by their codes. */
@Component
class GiftMaking {
  private static final int MOST_MONTHS = 1200;

  private final GiftStore store;
  private final Ids ids;
  private final SecureRandom random = new SecureRandom();

  GiftMaking(GiftStore store, Ids ids) {
    this.store = store;
    this.ids = ids;
  }

  /** A desk with the wanted cards and whatever took their places. */
  GiftDesk desk(Club club, GiftCards.Wanted wanted, boolean binding) {
    if (wanted.codes().isEmpty() && wanted.cards().isEmpty()) {
      return new GiftDesk(club, List.of());
    }
    Set<String> hashes = new TreeSet<>();
    wanted
        .codes()
        .forEach(code -> hashes.add(GiftPattern.hash(club.id(), CodePattern.plain(code))));
    Map<GiftCardId, GiftStore.Found> found = new HashMap<>();
    Set<UUID> missing = new TreeSet<>(wanted.cards());
    do {
      store
          .find(club.id(), hashes, missing, binding)
          .forEach(one -> found.put(one.card().id(), one));
      hashes.clear();
      missing = new TreeSet<>(new GiftDesk(club, found.values()).missing());
    } while (!missing.isEmpty());
    return new GiftDesk(club, found.values());
  }

  Outcome<List<NewGiftCard.Made>> make(
      Club club, NewGiftCard wanted, GiftCards.By by, Instant now) {
    List<Refusal> faults = faults(wanted);
    if (!faults.isEmpty()) {
      return Outcome.refused(faults);
    }
    String externalId = wanted.externalId();
    if (externalId != null && store.byExternalId(club.id(), externalId).isPresent()) {
      return Outcome.refused(
          Refusal.at("/externalId", GiftCardCode.GIFT_CARD_EXISTS, Map.of("value", externalId)));
    }
    CodePattern pattern =
        wanted.pattern() == null ? GiftPattern.USUAL : CodePattern.closed(wanted.pattern());
    UUID batch = wanted.count() > 1 ? ids.next() : null;
    List<NewGiftCard.Made> made = new ArrayList<>(wanted.count());
    List<GiftStore.Fresh> fresh = new ArrayList<>(wanted.count());
    for (int number = 0; number < wanted.count(); number++) {
      String code = pattern.draw(random);
      String plain = CodePattern.plain(code);
      GiftCard card = issued(wanted, batch, GiftPattern.lastFour(plain), now);
      made.add(new NewGiftCard.Made(card, code));
      fresh.add(new GiftStore.Fresh(card, GiftPattern.hash(club.id(), plain)));
    }
    store.insert(club.id(), fresh);
    return Outcome.done(
        wanted.active() ? activated(club, made, new GiftDesk.Why(why(by), now)) : made);
  }

  private GiftEntry.Cause why(GiftCards.By by) {
    return new GiftEntry.Cause(GiftEntry.Document.STAFF, ids.next(), by.actor(), by.reason());
  }

  private List<NewGiftCard.Made> activated(
      Club club, List<NewGiftCard.Made> made, GiftDesk.Why why) {
    GiftDesk desk = new GiftDesk(club, List.of());
    List<NewGiftCard.Made> active = new ArrayList<>(made.size());
    for (NewGiftCard.Made one : made) {
      desk.add(one.card());
      UUID id = one.card().id().value();
      desk.fund(id, one.card().face(), why.cause(), why.at());
      active.add(new NewGiftCard.Made(desk.card(id), one.code()));
    }
    store.update(club.id(), desk.changed());
    store.insertEntries(club.id(), why.at(), desk.entries());
    return active;
  }

  private GiftCard issued(NewGiftCard wanted, @Nullable UUID batch, String lastFour, Instant now) {
    return new GiftCard(
        new GiftCardId(ids.next()),
        lastFour,
        GiftCard.State.ISSUED,
        wanted.face(),
        0,
        0,
        0,
        wanted.validMonths(),
        batch,
        wanted.externalId(),
        now,
        null,
        null,
        null);
  }

  private static List<Refusal> faults(NewGiftCard wanted) {
    Input input = new Input();
    if (wanted.count() < 1 || wanted.count() > NewGiftCard.MOST_CARDS) {
      input.refuse("/count", GiftCardCode.GIFT_CARD_COUNT, Map.of("limit", NewGiftCard.MOST_CARDS));
    }
    if (wanted.face() > NewGiftCard.MOST) {
      input.refuse("/amount", GiftCardCode.GIFT_CARD_TOO_MUCH);
    } else if (wanted.face() < 0 || (wanted.active() && wanted.face() == 0)) {
      input.refuse("/amount", GiftCardCode.GIFT_CARD_FACE);
    }
    if (wanted.pattern() != null && !GiftPattern.fits(wanted.pattern())) {
      input.refuse(
          "/pattern",
          GiftCardCode.GIFT_CARD_PATTERN,
          Map.of("fewest", GiftPattern.FEWEST_SIGNS, "limit", GiftPattern.LONGEST));
    }
    Integer months = wanted.validMonths();
    if (months != null && (months < 1 || months > MOST_MONTHS)) {
      input.refuse("/validMonths", GiftCardCode.GIFT_CARD_MONTHS, Map.of("limit", MOST_MONTHS));
    }
    return input.refusals();
  }

  /** A card of the same end with a new code; all that is on the old one goes there. */
  NewGiftCard.Made replace(Club club, GiftDesk desk, GiftCard old, GiftDesk.Why why) {
    String code = GiftPattern.USUAL.draw(random);
    String plain = CodePattern.plain(code);
    GiftCard fresh =
        new GiftCard(
            new GiftCardId(ids.next()),
            GiftPattern.lastFour(plain),
            GiftCard.State.ACTIVE,
            0,
            0,
            0,
            0,
            null,
            old.batch(),
            null,
            why.at(),
            old.activatedAt(),
            old.expiresAt(),
            null);
    store.insert(
        club.id(), List.of(new GiftStore.Fresh(fresh, GiftPattern.hash(club.id(), plain))));
    desk.add(fresh);
    desk.takeOver(old, fresh, why);
    return new NewGiftCard.Made(desk.find(fresh.id()).orElseThrow(), code);
  }
}
