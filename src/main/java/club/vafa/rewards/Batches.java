package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.CodePattern;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes in bulk: made in the background by a pattern, or brought along by a partner. */
@Component
public class Batches {
  public static final int MOST_IMPORTED = 100_000;
  private static final long MOST_MADE = 10_000_000;
  private static final int CHUNK = 10_000;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 64;
  private static final int MOST_FAULTS = 100;

  private final BatchStore store;
  private final VoucherStore vouchers;
  private final RewardStore rewards;
  private final Shelf shelf;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  Batches(
      BatchStore store,
      VoucherStore vouchers,
      RewardStore rewards,
      Shelf shelf,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.vouchers = vouchers;
    this.rewards = rewards;
    this.shelf = shelf;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What to make.
   *
   * @param active whether whoever brings a code may use it
   */
  public record Wish(
      RewardId reward, long count, boolean active, @Nullable Instant expiresAt, String actor) {}

  /** Begins a batch; its codes come by themselves. */
  @Transactional
  public Outcome<Batch> begin(Club club, Wish wish) {
    Input input = new Input();
    if (wish.count() <= 0) {
      input.refuse("/count", InputCode.MUST_BE_POSITIVE);
    }
    if (wish.count() > MOST_MADE) {
      input.refuse("/count", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_MADE));
    }
    if (wish.expiresAt() != null && !wish.expiresAt().isAfter(clock.instant())) {
      input.refuse("/expiresAt", RewardsCode.REWARD_TERMS_CLASH, Map.of("what", "until"));
    }
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    return giving(club.id(), wish.reward(), "/reward").then(reward -> begin(club, wish, reward));
  }

  private Outcome<Batch> begin(Club club, Wish wish, Reward reward) {
    String pattern = reward.vouchers().orElseThrow().pattern();
    if (pattern == null) {
      return Outcome.refused(Refusal.at("/reward", RewardsCode.CODES_ARE_IMPORTED));
    }
    if (!CodePattern.closed(pattern).hides(wish.count(), VoucherTerms.TRIES)) {
      return Outcome.refused(
          Refusal.at("/count", RewardsCode.CODE_SPACE_TOO_SMALL, Map.of("pattern", pattern)));
    }
    Batch batch =
        new Batch(
            new BatchId(ids.next()),
            reward.id(),
            reward.version(),
            wish.count(),
            0,
            wish.active(),
            wish.expiresAt(),
            wish.actor(),
            clock.instant());
    store.insert(club.id(), batch);
    return Outcome.done(batch);
  }

  private Outcome<Reward> giving(ClubId club, RewardId id, String pointer) {
    Optional<Reward> found = rewards.find(club, id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.at(pointer, RewardsCode.REWARD_NOT_FOUND));
    }
    if (found.get().state() != Reward.State.LIVE) {
      return Outcome.refused(Refusal.at(pointer, RewardsCode.REWARD_NOT_LIVE));
    }
    return found.get().vouchers().isEmpty()
        ? Outcome.refused(Refusal.at(pointer, RewardsCode.REWARD_GIVES_NO_VOUCHER))
        : Outcome.done(found.get());
  }

  /** Makes the next codes of the oldest open batch; false when there is none. */
  @Transactional
  public boolean goOn(Club club) {
    Optional<Batch> open = store.lockOpen(club.id());
    if (open.isEmpty()) {
      return false;
    }
    Batch batch = open.get();
    Reward reward = rewards.find(club.id(), batch.reward()).orElseThrow();
    VoucherTerms terms = shelf.terms(club.id(), batch.reward(), batch.version()).voucher();
    if (terms == null || terms.pattern() == null) {
      throw new IllegalStateException("a batch of a reward without codes: " + batch.id());
    }
    CodePattern pattern = CodePattern.closed(terms.pattern());
    int size = (int) Math.min(CHUNK, batch.wanted() - batch.made());
    // In order, so that the index of codes is walked through once.
    List<Voucher> made =
        Stream.generate(() -> pattern.draw(chance))
            .limit(size)
            .sorted()
            .map(shown -> fresh(reward, new Made(shown, terms, batch)))
            .toList();
    // A code that the club has already is left out, and made up for in the next round.
    int inserted = vouchers.insertUnlessThere(club.id(), made);
    store.progress(club.id(), batch.id(), batch.made() + inserted);
    return true;
  }

  /** A code with all that its voucher keeps. */
  private record Made(String shown, VoucherTerms terms, Batch batch) {}

  private Voucher fresh(Reward reward, Made made) {
    Batch batch = made.batch();
    Instant ends = batch.expiresAt() == null ? made.terms().until() : batch.expiresAt();
    return new Voucher(
        new VoucherId(ids.next()),
        CodePattern.plain(made.shown()),
        made.shown(),
        reward.id(),
        batch.version(),
        batch.active() ? Voucher.State.ACTIVE : Voucher.State.ISSUED,
        null,
        null,
        batch.id(),
        null,
        null,
        made.terms().whole(),
        batch.active() ? batch.madeAt() : Instant.EPOCH,
        ends,
        null,
        null);
  }

  public Optional<Batch> find(ClubId club, BatchId id) {
    return store.find(club, id);
  }

  public List<Batch> list(ClubId club, @Nullable UUID before, int limit) {
    return store.list(club, before, limit);
  }

  /** The codes of a batch, in the order in which they were made. */
  public List<Voucher> codes(ClubId club, BatchId batch, @Nullable UUID after, int limit) {
    return store.find(club, batch).isEmpty()
        ? List.of()
        : vouchers.ofBatch(club, batch, after, limit);
  }

  /**
   * What came of bringing codes along.
   *
   * @param known were there already
   * @param refused what is no code, by the pointer to it; the first hundred
   */
  public record Imported(long added, long known, long free, List<Refusal> refused) {}

  /** Adds codes of somebody else to the ones that are handed out for a reward. */
  @Transactional
  public Outcome<Imported> add(Club club, RewardId id, List<@Nullable String> codes) {
    if (codes.isEmpty()) {
      return Outcome.refused(Refusal.at("/codes", InputCode.REQUIRED));
    }
    if (codes.size() > MOST_IMPORTED) {
      return Outcome.refused(
          Refusal.at("/codes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_IMPORTED)));
    }
    return giving(club.id(), id, "")
        .then(reward -> {
          VoucherTerms terms = reward.vouchers().orElseThrow();
          return terms.pattern() == null
              ? Outcome.done(add(club, reward, terms, codes))
              : Outcome.refused(Refusal.of(RewardsCode.CODES_ARE_MADE));
        });
  }

  private Imported add(Club club, Reward reward, VoucherTerms terms, List<@Nullable String> codes) {
    Map<String, String> plain = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    long twice = 0;
    for (int at = 0; at < codes.size(); at++) {
      Input input = new Input();
      String shown = input.text("/codes/" + at, codes.get(at), LONGEST);
      String compared = CodePattern.plain(shown);
      if (!input.faulty() && compared.length() < SHORTEST) {
        input.refuse("/codes/" + at, RewardsCode.CODE_TOO_SHORT, Map.of("least", SHORTEST));
      }
      if (input.faulty()) {
        refused.addAll(refused.size() < MOST_FAULTS ? input.refusals() : List.of());
      } else if (plain.putIfAbsent(compared, shown) != null) {
        twice++;
      }
    }
    List<Voucher> brought = new ArrayList<>(plain.size());
    plain.forEach((code, shown) -> brought.add(imported(reward, terms, code, shown)));
    long added = 0;
    for (int at = 0; at < brought.size(); at += CHUNK) {
      added +=
          vouchers.insertUnlessThere(
              club.id(), brought.subList(at, Math.min(brought.size(), at + CHUNK)));
    }
    return new Imported(
        added, plain.size() - added + twice, vouchers.countFree(club.id(), reward.id()), refused);
  }

  private Voucher imported(Reward reward, VoucherTerms terms, String code, String shown) {
    return new Voucher(
        new VoucherId(ids.next()),
        code,
        shown,
        reward.id(),
        reward.version(),
        Voucher.State.ISSUED,
        null,
        null,
        null,
        null,
        null,
        terms.whole(),
        Instant.EPOCH,
        terms.until(),
        null,
        null);
  }
}
