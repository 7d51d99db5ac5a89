package club.vafa.earning;

import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a return took back and gave back. Amounts are minor units.
 *
 * @param given effects of campaigns that returns themselves set off
 * @param perks what memberships had given and what is taken back of it
 * @param tiers where the member stood after it
 * @param coupons codes that may be used again
 */
public record ReturnDetail(
    ReturnPolicy policy,
    boolean whole,
    List<Taken> taken,
    List<GaveBack> gaveBack,
    List<CardBack> cardsBack,
    List<Uncounted> uncounted,
    List<Given> given,
    List<Detail.Held> wallets,
    List<Perk> perks,
    @Nullable ReturnedRewards rewards,
    List<Detail.Tiered> tiers,
    List<String> coupons) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = JSON.writerFor(ReturnDetail.class);
  private static final ObjectReader READER = JSON.readerFor(ReturnDetail.class);

  public ReturnDetail(
      ReturnPolicy policy,
      boolean whole,
      List<Taken> taken,
      List<GaveBack> gaveBack,
      @Nullable List<CardBack> cardsBack,
      List<Uncounted> uncounted,
      List<Given> given,
      List<Detail.Held> wallets,
      @Nullable List<Perk> perks,
      @Nullable ReturnedRewards rewards,
      @Nullable List<Detail.Tiered> tiers,
      @Nullable List<String> coupons) {
    this.policy = policy;
    this.whole = whole;
    this.taken = List.copyOf(taken);
    this.gaveBack = List.copyOf(gaveBack);
    // Returns recorded before gift cards were paid with say nothing of them.
    this.cardsBack = cardsBack == null ? List.of() : List.copyOf(cardsBack);
    this.uncounted = List.copyOf(uncounted);
    this.given = List.copyOf(given);
    this.wallets = List.copyOf(wallets);
    // Returns recorded before there were memberships, tiers or coupons say nothing of them.
    this.perks = perks == null ? List.of() : List.copyOf(perks);
    this.rewards = rewards;
    this.tiers = tiers == null ? List.of() : List.copyOf(tiers);
    this.coupons = coupons == null ? List.of() : List.copyOf(coupons);
  }

  /**
   * An award taken back.
   *
   * @param wanted what the sale would not have given without these goods
   * @param forgone what the policy left with the member
   */
  public record Taken(
      Given.Key award,
      int version,
      long wanted,
      long pending,
      long active,
      long owed,
      long forgone) {}

  /** What the member had paid from a wallet and has back. */
  public record GaveBack(String unit, long usable, long expired) {}

  ReturnDetail with(List<CardBack> cards) {
    return new ReturnDetail(
        policy, whole, taken, gaveBack, cards, uncounted, given, wallets, perks, rewards, tiers,
        coupons);
  }

  /** What went back to a gift card that had paid, minor units of money. */
  public record CardBack(UUID card, String lastFour, long usable, long expired) {}

  /** What was taken off a counter of a cap or budget. */
  public record Uncounted(Counter counter, Used less) {}

  /** Of an award that is taken back for goods somebody else brought back. */
  static ReturnDetail ofAward(
      ReturnPolicy policy, boolean whole, List<Taken> taken, List<Uncounted> uncounted) {
    return new ReturnDetail(
        policy, whole, taken, List.of(), List.of(), uncounted, List.of(), List.of(), null, null,
        null, null);
  }

  /** The same, and where the member stands after it. */
  ReturnDetail standing(List<Detail.Tiered> now) {
    return new ReturnDetail(
        policy, whole, taken, gaveBack, cardsBack, uncounted, given, wallets, perks, rewards, now,
        coupons);
  }

  /** The same, and what became of vouchers. */
  ReturnDetail rewards(ReturnedRewards other) {
    return new ReturnDetail(
        policy, whole, taken, gaveBack, cardsBack, uncounted, given, wallets, perks, other, tiers,
        coupons);
  }

  String json() {
    return WRITER.writeValueAsString(this);
  }

  /** What is kept with a recorded return. */
  public static ReturnDetail of(String json) {
    return READER.readValue(json);
  }
}
